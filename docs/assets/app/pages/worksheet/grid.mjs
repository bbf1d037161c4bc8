// @ts-check
/** The table of a sheet: a field a cell, figures of the row, tools of the row. On a narrow screen each row is a card. */
import { fold } from "../../worksheets/cells.mjs";
import { h } from "../../ui/dom.mjs";
import { faultOf, fieldOf, mark, ROW_NAMES } from "./fields.mjs";
import { textOf } from "./figures.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("./fields.mjs").Field} Field */
/** @typedef {import("../../worksheets/gaps.mjs").Result} Result */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */
/** @typedef {import("../../worksheets/sheet.mjs").Row} Row */
/** A row on the page. @typedef {{element: HTMLElement, cells: Record<string, {field: Field, fault: HTMLElement}>, figures: Record<string, HTMLElement>}} Drawn */
/**
 * @typedef {object} Acts
 * @property {(row: number, column: string, text: string) => void} write
 * @property {(row: number, before: string|null) => void} settle once something else is written in the row; its name before, where that is what changed
 * @property {(row: number) => void} remove
 * @property {(row: number, to: number) => void} move
 */
/**
 * @typedef {object} Grid
 * @property {HTMLElement} element
 * @property {HTMLElement} body
 * @property {(rows: Row[]) => void} draw makes every row anew
 * @property {(rows: Row[]) => void} check marks what is written wrong
 * @property {(results: Record<string, Result>) => void} show the figures of the rows
 */

/** @param {Sheet} sheet @param {Say} say @param {Acts} acts @returns {Grid} */
export function gridOf(sheet, say, acts) {
  const figures = sheet.figures.filter(({ show, each }) => show && each === "row");
  const heads = [...sheet.columns.map(({ title }) => title), ...figures.map(({ name }) => name)];
  const head = (/** @type {string} */ text) => h("th", { scope: "col", role: "columnheader" }, text);
  const body = h("tbody", { role: "rowgroup" });
  const name = say("grid", { title: sheet.title });
  const names = h("datalist", { id: ROW_NAMES });
  const table = h(
    "table",
    { class: "pp-grid", role: "table", "aria-label": name },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, ...heads.map(head), head(say("row_tools")))),
    body,
  );
  /** @type {Drawn[]} */
  let drawn = [];
  const linked = sheet.columns.some(({ type }) => type === "row");
  return {
    element: h("div", { class: "pp-scroll", role: "region", tabindex: 0, "aria-label": name }, table, linked && names),
    body,
    draw(rows) {
      drawn = rows.map((row, index) => drawRow(sheet, row, index, say, acts));
      body.replaceChildren(...drawn.map(({ element }) => element));
    },
    check(rows) {
      const places = placesOf(sheet, rows);
      if (linked) names.replaceChildren(...[...places.keys()].map((key) => option(sheet, rows, places.get(key) ?? 0)));
      rows.forEach((row, index) => {
        for (const column of sheet.columns) {
          const { field, fault } = drawn[index].cells[column.id];
          mark(field, fault, faultOf(column, row[column.id] ?? "", places, say));
        }
      });
    },
    show(results) {
      for (const figure of figures) {
        const result = results[figure.id];
        const found = new Map("each" in result ? result.each : []);
        drawn.forEach(({ figures: places }, index) => {
          const outcome = found.get(index);
          const text = outcome ? textOf(figure, outcome, say) : "";
          if (places[figure.id].textContent !== text) places[figure.id].textContent = text;
        });
      }
    },
  };
}

/** @param {Sheet} sheet @param {Row[]} rows @returns {Map<string, number>} the first row of each name */
export function placesOf({ columns }, rows) {
  /** @type {Map<string, number>} */
  const places = new Map();
  rows.forEach((row, index) => {
    const name = fold(row[columns[0]?.id] ?? "");
    if (name && !places.has(name)) places.set(name, index);
  });
  return places;
}

/** @param {Sheet} sheet @param {Row[]} rows @param {number} index @returns {HTMLElement} */
const option = (sheet, rows, index) => h("option", { value: rows[index][sheet.columns[0].id].trim() });

/** @param {Sheet} sheet @param {Row} row @param {number} index @param {Say} say @param {Acts} acts @returns {Drawn} */
function drawRow(sheet, row, index, say, acts) {
  /** @type {Drawn["cells"]} */
  const cells = {};
  const number = index + 1;
  const own = sheet.columns.map((column, place) => {
    const { id, title } = column;
    const fault = h("small", { class: "pp-fault", id: `fault-${index}-${id}` });
    const field = fieldOf(column, row[id] ?? "", say, {
      "aria-label": say("cell", { column: title, row: number }),
      "aria-describedby": `hint-${id} fault-${index}-${id}`,
      "data-row": index,
      "data-column": id,
    });
    let before = row[id] ?? "";
    field.addEventListener("input", () => acts.write(index, id, field.value));
    field.addEventListener("change", () => {
      acts.settle(index, place === 0 ? before : null);
      before = field.value;
    });
    cells[id] = { field, fault };
    return h("td", { role: "cell", "data-title": title, "data-type": column.type }, field, fault);
  });
  /** @type {Record<string, HTMLElement>} */
  const figures = {};
  const found = sheet.figures
    .filter(({ show, each }) => show && each === "row")
    .map(({ id, name }) => (figures[id] = h("td", { role: "cell", class: "pp-grid__figure", "data-title": name })));
  const tool = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ act, first = false) =>
    h(
      "button",
      { type: "button", "aria-label": say(key, { row: number }), tabindex: first ? 0 : -1, onclick: act },
      h("span", { "aria-hidden": "true" }, sign),
    );
  const tools = h(
    "td",
    { role: "cell", class: "pp-grid__tools" },
    tool("row_up", "↑", () => acts.move(index, index - 1)),
    tool("row_down", "↓", () => acts.move(index, index + 1)),
    tool("row_delete", "×", () => acts.remove(index), true),
  );
  return { element: h("tr", { role: "row" }, ...own, ...found, tools), cells, figures };
}
