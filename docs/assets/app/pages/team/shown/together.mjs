// @ts-check
/** The group's result: on the map, by area, as a result of its own, as files, beside an earlier round. */
import { groupCode } from "../../../group/group-response.mjs";
import { openCurrent } from "../../../storage/current-response.mjs";
import { openKept } from "../../../storage/saved-assessments.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { stamp } from "../../../response/edit.mjs";
import { h } from "../../../ui/dom.mjs";
import { button } from "../../link-actions.mjs";
import { comparePart } from "./compare-rounds.mjs";
import { groupCharts } from "./group-charts.mjs";
import { exportPart } from "./round-files.mjs";
import { linkBox } from "../link-box.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../group/round.mjs").Round} Round */

/** @param {HTMLElement} place @param {ShownPage} page @param {Round} first @returns {(round: Round) => void} */
export function togetherPart(place, page, first) {
  const { bank, say } = page;
  const lead = h("p");
  const charts = h("div");
  const asResult = h("a", { class: "md-button md-button--primary" }, say("open_result"));
  const status = h("p", { class: "pp-status", role: "status" });
  const keep = button(say("save_result"), () => keepResult(page, status));
  const { box, set } = linkBox("result-link", sayLink(say));
  const [files, compare] = [h("div"), h("div")];
  exportPart(files, page);
  comparePart(compare, page, first);
  place.append(
    lead,
    charts,
    h(
      "div",
      { class: "pp-team__acts" },
      h("p", {}, asResult, keep),
      status,
      h("p", { class: "pp-legend" }, say("result_link_text")),
      box,
      h("h4", {}, say("exports")),
      files,
      h("h4", {}, say("compare")),
      compare,
    ),
  );
  let turns = 0;
  const link = async (/** @type {import("../../../types.mjs").Response} */ response) => {
    const turn = (turns += 1);
    const url = `${new URL("results/", ROOT)}#r=${await groupCode(bank, response)}`;
    if (turn !== turns) return; // a later change has overtaken it
    asResult.setAttribute("href", url);
    set(url);
  };
  return (round) => {
    const shown = page.look(round);
    const { response, sight } = shown;
    const counts = { agreed: Object.keys(round.agreed).length, of: shown.questions.length };
    lead.textContent = say(sight === "labels" ? "result_lead_labels" : "result_lead", counts);
    link(response);
    charts.replaceChildren(...groupCharts(page, shown));
  };
}

/** @param {import("../../../types.mjs").Say} say @returns {import("../../../types.mjs").Say} the same words, but for what the link is called */
const sayLink = (say) => (key, values) => say(key === "link" ? "result_link" : key, values);

/** @param {ShownPage} page @param {HTMLElement} status */
async function keepResult({ open, look, say }, status) {
  if (!open.round) return;
  const now = stamp(new Date());
  const { response } = look(open.round);
  const label = response.label || say("unnamed");
  const trouble = openKept(await openCurrent()).add({
    response: { ...response, label, created: now, updated: now },
    before: null,
  });
  const list = h("a", { href: new URL("assessment/keep/", ROOT) }, say("list"));
  if (trouble) return void (status.textContent = say("result_not_kept"));
  const [before, after] = say("result_kept", { name: label, list: "\n" }).split("\n");
  status.replaceChildren(before, list, after);
}
