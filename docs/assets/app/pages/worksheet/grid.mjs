// @ts-check
/** The table of a sheet: a field a cell, figures of the row, tools of the row. On a narrow screen each row is a card. */
import { rowsByName } from "../../worksheets/sheet.mjs";
import { faultOf, mark, put } from "./fields.mjs";
import { renew, textOf } from "./figures.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("./fields.mjs").Field} Field */
/** @typedef {import("../../worksheets/gaps.mjs").Result} Result */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */
/** @typedef {import("../../worksheets/sheet.mjs").Row} Row */
/** A row on the page. @typedef {{element: HTMLElement, fields: Field[], figures: NodeListOf<Element>}} Drawn */
/**
 * @typedef {object} Acts
 * @property {(row: number, column: string, text: string) => void} write
 * @property {(row: number, before: string|null) => void} settle once something else is written in the row; its name before, where that is what changed
 * @property {(row: number) => void} remove
 * @property {(row: number, to: number) => void} move
 */
/**
 * @typedef {object} Grid
 * @property {HTMLElement} body
 * @property {(rows: Row[]) => void} draw makes every row anew
 * @property {(rows: Row[]) => void} check marks what is written wrong
 * @property {(results: Record<string, Result>) => void} show the figures of the rows
 */

/** @param {Sheet} sheet @param {Say} say @param {Acts} acts @param {HTMLElement} live @returns {Grid} */
export function gridOf(sheet, say, acts, live) {
  const figures = sheet.figures.filter(({ show, each }) => show && each === "row");
  const body = /** @type {HTMLElement} */ (live.querySelector("tbody"));
  const names = live.querySelector("datalist");
  /** @type {Drawn[]} */
  let drawn = [];
  return {
    body,
    draw(rows) {
      drawn = rows.map((row, index) => drawRow({ sheet, say, acts, live }, row, index));
      body.replaceChildren(...drawn.map(({ element }) => element));
    },
    check(rows) {
      const places = rowsByName(sheet, rows);
      names?.replaceChildren(
        ...[...places.values()].map((index) => new Option(rows[index][sheet.columns[0].id].trim())),
      );
      rows.forEach((row, index) => {
        sheet.columns.forEach((column, place) =>
          mark(drawn[index].fields[place], faultOf(column, row[column.id] ?? "", places, say)),
        );
      });
    },
    show(results) {
      figures.forEach((figure, place) => {
        const result = results[figure.id];
        const found = new Map("each" in result ? result.each : []);
        drawn.forEach(({ figures: cells }, index) => {
          const outcome = found.get(index);
          renew(cells[place], outcome ? textOf(figure, outcome, say) : "");
        });
      });
    },
  };
}

/** @param {{sheet: Sheet, say: Say, acts: Acts, live: HTMLElement}} grid @param {Row} row @param {number} index @returns {Drawn} */
function drawRow({ sheet, say, acts, live }, row, index) {
  const blank = /** @type {HTMLTemplateElement} */ (live.querySelector("template")).content;
  const element = /** @type {HTMLElement} */ (document.importNode(blank, true).firstElementChild);
  const number = index + 1;
  const fields = /** @type {Field[]} */ ([...element.querySelectorAll("[data-column]")]);
  sheet.columns.forEach((column, place) => {
    const { id, title } = column;
    const field = fields[place];
    put(field, column, row[id] ?? "");
    const fault = /** @type {HTMLElement} */ (field.nextElementSibling);
    fault.id = `fault-${index}-${id}`;
    field.dataset.row = `${index}`;
    field.setAttribute("aria-label", say("cell", { column: title, row: number }));
    field.setAttribute("aria-describedby", `hint-${id} ${fault.id}`);
    let before = row[id] ?? "";
    field.addEventListener("input", () => acts.write(index, id, field.value));
    field.addEventListener("change", () => {
      acts.settle(index, place === 0 ? before : null);
      before = field.value;
    });
  });
  const tools = {
    up: () => acts.move(index, index - 1),
    down: () => acts.move(index, index + 1),
    delete: () => acts.remove(index),
  };
  for (const [tool, act] of Object.entries(tools)) {
    const button = element.querySelector(`[data-tool=${tool}]`);
    button?.setAttribute("aria-label", say(`row_${tool}`, { row: number }));
    button?.addEventListener("click", act);
  }
  return { element, fields, figures: element.querySelectorAll(".pp-grid__figure") };
}
