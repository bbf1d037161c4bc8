// @ts-check
/** A file opened on the page of a sheet: JSON or CSV, looked into before anything changes. */
import { MOST_LINES, fromTable, fromText, unknownHeads } from "../../../worksheets/table-text.mjs";
import { sheetsIn, tooLong } from "../../../worksheets/file.mjs";
import { written } from "../../../worksheets/sheet.mjs";
import { LIMITS } from "../../../response/edit.mjs";
import { decoded } from "../../../ui/file-input.mjs";
import { sheetsLeftOutTexts } from "./left-out.mjs";
import { preview } from "./preview.mjs";
import { sayMore } from "./panel.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */

/** @param {SheetPage} page @param {File} file */
export async function open(page, file) {
  const say = await sayMore();
  if (file.size > LIMITS.report) return page.tell(say("file_large"));
  const { text, isGuess } = decoded(await file.arrayBuffer());
  const notes = isGuess ? [say("inside_guess")] : [];
  const packed = sheetsIn(text);
  notes.push(...sheetsLeftOutTexts(text, say));
  if (packed.length > 0) return preview(page, say, packed, file.name, notes);
  if (/^\ufeff?\s*[[{]/.test(text)) return page.tell(say("file_other"));
  const table = fromText(text);
  if (table.length > MOST_LINES) return page.tell(say("file_long", { n: MOST_LINES }));
  const found = fromTable(page.sheet, table);
  if (!found) return page.tell(say("not_opened"));
  const { id: sheet, title } = page.sheet;
  const stored = written({ ...found, rows: found.rows.length > 0 ? found.rows : [{}] }, page.sheet);
  const unknown = unknownHeads(page.sheet, table);
  if (unknown.length > 0) notes.push(say("inside_unknown", { heads: unknown.join(", ") }));
  const cut = tooLong(found.answers, ...found.rows);
  const whole = { sheet, title, name: "", rows: found.rows.length, text: stored, over: found.over, cut, odd: 0 };
  preview(page, say, [whole], file.name, notes);
}
