// @ts-check
/** Worksheets in a file, alone or with the answers of an assessment: written, and read from a text that may hold anything. Pure. */
import { LIMITS, FORMAT as RESPONSE, isTooLarge } from "../response/edit.mjs";
import { FORMAT, LONGEST, LONGEST_NAME, MOST_ROWS, VERSION } from "./format.mjs";

/**
 * A sheet of any kind, as a file has it; `text` is what is stored. What the file holds beyond that: rows for which there
 * is no room, how many texts are cut, and how many cells are none that a sheet could have.
 * @typedef {{sheet: string, title: string, name: string, rows: number, text: string, over: import("./sheet.mjs").Row[], cut: number, odd: number}} Packed
 */

export const MOST_SHEETS = 100; // of one file
const MOST_CELLS = 40; // of a row
const ID = /^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {Record<string, unknown>} record @param {string} key @param {number} most @returns {string} */
const textAt = (record, key, most) => {
  const value = Object.hasOwn(record, key) ? record[key] : "";
  return typeof value === "string" ? value.slice(0, most) : "";
};

/** @param {unknown} value @returns {{texts: Record<string, string>, cut: number, odd: number}} its texts under names that could be those of prompts */
function textsOf(value) {
  const given = Object.entries(isRecord(value) ? value : {}).filter(([, text]) => text !== "" && text !== null);
  const taken = given.filter(([key, text]) => ID.test(key) && typeof text === "string").slice(0, MOST_CELLS);
  return {
    texts: Object.fromEntries(taken.map(([key, text]) => [key, String(text).slice(0, LONGEST)])),
    cut: tooLong(Object.fromEntries(taken.map(([key, text]) => [key, String(text)]))),
    odd: given.length - taken.length,
  };
}

/** @param {...Record<string, string>} records @returns {number} texts in them that are longer than a sheet takes */
export const tooLong = (...records) =>
  records.flatMap((record) => Object.values(record)).filter((text) => text.length > LONGEST).length;

/** @param {unknown} value @returns {Packed[]} */
function packed(value) {
  if (!isRecord(value) || value.format !== FORMAT || value.version !== VERSION || !Array.isArray(value.rows)) return [];
  const [sheet, title, name] = [
    textAt(value, "sheet", 60),
    textAt(value, "title", 120),
    textAt(value, "name", LONGEST_NAME),
  ];
  if (!ID.test(sheet)) return [];
  const read = [value.answers, ...value.rows].map(textsOf);
  const taken = read.slice(0, MOST_ROWS + 1);
  const [answers, ...rows] = taken.map(({ texts }) => texts);
  const isFull = (/** @type {Record<string, string>} */ row) => Object.keys(row).length > 0;
  const whole = {
    format: FORMAT,
    version: VERSION,
    sheet,
    title,
    ...(name && { name }),
    answers,
    rows,
  };
  return [
    {
      ...{ sheet, title, name, rows: rows.filter(isFull).length, text: JSON.stringify(whole) },
      over: read.slice(MOST_ROWS + 1).flatMap(({ texts }) => (isFull(texts) ? [texts] : [])),
      cut: taken.reduce((sum, each) => sum + each.cut, 0),
      odd: taken.reduce((sum, each) => sum + each.odd, 0),
    },
  ];
}

/** @param {string} text of a file @returns {unknown[]} what it holds as sheets, whatever that is */
function given(text) {
  if (isTooLarge(text, LIMITS.report) || !text.includes(FORMAT)) return [];
  try {
    const data = JSON.parse(text.replace(/^\ufeff/, ""));
    if (!isRecord(data)) return [];
    if (data.format !== RESPONSE) return [data];
    return Array.isArray(data.worksheets) ? data.worksheets : [];
  } catch {
    return [];
  }
}

/** @param {string} text of a file @returns {Packed[]} the sheets in it; none in a text of any other kind */
export const sheetsIn = (text) => given(text).slice(0, MOST_SHEETS).flatMap(packed);

/** @param {string} text of a file @returns {number} sheets in it that `sheetsIn` leaves out, since there are too many */
export const sheetsBeyond = (text) => given(text).slice(MOST_SHEETS).flatMap(packed).length;

/** @param {string} response the text of a file of answers @param {string[]} sheets as they are stored @returns {string|null} one file with all of them; null where it would be larger than what is read back */
export function withSheets(response, sheets) {
  const worksheets = sheets.flatMap((text) => {
    try {
      return packed(JSON.parse(text)).map((each) => JSON.parse(each.text));
    } catch {
      return [];
    }
  });
  const text = `${JSON.stringify({ ...JSON.parse(response), worksheets }, null, 2)}\n`;
  return isTooLarge(text, LIMITS.report) ? null : text;
}

/** @param {string} text of a stored sheet @param {import("./sheet.mjs").Filled} read what the sheet takes of it @returns {number} cells and answers that have no place on the sheet */
export function leftOut(text, { answers, rows }) {
  const count = (/** @type {Record<string, string>[]} */ records) =>
    records.reduce((sum, record) => sum + Object.keys(record).length, 0);
  const data = JSON.parse(text);
  return count([data.answers, ...data.rows]) - count([answers, ...rows]);
}
