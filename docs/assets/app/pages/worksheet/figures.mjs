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

/** @param {Sheet} sheet @param {Say} say @returns {{element: HTMLElement, show: Show}} */
export function figuresOf(sheet, say) {
  const shownBelow = sheet.figures.filter(({ show, each }) => show && each !== "row");
  const blocks = shownBelow.map((figure) => {
    const value = h("dd", { class: "pp-figure__value" });
    const note = h("dd", { class: "pp-figure__note" });
    const block = h("div", { class: "pp-figure", "data-figure": figure.id }, h("dt", {}, figure.name), value, note);
    return { figure, block, value, note };
  });
  const heading = h("h3", { id: "figures" }, say("figures"));
  const list = h("dl", { class: "pp-figures" }, ...blocks.map(({ block }) => block));
  const element = h("section", { "aria-labelledby": "figures" }, heading, list);
  element.hidden = blocks.length === 0;
  return {
    element,
    show(results, filled, begun) {
      for (const { figure, value, note } of blocks) {
        const result = results[figure.id];
        put(value, begun ? valueOf(figure, result, say) : [say("figure_empty")]);
        const reads = figure.reads ? sentence(sheet, figure.reads, results, filled.answers, say) : "";
        const lacking = "missing" in result && begun ? missing(sheet, result.missing, say) : "";
        put(note, [lacking || reads || ""]);
      }
    },
  };
}

/** @param {HTMLElement} element @param {(Node|string)[]} parts puts them there where they differ, so that selections stay */
function put(element, parts) {
  const [first] = parts;
  if (parts.length === 1 && typeof first === "string") {
    if (element.textContent !== first || element.childElementCount > 0) element.textContent = first;
  } else element.replaceChildren(...parts);
}

/** @param {Figure} figure @param {Result} result @param {Say} say @returns {(Node|string)[]} */
function valueOf(figure, result, say) {
  if (!("each" in result)) return [textOf(figure, result, say)];
  if (result.each.length === 0) return [say("figure_empty")];
  const rows = result.each.map(([key, outcome]) =>
    h("tr", {}, h("th", { scope: "row" }, key), h("td", {}, textOf(figure, outcome, say))),
  );
  return [h("table", { class: "pp-each" }, h("tbody", {}, ...rows))];
}

/** @param {Figure} figure @param {Outcome} outcome @param {Say} say @returns {string} */
export const textOf = (figure, outcome, say) =>
  "value" in outcome ? shown(figure, outcome.value, say) : say("figure_empty");
