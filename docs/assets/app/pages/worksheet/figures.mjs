// @ts-check
/** The figures of a sheet below it, in place: they change as one types, and nothing else is made anew. */
import { h } from "../../ui/dom.mjs";
import { missing, sentence, shown } from "./shown.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../worksheets/gaps.mjs").Figure} Figure */
/** @typedef {import("../../worksheets/gaps.mjs").Outcome} Outcome */
/** @typedef {import("../../worksheets/gaps.mjs").Result} Result */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */
/** @typedef {import("../../worksheets/sheet.mjs").Filled} Filled */
/** @typedef {(results: Record<string, Result>, filled: Filled, begun: boolean) => void} Show */

/** @param {Sheet} sheet @param {Say} say @param {HTMLElement} live @returns {Show} */
export function figuresOf(sheet, say, live) {
  const blocks = sheet.figures.flatMap((figure) => {
    const block = live.querySelector(`[data-figure="${figure.id}"]`);
    return block ? [{ figure, value: block.children[1], note: block.children[2] }] : [];
  });
  return (results, filled, begun) => {
    for (const { figure, value, note } of blocks) {
      const result = results[figure.id];
      renew(value, begun ? valueOf(figure, result, say) : say("figure_empty"));
      const reads = figure.reads ? sentence(sheet, figure.reads, results, filled.answers, say) : "";
      const lacking = "missing" in result && begun ? missing(sheet, result.missing, say) : "";
      renew(note, lacking || reads || "");
    }
  };
}

/** @param {Element} element @param {Node|string} content puts it there where it differs, so that selections stay */
export function renew(element, content) {
  if (typeof content !== "string") element.replaceChildren(content);
  else if (element.textContent !== content || element.firstElementChild) element.textContent = content;
}

/** @param {Figure} figure @param {Result} result @param {Say} say @returns {Node|string} */
function valueOf(figure, result, say) {
  if (!("each" in result)) return textOf(figure, result, say);
  if (result.each.length === 0) return say("figure_empty");
  const rows = result.each.map(([key, outcome]) =>
    h("tr", {}, h("th", { scope: "row" }, key), h("td", {}, textOf(figure, outcome, say))),
  );
  return h("table", { class: "pp-each" }, h("tbody", {}, ...rows));
}

/** @param {Figure} figure @param {Outcome} outcome @param {Say} say @returns {string} */
export const textOf = (figure, outcome, say) =>
  "value" in outcome ? shown(figure, outcome.value, say) : say("figure_empty");
