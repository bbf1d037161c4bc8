// @ts-check
/** Medians of this round beside those of an earlier one. */
import { compareRounds } from "../../../group/compare-rounds.mjs";
import { numbers } from "../../../charts/table.mjs";
import { readRound } from "../../../group/round.mjs";
import { h } from "../../../ui/dom.mjs";
import { dateOf } from "../../../ui/format.mjs";
import { half, worded } from "./figures.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../group/round.mjs").Round} Round */

/** @param {HTMLElement} place @param {ShownPage} page @param {Round} now */
export function comparePart(place, page, now) {
  const { bank, rounds, say, look, open } = page;
  const texts = rounds
    .names()
    .filter((id) => id !== now.id)
    .map((id) => rounds.at(id).read().text ?? "");
  const others = texts.map((text) => readRound(bank, text)).filter((round) => round?.revealed);
  place.append(h("p", {}, say("compare_text")));
  if (others.length === 0) return void place.append(h("p", { class: "pp-legend" }, say("compare_none")));
  const select = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      { id: "earlier-round", autocomplete: "off" },
      h("option", { value: "" }, say("compare_choose")),
      ...others.map(
        (round) =>
          round && h("option", { value: round.id }, `${round.name || say("unnamed")}, ${dateOf(round.created)}`),
      ),
    )
  );
  const result = h("div");
  select.addEventListener("change", async () => {
    const earlier = others.find((round) => round?.id === select.value);
    if (!earlier || !open.round) return result.replaceChildren();
    const { looking } = await import("./shown-parts.mjs");
    const then = (await looking(bank, earlier))(earlier);
    result.replaceChildren(...tableOf(page, compareRounds(bank, then, look(open.round))));
  });
  place.append(h("p", {}, h("label", { for: select.id }, say("compare_with")), " ", select), result);
}

/** @param {ShownPage} page @param {ReturnType<typeof compareRounds>} rows @returns {HTMLElement[]} */
function tableOf({ bank, say }, rows) {
  const count = (/** @type {(change: number) => boolean} */ test) =>
    rows.filter(({ change }) => change !== null && test(change)).length;
  const sums = [
    say("compare_up", { n: count((change) => change > 0) }),
    say("compare_down", { n: count((change) => change < 0) }),
    say("compare_same", { n: count((change) => change === 0) }),
  ];
  const titles = new Map(bank.practices.map(({ id, title }) => [id, worded(bank, title)]));
  const shown = (/** @type {import("../../../types.mjs").Value|null} */ value) =>
    typeof value === "number" ? half(value) : "–";
  const cells = rows.map(({ practice, before, after, change }) => [
    titles.get(practice) ?? practice,
    shown(before),
    shown(after),
    change === null ? "–" : change > 0 ? `+${half(change)}` : half(change),
  ]);
  const head = ["compare_question", "compare_then", "compare_now", "compare_change"].map((key) => say(key));
  return [
    h("p", {}, `${sums.join(", ")}.`),
    h("p", { class: "pp-legend" }, say("compare_noise")),
    numbers(say("compare"), head, cells),
  ];
}
