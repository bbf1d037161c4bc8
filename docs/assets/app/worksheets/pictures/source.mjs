// @ts-check
/** What the picture of a sheet is drawn from: its cells and its figures. Pure. */
import { readCell } from "../cells.mjs";
import { isBlank } from "../sheet.mjs";

/** @typedef {import("../sheet.mjs").Sheet} Sheet */
/** @typedef {import("../sheet.mjs").Filled} Filled */
/** @typedef {import("../gaps.mjs").Result} Result */
/** @typedef {{kind: string, name: string, parts: Record<string, string>, most?: number}} Picture */
/** @typedef {{sheet: Sheet, picture: Picture, filled: Filled, results: Record<string, Result>}} From */

export const MOST_DRAWN = 24; // rows

/** @param {From} from @param {string} part @returns {[string|number, number][]} each number that a figure came to, by what it is for */
export function figureOf({ picture, results }, part) {
  const result = results[picture.parts[part]];
  if (!result || !("each" in result)) return [];
  return result.each.flatMap(([key, outcome]) =>
    "value" in outcome && typeof outcome.value === "number" ? [[key, outcome.value]] : [],
  );
}

/** @param {From} from @returns {{index: number, name: string, text: (part: string) => string, number: (part: string) => number|null}[]} rows with anything in them */
export function rowsOf({ sheet, picture, filled }) {
  const column = (/** @type {string} */ part) => sheet.columns.find(({ id }) => id === picture.parts[part]);
  const first = sheet.columns[0].id;
  return filled.rows.flatMap((row, index) => {
    if (isBlank(row)) return [];
    const text = (/** @type {string} */ part) => (row[picture.parts[part]] ?? "").trim();
    const number = (/** @type {string} */ part) => {
      const prompt = column(part);
      const cell = prompt ? readCell(prompt, text(part)) : null;
      return cell && "value" in cell && typeof cell.value === "number" ? cell.value : null;
    };
    return [{ index, name: (row[first] ?? "").trim() || `${index + 1}`, text, number }];
  });
}
