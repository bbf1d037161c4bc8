// @ts-check
/** Answers and plan as tables (RFC 4180): commas, CRLF, quotes where a cell needs them. Pure. */
import { formOf, givenOf, practicesOf, wording } from "../response/answers.mjs";
import { WAVE_DAYS, dayAfter, readOnText, stepText } from "./text.mjs";
import { recheck } from "../response/read.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */

/** Keys of the words at the head of each column. */
const ANSWERS = [
  "dimension",
  "practice",
  "question",
  "answer",
  "level",
  "anchor",
  "basis",
  "note",
  "reason",
  "recheck",
];
const PLAN = ["title", "description", "labels", "due", "estimate"];

/** Where a formula would begin: in some countries spreadsheets take wide signs too. */
const FIRST = /^(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/;

/** And where one would begin if semicolons parted the cells, as elsewhere they do; a list with dashes is left alone. */
const LATER = /(?<=[;\t\r\n])(?=[=+@\uff1d\uff0b\uff20]|[-\uff0d](?! ))/g;

/** @param {string|number} value @returns {string} a cell that no spreadsheet takes for a formula */
function cell(value) {
  const text = typeof value === "string" ? value.replace(LATER, "'").replace(FIRST, "'") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {(string|number)[][]} rows @returns {string} a ' precedes what a spreadsheet would take for a formula */
export const toCsv = (rows) => rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");

/**
 * One row for each question of the form, in bank order. Begins with a byte order mark: spreadsheets take the file for
 * some older encoding without one.
 * @param {Bank} bank
 * @param {Response} response
 * @param {import("./text.mjs").Say} say
 * @returns {string} an answer is a level's number, "unknown", "na", or empty when left alone
 */
export function answersCsv(bank, response, say) {
  const words = wording(bank, response);
  const changed = new Set(recheck(bank, response));
  const names = new Map(bank.dimensions.map(({ id, name }) => [id, name ?? id]));
  const rows = practicesOf(bank, formOf(bank, response)).map((practice) => {
    const value = givenOf(bank, response, practice.id);
    const { basis = "", note = "", reason = "" } = value === null ? {} : response.answers[practice.id];
    const [level, anchor] =
      typeof value === "number" ? [bank.levels[value].name ?? "", words(practice.anchors[value])] : ["", ""];
    const asked = [names.get(practice.dimension) ?? "", practice.id, words(practice.question)];
    const mark = changed.has(practice.id) ? say("answers_recheck_yes") : "";
    return [...asked, value ?? "", level, anchor, basis, note, reason, mark];
  });
  return `\ufeff${toCsv([ANSWERS.map((key) => say(`answers_${key}`)), ...rows])}`;
}

/**
 * One row for each play, in the order of the plan, with the columns that issue trackers ask for. No byte order mark:
 * trackers would take it for part of the first column's name. Labels: the bank, the wave, the effort, the dimension.
 * @param {Bank} bank
 * @param {Response} response
 * @param {import("../scoring/recommend.mjs").Advice} advice
 * @param {import("./text.mjs").Say} say
 * @param {Date|string|null} [start] first day of the plan, that of the last answer unless given; without one, and for
 *   plays that come later, no date is due
 * @param {string} [site] address of the site, with a slash at its end, for links to the plays
 * @returns {string}
 */
export function planCsv(bank, response, advice, say, start = response.updated, site) {
  const rows = advice.plays.map((step) => {
    const { title, dimension, lines, url } = stepText(bank, response, step, say, site);
    if (url) lines.push(readOnText(step.effort, url, say));
    const known = step.effort !== null;
    const labels = [bank.id, step.wave, ...(known ? [`effort-${step.effort}`.toLowerCase()] : []), dimension];
    const end = WAVE_DAYS[step.wave].to;
    const due = start && end !== null ? dayAfter(start, end) : "";
    return [title, lines.join("\n"), labels.join(", "), due, known ? `${step.days}d` : ""];
  });
  return toCsv([PLAN.map((key) => say(`plan_${key}`)), ...rows]);
}
