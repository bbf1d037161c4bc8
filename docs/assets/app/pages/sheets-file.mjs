// @ts-check
/** The answers and every worksheet of this browser in one file. */
import { fileName } from "../exports/file-name.mjs";
import { serialise } from "../response/edit.mjs";
import { allSheets } from "../storage/all-sheets.mjs";
import { download } from "../ui/dom.mjs";
import { withSheets } from "../worksheets/file.mjs";

/** @typedef {import("../storage/current-response.mjs").Current} Current */

/** @param {Current} current @returns {string|null} name of the file; null where it would be larger than what is read, so that none was made */
export function saveWithSheets(current) {
  const { outline, response, browser } = current;
  const text = withSheets(serialise(outline, response), allSheets(outline.id, browser));
  if (text === null) return null;
  const name = fileName(outline, response, "answers-and-worksheets", "json");
  download(name, text);
  return name;
}
