// @ts-check
/** A sheet out as CSV or to the clipboard, and in from a CSV file; loaded when wanted. */
import { fromTable, fromText, tableOf, toBlock, toCsv } from "../../worksheets/table-text.mjs";
import { MOST_ROWS, isBlank } from "../../worksheets/sheet.mjs";
import { download } from "../../ui/dom.mjs";

/** @typedef {import("./worksheet.mjs").SheetPage} SheetPage */

const LARGEST = 2_000_000; // bytes

/** @param {SheetPage} page @returns {string[][]} */
const table = ({ sheet, say, filled }) =>
  tableOf(
    sheet,
    { ...filled, rows: filled.rows.filter((row) => !isBlank(row)) },
    { question: say("csv_question"), answer: say("csv_answer") },
  );

/** @param {SheetPage} page */
export const save = (page) => download(`${page.sheet.id}.csv`, toCsv(table(page)), "text/csv");

/** @param {SheetPage} page */
export async function copy(page) {
  try {
    await navigator.clipboard.writeText(toBlock(table(page)));
    page.tell(page.say("copied"));
  } catch (error) {
    console.warn("clipboard:", error);
    page.tell(page.say("not_copied"));
  }
}

/** @param {SheetPage} page @param {File} file */
export async function open(page, file) {
  const { sheet, say } = page;
  if (file.size > LARGEST) return page.tell(say("file_large"));
  const found = fromTable(sheet, fromText(await file.text()));
  if (!found) return page.tell(say("not_opened"));
  const rows = found.rows.length > 0 ? found.rows : [{}];
  page.change(
    { answers: found.answers, rows },
    say("opened", { rows: say("rows", { n: Math.min(found.rows.length, MOST_ROWS) }) }),
  );
}
