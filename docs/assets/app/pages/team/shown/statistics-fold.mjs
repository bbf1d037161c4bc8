// @ts-check
/** What statisticians ask for, out of the way of everybody else. */
import { numbers } from "../../../charts/table.mjs";
import { h } from "../../../ui/dom.mjs";
import { worded } from "./figures.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../group/shown.mjs").Shown} Shown */

/** @param {ShownPage} page @param {Shown} shown @returns {HTMLElement|false} false where there are none to show */
export function statisticsFold({ bank, say }, { questions, alpha }) {
  const titles = new Map(bank.practices.map(({ id, title }) => [id, worded(bank, title)]));
  const any = questions.some(({ figures, chance }) => figures && chance);
  const rows = questions.flatMap(({ practice, figures, chance }) => {
    if (!figures || figures.deviation === null) return [];
    const cells = [titles.get(practice) ?? practice, figures.deviation.toFixed(1)];
    return [any ? [...cells, chance ? say("chance") : "–"] : cells];
  });
  if (rows.length === 0 && alpha === null) return false;
  const head = ["compare_question", "deviation", ...(any ? ["figures_chance"] : [])].map((key) => say(key));
  return h(
    "details",
    { "data-figures": true },
    h("summary", {}, say("figures")),
    alpha !== null && h("p", {}, say("alpha", { alpha: alpha.toFixed(2).replace("-", "−") })),
    rows.length > 0 && numbers(say("figures"), head, rows),
  );
}
