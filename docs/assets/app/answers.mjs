// @ts-check
/** What a response answers, as every other module reads it: form, practices asked, one value per practice. Pure. */

/** @typedef {import("./types.mjs").Bank} Bank */
/** @typedef {import("./types.mjs").Answered} Answered */
/** @typedef {import("./types.mjs").Practice} Practice */

/** @param {Bank} bank @returns {number} L, the value of the top level */
export const topOf = (bank) => bank.levels.length - 1;

/**
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @returns {string} a form the bank has; "full" when in doubt
 */
export const formOf = (bank, response) =>
  typeof response?.form === "string" && Object.hasOwn(bank.forms ?? {}, response.form) ? response.form : "full";

/** @param {Bank} bank @param {string} form @returns {Practice[]} the practices it asks, in bank order */
export function practicesOf(bank, form) {
  const forms = bank.forms ?? {};
  if (!Object.hasOwn(forms, form)) return bank.practices;
  const ids = new Set(forms[form]);
  return bank.practices.filter((practice) => ids.has(practice.id));
}

/** @param {Bank} bank @param {Answered|null|undefined} response @param {string} id
 * @returns {number|"unknown"|"na"|null} the answer; null when left alone or no value of this bank */
export function answerOf(bank, response, id) {
  const answers = response?.answers;
  if (typeof answers !== "object" || answers === null || !Object.hasOwn(answers, id)) return null;
  const value = answers[id]?.value;
  if (value === "unknown" || value === "na") return value;
  return Number.isInteger(value) && value >= 0 && value <= topOf(bank) ? value : null;
}
