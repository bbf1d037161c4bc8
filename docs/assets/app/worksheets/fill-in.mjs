// @ts-check
/** Rows put on a sheet without writing over anything. Pure. */
import { fold } from "./cells.mjs";
import { isBlank, rowsByName } from "./sheet.mjs";

/** @typedef {import("./sheet.mjs").Row} Row */

/**
 * @param {Pick<import("./sheet.mjs").Sheet, "columns">} sheet @param {Row[]} rows that are written @param {Row[]} given
 * @returns {Row[]} with each given row in the blank cells of the row of its name; those of new names come last
 */
export function filledIn(sheet, rows, given) {
  const first = sheet.columns[0].id;
  const places = rowsByName(sheet, rows);
  const byPlace = new Map(given.map((row) => [places.get(fold(row[first])), row]));
  const fresh = given.filter((row) => !places.has(fold(row[first])));
  const written = rows.map((row, place) => {
    const texts = Object.entries(row).filter(([, text]) => text.trim() !== "");
    return { ...byPlace.get(place), ...Object.fromEntries(texts) };
  });
  return fresh.length === 0 ? written : [...written.filter((row) => !isBlank(row)), ...fresh];
}
