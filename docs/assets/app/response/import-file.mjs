// @ts-check
/** A file that somebody wants to open: read, and set beside the answers in use before anything changes. Pure. */
import { progress } from "./answers.mjs";
import { isRecord, own } from "./fields.mjs";
import { FORMAT, LIMITS, isTooLarge } from "./edit.mjs";
import { readResponse } from "./read.mjs";
import { sideBySide } from "./align.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answer} Answer */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Problem} Problem */

const REPORT = "push-to-pull/report";
const SHEETS = "worksheets";

/** @param {string} text @returns {string|null} the response in a report, as a file would hold it; null for all else */
function reported(text) {
  if (isTooLarge(text, LIMITS.report)) return null;
  try {
    const raw = JSON.parse(text.replace(/^\ufeff/, ""));
    if (!isRecord(raw) || own(raw, "format") !== REPORT || own(raw, "version") !== 1) return null;
    return JSON.stringify(own(raw, "response") ?? null);
  } catch {
    return null;
  }
}

/** @param {string} text @returns {string} without the worksheets that a file may hold besides the answers: another module reads them */
function withoutSheets(text) {
  if (!text.includes(`"${SHEETS}"`) || isTooLarge(text, LIMITS.report)) return text;
  try {
    const raw = JSON.parse(text.replace(/^\ufeff/, ""));
    if (!isRecord(raw) || own(raw, "format") !== FORMAT || own(raw, SHEETS) === undefined) return text;
    const { [SHEETS]: apart, ...rest } = raw;
    return JSON.stringify(rest);
  } catch {
    return text;
  }
}

/**
 * As readResponse; a report (see exports/json.mjs) is opened for the response in it. Never throws, whatever is given.
 * @param {Bank} bank
 * @param {string} text
 * @returns {{response: Response|null, problems: Problem[]}}
 */
export function readFile(bank, text) {
  const found = readResponse(bank, withoutSheets(text));
  if (found.response || !["other-format", "too-big"].includes(found.problems[0].code)) return found;
  const inside = reported(text);
  return inside === null ? found : readResponse(bank, inside);
}

/**
 * What a response holds, and what taking it in place of another would change.
 * @param {Bank} bank
 * @param {Response} present
 * @param {Response} given
 * @returns {{answered: number, unknown: number, of: number, notes: number, changed: number, gained: number,
 *   lost: number, apart: number, alike: boolean}} `changed`, `gained` and `lost` count levels, `apart` answers to
 *   another wording; `alike` when not even a note differs
 */
export function weigh(bank, present, given) {
  // All answers count here, whichever form they were given in: all of them would be replaced.
  const whole = (/** @type {Response} */ response) => ({ ...response, form: "full" });
  const kinds = sideBySide(bank, whole(present), whole(given)).map(({ kind }) => kind);
  const count = (/** @type {string} */ wanted) => kinds.filter((kind) => kind === wanted).length;
  const { answered, unknown, of } = progress(bank, given, "full");
  return {
    answered,
    unknown,
    of,
    notes: Object.values(given.answers).filter(({ note }) => note).length,
    changed: count("changed"),
    gained: count("gained"),
    lost: count("lost"),
    apart: count("apart"),
    alike: same(present.answers, given.answers),
  };
}

/** @param {Record<string, Answer>} one @param {Record<string, Answer>} other @returns {boolean} */
const same = (one, other) => {
  const flat = (/** @type {Record<string, Answer>} */ answers) =>
    JSON.stringify(
      Object.entries(answers)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, { value, basis, note, reason, rev = 1 }]) => [id, value, basis, note, reason, rev]),
    );
  return flat(one) === flat(other);
};
