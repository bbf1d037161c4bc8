// @ts-check
/** Tables as texts: blocks that a spreadsheet copies, and CSV files, both ways. Pure. */
import { fold, numberOf } from "./cells.mjs";
import { MOST_ROWS } from "./format.mjs";

/** @typedef {import("./sheet.mjs").Sheet} Sheet */
/** @typedef {import("./sheet.mjs").Filled} Filled */
/** @typedef {import("./sheet.mjs").Row} Row */

/** Where a formula would begin, in any spreadsheet; a number with its sign is none. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
/** And what is put before it, so that none does. */
const GUARD = "'";
const MOST_COLUMNS = 60;
export const MOST_LINES = 20_000; // of a table: heads, rows, blank lines, questions

/** @param {string} text @returns {string} a text that no spreadsheet takes for a formula */
const guarded = (text) => (FORMULA.test(text) && numberOf(text) === null ? GUARD + text : text);

/** @param {string} text @returns {string} without what was put before it */
const unguarded = (text) => (text.startsWith(GUARD) && FORMULA.test(text.slice(1)) ? text.slice(1) : text);

/** @param {string} text @returns {string} */
function quoted(text) {
  const plain = guarded(text.replace(/[;\t\r\n](?=[=+@-])/g, "$& "));
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** @param {string[][]} rows @returns {string} as RFC 4180 has it, behind the mark by which spreadsheets know the encoding */
export const toCsv = (rows) => `\ufeff${rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;

/** @param {string[][]} rows @returns {string} as spreadsheets take it from the clipboard */
export const toBlock = (rows) =>
  rows.map((row) => row.map((text) => guarded(text.replace(/[\t\r\n]+/g, " "))).join("\t")).join("\n");

/** @param {string} text of a file or the clipboard @param {string} [parts] what parts the cells, where that is known @returns {string[][]} */
export function fromText(text, parts) {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const sign = parts ?? separatorOf(plain);
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "";
  let open = false;
  const end = () => rows[rows.length - 1].push(unguarded(cell).trim());
  for (let at = 0; at < plain.length && rows.length <= MOST_LINES + 1; at += 1) {
    const sign_ = plain[at];
    if (open && sign_ === '"' && plain[at + 1] === '"') ((cell += '"'), (at += 1));
    else if (sign_ === '"' && (open || cell === "")) open = !open;
    else if (open || (sign_ !== sign && sign_ !== "\n")) cell += sign_;
    else {
      end();
      cell = "";
      if (sign_ === "\n") rows.push([]);
    }
  }
  if (cell !== "" || rows[rows.length - 1].length > 0) end();
  return rows
    .filter((row, index) => index < rows.length - 1 || row.length > 0)
    .map((row) => row.slice(0, MOST_COLUMNS));
}

/** @param {string} text @returns {string} what most likely parts the cells of its first line */
function separatorOf(text) {
  const line = text.split("\n", 1)[0];
  const counts = ["\t", ";", ","].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** @param {Sheet} sheet @param {Filled} filled @param {{question: string, answer: string}} heads @returns {string[][]} columns, rows, and below a gap the answers */
export function tableOf({ columns, questions }, { answers, rows }, { question, answer }) {
  const asked = questions.map(({ id, title }) => [title, answers[id] ?? ""]);
  const table = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ id }) => (row[id] ?? "").replace(/\s*\n\s*/g, " "))),
  ];
  return asked.length === 0 ? table : [...table, [], [question, answer], ...asked];
}

/** @param {{title: string, id: string}[]} prompts @param {string} [text] @returns {{id: string}|undefined} the one of this title or id */
const named = (prompts, text = "") => prompts.find(({ title, id }) => [fold(title), id].includes(fold(text)));

/** @param {Sheet} sheet @param {string[][]} table @returns {string[]} heads of columns that the sheet does not have */
export const unknownHeads = ({ columns }, [heads = []]) => heads.filter((head) => head && !named(columns, head));

/** @param {Sheet} sheet @param {string[][]} table @returns {Filled & {over: Row[]}|null} what of it belongs on the sheet, and rows over what that holds; null if no column does */
export function fromTable({ columns, questions }, table) {
  const places = (table[0] ?? []).map((head) => named(columns, head));
  if (!places.some(Boolean)) return null;
  // Rows may have a blank line between them; behind the gap stand heads, and then a question.
  const gap = table.findLastIndex(
    (row, index) => row.every((text) => text === "") && named(questions, table[index + 2]?.[0]),
  );
  const end = gap > 0 ? gap : table.length;
  const rows = table.slice(1, end).map((texts) => {
    /** @type {Row} */
    const row = {};
    texts.forEach((text, index) => {
      const column = places[index];
      if (column && text) row[column.id] = text;
    });
    return row;
  });
  /** @type {Record<string, string>} */
  const answers = {};
  for (const [title = "", text = ""] of table.slice(end + 1)) {
    const question = named(questions, title);
    if (question && text) answers[question.id] = text;
  }
  const full = rows.filter((row) => Object.keys(row).length > 0);
  return { answers, rows: full.slice(0, MOST_ROWS), over: full.slice(MOST_ROWS) };
}
