// @ts-check
/** Begins a round, lists those in this browser, and opens one from a file. */
import { MOST, newRound, readRound } from "../../group/round.mjs";
import { LEAST } from "../../group/privacy.mjs";
import { h } from "../../ui/dom.mjs";
import { textOf } from "../../ui/file-input.mjs";
import { dateOf, isoDay } from "../../ui/format.mjs";
import { part } from "./page-part.mjs";

/** @typedef {import("./team.mjs").TeamPage} TeamPage */

/** @param {TeamPage} page @param {boolean} sealing whether this browser can make keys */
export function takeBegin(page, sealing) {
  const { root, bank, say, tell } = page;
  const form = /** @type {HTMLFormElement} */ (part(root, "data-begin"));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("[type=submit]"));
  button.disabled = !sealing;
  /** @type {HTMLInputElement} */ (form.querySelector("[name=name]")).maxLength = MOST.name;
  const refused = part(root, "data-refused");
  form.addEventListener("input", () => refused.replaceChildren());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const expected = Number.parseInt(String(given.get("expected")), 10);
    const wanted = {
      name: String(given.get("name") ?? ""),
      form: String(given.get("form")),
      mode: /** @type {import("../../group/privacy.mjs").Mode} */ (given.get("mode")),
      roles: given.has("roles"),
      expected: Number.isInteger(expected) ? expected : null,
    };
    // So few must know before they answer what will be seen, and without names they would see no answers.
    if (wanted.mode === "closed" && Number.isInteger(expected) && expected < LEAST.answers)
      return refused.replaceChildren(say("choose_for_few"));
    await page.begin(await newRound(bank, wanted, isoDay(new Date())));
    tell(say("begun"));
  });
  const file = /** @type {HTMLInputElement} */ (part(root, "data-round-file"));
  file.addEventListener("change", async () => {
    const [given] = file.files ?? [];
    file.value = "";
    if (!given) return;
    const text = await textOf(given, MOST.bytes);
    if (text === null) return tell(say("unread_files", { n: 1 }));
    const round = readRound(bank, text);
    if (round) await page.begin(round);
    tell(say(round ? "opened" : "not_a_round"));
  });
}

/** @param {TeamPage} page draws the list of rounds in this browser, the newest first */
export function listRounds({ root, bank, rounds, say }) {
  const texts = rounds.names().map((id) => rounds.at(id).read().text ?? "");
  const found = texts.map((text) => readRound(bank, text)).filter((round) => round !== null);
  const rows = found
    .sort((a, b) => (a.created < b.created ? 1 : -1))
    .map(({ id, name, created, members }) => {
      const people = say("people", { n: members.length });
      const text = say("round_row", { name: name || say("unnamed"), date: dateOf(created), people });
      return h("li", {}, h("a", { href: `#round=${id}` }, text));
    });
  part(root, "data-rounds").replaceChildren(...rows);
}
