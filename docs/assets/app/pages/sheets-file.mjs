// @ts-check
/** The answers and every worksheet of this browser in one file. */
import { fileName } from "../exports/file-name.mjs";
import { isTooLarge, serialise } from "../response/edit.mjs";
import { allSheets } from "../storage/all-sheets.mjs";
import { download } from "../ui/dom.mjs";
import { withSheets } from "../worksheets/file.mjs";

/** @typedef {import("../storage/current-response.mjs").Current} Current */

/** @param {Current} current @returns {{name: string, refused?: "large_file"|"large_sheets"}} of the file; `refused` where it could not be opened again, so that none was made */
export function saveWithSheets({ outline, response, browser }) {
  const name = fileName(outline, response, "answers-and-worksheets", "json");
  const answers = serialise(outline, response);
  if (isTooLarge(answers)) return { name, refused: "large_file" };
  const text = withSheets(answers, allSheets(outline.id, browser));
  if (text === null) return { name, refused: "large_sheets" };
  download(name, text);
  return { name };
}
