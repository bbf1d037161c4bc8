// @ts-check
/** The words for what reading a response, or a link, may report. Apart from the reading: most visits report nothing. Pure. */

/** @typedef {import("../types.mjs").Problem} Problem */

/** By code; of two, the first is for one thing, the second for several. @type {Record<string, string|[string, string]>} */
const WORDS = {
  // Why nothing was read of a file
  "no-text": "There is no text to read.",
  "too-big": "The file is larger than 512 KiB, so it was not read.",
  "not-json": "The file is not JSON, or part of it is missing, so nothing was read.",
  "other-format": "This is not a response to this assessment, so nothing was read.",
  "bad-version":
    "The response does not say which version of the format it has, or names one that never was, so nothing was read.",
  "newer-version":
    "The response was saved in format {found}, and this page reads up to {most}. Reload the page, then try again.",
  "other-bank": "The response answers another set of questions, so nothing was read.",
  // What was found in one
  "kept-aside": [
    "1 answer belongs to a question this version no longer has; it is kept aside.",
    "{count} answers belong to questions this version no longer has; they are kept aside.",
  ],
  restored: ["1 answer that was kept aside is back in use.", "{count} answers that were kept aside are back in use."],
  moved: [
    "1 answer now stands under the question that took the place of its own.",
    "{count} answers now stand under the questions that took the place of their own.",
  ],
  recheck: [
    "1 question has changed since it was answered. The answer is kept; please check it again.",
    "{count} questions have changed since they were answered. The answers are kept; please check them again.",
  ],
  "bad-answer": [
    "1 answer has a value that its question does not offer, and was left out.",
    "{count} answers have values that their questions do not offer, and were left out.",
  ],
  "bad-value": [
    "1 entry could not be understood and was left out.",
    "{count} entries could not be understood and were left out.",
  ],
  shortened: [
    "1 text was too long, or held characters that cannot be shown, and was shortened.",
    "{count} texts were too long, or held characters that cannot be shown, and were shortened.",
  ],
  "unknown-field": [
    "1 entry has no place in a response and was left out.",
    "{count} entries have no place in a response and were left out.",
  ],
  "snapshot-refused": [
    "1 snapshot could not be read and was left out.",
    "{count} snapshots could not be read and were left out.",
  ],
  "snapshot-changed": ["1 snapshot was read only in part.", "{count} snapshots were read only in part."],
  "snapshot-surplus": [
    "1 snapshot was left out: the newest 50 are kept.",
    "{count} snapshots were left out: the newest 50 are kept.",
  ],
  // Why nothing was read of a link
  "no-code": "There is no code to read.",
  "too-long": "The link is longer than any that is made here, so it was not read.",
  damaged: "The link is cut short, was changed on its way, or belongs to other questions, so nothing was read.",
  "newer-link": "The link was made by a newer version of this page. Reload the page, then try again.",
  "other-levels": "The link was made when the questions had another number of levels, so nothing was read.",
  "bad-notes": "The notes in this link are damaged, or longer than a link may carry, so nothing was read.",
  "bad-bank": "The questions of this site have no clear numbers, so links cannot be read here.",
  // What was found in one
  "other-bank-version":
    "The link was made with another version of the questions ({theirs}; this one is {ours}). It is for reading only.",
  "unknown-number": [
    "1 answer belongs to a question this version does not have, and was left out.",
    "{count} answers belong to questions this version does not have, and were left out.",
  ],
  "notes-unread": "The link holds notes, which were not read.",
};

/** @param {Problem} problem @returns {string} one sentence, or two */
export function messageOf({ code, count, values }) {
  const words = WORDS[code];
  const pattern = Array.isArray(words) ? words[count === 1 ? 0 : 1] : words;
  /** @type {Record<string, unknown>} */
  const given = { count, ...values };
  return pattern.replace(/\{(\w+)\}/g, (_, name) => String(given[name]));
}
