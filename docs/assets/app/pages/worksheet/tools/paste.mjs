// @ts-check
/** A block of cells that was copied from a spreadsheet. */
import { MOST_ROWS } from "../../../worksheets/format.mjs";
import { fromText } from "../../../worksheets/table-text.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */

/** @param {SheetPage} page @param {number} row @param {number} column @param {string} text puts it there, with rows as many as it needs */
export function open({ sheet, filled, change, say }, row, column, text) {
  const rows = structuredClone(filled.rows);
  let count = 0;
  fromText(text, "\t").forEach((texts, down) => {
    if (row + down >= MOST_ROWS) return;
    const at = (rows[row + down] ??= {});
    texts.slice(0, sheet.columns.length - column).forEach((text, across) => {
      at[sheet.columns[column + across].id] = text;
      count += 1;
    });
  });
  change({ ...filled, rows }, say("pasted", { n: count }));
}
