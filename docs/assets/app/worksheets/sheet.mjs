// @ts-check
/** What is written on a sheet: made, read from a text that may hold anything, and changed. Pure. */
import { fold } from "./cells.mjs";
import { FORMAT, LONGEST, LONGEST_NAME, MOST_ROWS, VERSION } from "./format.mjs";

/** @typedef {import("./cells.mjs").Prompt} Prompt */
/** @typedef {import("./gaps.mjs").Figure} Figure */
/** @typedef {Record<string, string>} Row texts by column */
/** @typedef {{name?: string, answers: Record<string, string>, rows: Row[]}} Filled what is written, and how the sheet is called */
/**
 * A worksheet, as its page has it.
 * @typedef {object} Sheet
 * @property {string} id
 * @property {string} title
 * @property {Prompt[]} columns
 * @property {Prompt[]} questions
 * @property {number} rows blank ones on paper
 * @property {string[]} begin what the first column holds then
 * @property {Figure[]} figures
 * @property {import("./pictures/source.mjs").Picture|null} [picture]
 * @property {{practice: string, figure: string, suggests: {level: number, that: import("./gaps.mjs").Tree, because: string}[]}[]} [evidence]
 * @property {"plan"|{practice: string, say: string, rows: Row[]}|null} [prefill]
 * @property {{words: string, sentences: string, questions: string, lists: {column: string, words: string[], own?: string, chart?: {worksheet: string, column: string}}[]}|null} [counts]
 * @property {(Filled & {of: string, today: string})|null} example
 */

const FIRST_ROWS = 6; // on a screen, where rows are quickly added

/** @param {Sheet} sheet @returns {Filled} */
export function newSheet({ columns, rows, begin }) {
  const named = begin.map((text) => ({ [columns[0].id]: text }));
  const blank = Array.from({ length: Math.max(Math.min(rows, FIRST_ROWS) - begin.length, 0) }, () => ({}));
  return { answers: {}, rows: [...named, ...blank] };
}

/** @param {Row} row @returns {boolean} */
export const isBlank = (row) => Object.values(row).every((text) => text.trim() === "");

/** @param {Pick<Sheet, "columns">} sheet @param {Row[]} rows @returns {Map<string, number>} the first row of each name */
export function rowsByName({ columns }, rows) {
  /** @type {Map<string, number>} */
  const places = new Map();
  rows.forEach((row, index) => {
    const name = fold(row[columns[0]?.id] ?? "");
    if (name && !places.has(name)) places.set(name, index);
  });
  return places;
}

/** @param {Sheet} sheet @param {Filled} filled @returns {boolean} whether anything is written that was not there to begin with */
export function isBegun(sheet, { answers, rows }) {
  const given = new Set(sheet.begin);
  const isOwn = (/** @type {Row} */ row) =>
    Object.entries(row).some(([id, text]) => text.trim() !== "" && !(id === sheet.columns[0]?.id && given.has(text)));
  return !isBlank(answers) || rows.some(isOwn);
}

/** @param {Filled} filled @param {Sheet} sheet @returns {string} as it is stored and saved as a file */
export const written = ({ name, answers, rows }, { id, title }) =>
  JSON.stringify({ format: FORMAT, version: VERSION, sheet: id, title, ...(name && { name }), answers, rows });

/** @param {unknown} value @param {Prompt[]} prompts @returns {Record<string, string>} what of it are texts at these prompts */
function texts(value, prompts) {
  /** @type {Record<string, string>} */
  const found = {};
  if (typeof value !== "object" || value === null) return found;
  for (const { id } of prompts) {
    const text = Object.hasOwn(value, id) ? /** @type {Record<string, unknown>} */ (value)[id] : undefined;
    if (typeof text === "string" && text !== "") found[id] = text.slice(0, LONGEST);
  }
  return found;
}

/** @param {Sheet} sheet @param {string} text @returns {Filled|null} null for anything that is no sheet of this kind */
export function readSheet(sheet, text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof data !== "object" || data === null || data.format !== FORMAT || data.sheet !== sheet.id) return null;
  if (data.version !== VERSION || !Array.isArray(data.rows)) return null;
  const rows = data.rows.slice(0, MOST_ROWS).map((/** @type {unknown} */ row) => texts(row, sheet.columns));
  const name = typeof data.name === "string" ? data.name.slice(0, LONGEST_NAME) : "";
  return { ...(name && { name }), answers: texts(data.answers, sheet.questions), rows };
}

/**
 * @param {Sheet} sheet @param {Row[]} rows @param {string} before a row's name @param {string} now
 * @returns {Row[]} with every cell that named the row by its old name naming it by the new one
 */
export function renamed({ columns }, rows, before, now) {
  const links = columns.filter(({ type }) => type === "row").map(({ id }) => id);
  const old = fold(before);
  if (links.length === 0 || old === "" || now.trim() === "") return rows;
  if (rows.some((row) => fold(row[columns[0].id] ?? "") === old)) return rows; // another row has that name
  const follow = (/** @type {Row} */ row) => links.filter((id) => fold(row[id] ?? "") === old);
  return rows.map((row) => ({ ...row, ...Object.fromEntries(follow(row).map((id) => [id, now.trim()])) }));
}
