// @ts-check
/** A block of cells that was copied from a spreadsheet. */
import { MOST_ROWS } from "../../../worksheets/format.mjs";
import { fromText } from "../../../worksheets/table-text.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */

/** @param {SheetPage} page @param {number} row @param {number} column @param {string} text puts it there, with rows as many as it needs */
export function open({ sheet, filled, change, say }, row, column, text) {
  const rows = structuredClone(filled.rows);
  let count = 0;
  const block = fromText(text, "\t");
  block.slice(0, MOST_ROWS - row).forEach((texts, down) => {
    const at = (rows[row + down] ??= {});
    texts.slice(0, sheet.columns.length - column).forEach((text, across) => {
      at[sheet.columns[column + across].id] = text;
      count += 1;
    });
  });
  const over = Math.max(0, row + block.length - MOST_ROWS);
  const left = over > 0 ? ` ${say("pasted_over", { n: over, most: MOST_ROWS })}` : "";
  change({ ...filled, rows }, say("pasted", { n: count }) + left);
}
