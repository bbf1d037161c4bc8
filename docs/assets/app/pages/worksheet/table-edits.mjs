// @ts-check
/** What the table does: cells, rows and blocks written, moved, added and taken away. */
import { MOST_ROWS } from "../../worksheets/format.mjs";
import { renamed } from "../../worksheets/sheet.mjs";
import { focus } from "./keys.mjs";

/** @typedef {import("./worksheet.mjs").SheetPage} SheetPage */

/** @param {SheetPage} page @param {number} row @param {string|null} before its name, where that has changed */
export function settle(page, row, before) {
  const { sheet, filled } = page;
  const rows = renamed(sheet, filled.rows, before ?? "", filled.rows[row][sheet.columns[0].id] ?? "");
  if (rows !== filled.rows) page.show({ ...filled, rows });
}

/** @param {SheetPage} page @param {HTMLElement} body of the table @param {number} row */
export function removeRow(page, body, row) {
  const { filled, say, sheet } = page;
  const rows = filled.rows.filter((_, index) => index !== row);
  page.change({ ...filled, rows: rows.length > 0 ? rows : [{}] }, say("deleted", { row: row + 1 }));
  focus(body, sheet, Math.min(row, page.filled.rows.length - 1), 0);
}

/** @param {SheetPage} page @param {number} row @param {number} to */
export function moveRow({ filled, change, say }, row, to) {
  if (to < 0 || to >= filled.rows.length) return;
  const rows = [...filled.rows];
  rows.splice(to, 0, ...rows.splice(row, 1));
  change({ ...filled, rows }, say("moved", { row: to + 1 }));
}

/** @param {SheetPage} page */
export function addRow({ filled, say, show, tell }) {
  if (filled.rows.length >= MOST_ROWS) return tell(say("most_rows", { n: MOST_ROWS }));
  show({ ...filled, rows: [...filled.rows, {}] });
}
