// @ts-check
/** A result as files to keep, print, send on, or hand to another program. Pure. */
import { LIMITS, compact, isTooLarge } from "../response/edit.mjs";

export { planCalendar } from "./ics.mjs";
export { answersCsv, planCsv } from "./csv.mjs";
export { toMarkdown } from "./markdown.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Profile} Profile */
/** @typedef {import("../scoring/recommend.mjs").Advice} Advice */

const REPORT = { format: "push-to-pull/report", version: 1 };

/**
 * A report for other programs: the response as its file has it, with all scores and the advice.
 * @param {Bank} bank @param {Response} response @param {Profile} profile @param {Advice} advice
 * @returns {string} JSON of `{format: "push-to-pull/report", version: 1, bank, response, profile, advice}`, where bank
 *   is id and version of the one that scored it
 */
export function toJson(bank, response, profile, advice) {
  const scored = { id: bank.id, version: bank.bankVersion ?? "" };
  const report = { ...REPORT, bank: scored, response: JSON.parse(compact(bank, response)), profile, advice };
  const lines = `${JSON.stringify(report, null, 2)}\n`;
  return isTooLarge(lines, LIMITS.report) ? JSON.stringify(report) : lines;
}
