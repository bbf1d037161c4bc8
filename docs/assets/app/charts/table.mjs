// @ts-check
/** The numbers of a chart, for who cannot see it or wants to know exactly. */
import { h } from "../ui/dom.mjs";
import { decimal } from "../scoring/score.mjs";

/**
 * A chart's numbers as a table, to go beside it.
 * @param {string} name @param {string[]} head @param {(string|number)[][]} rows the first cell of each names it
 * @returns {HTMLElement} scrolls by itself where the page is too narrow
 */
export function numbers(name, head, rows) {
  const cells = (/** @type {(string|number)[]} */ [first, ...rest]) =>
    h("tr", {}, h("th", { scope: "row" }, first), ...rest.map((cell) => h("td", {}, cell)));
  const table = h(
    "table",
    {},
    h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, cell)))),
    h("tbody", {}, ...rows.map(cells)),
  );
  return h("div", { class: "pp-scroll", tabindex: 0, role: "region", "aria-label": name }, table);
}

/**
 * @param {{say: import("../ui/dom.mjs").Say}} view @param {string} title @param {{id: string, name: string}[]} things
 * @param {Record<string, import("../types.mjs").Score>} scores of these, by id
 * @returns {HTMLElement}
 */
export function scoreTable({ say }, title, things, scores) {
  const head = ["name", "lowest", "point", "highest", "known"].map((key) => say(key));
  const rows = things.map(({ id, name }) => {
    const { low, point, high, known, unknown } = scores[id];
    return [name, decimal(low), decimal(point), decimal(high), say("known_of", { known, of: known + unknown })];
  });
  return numbers(title, head, rows);
}
