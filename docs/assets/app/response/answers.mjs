// @ts-check
/** What a response answers, as every other module reads it: form, practices asked, one value for each, how many. Pure. */

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */
/** @typedef {import("../types.mjs").Practice} Practice */
/** @typedef {{answered: number, unknown: number, na: number, left: number, of: number}} Count */

/** @param {Bank} bank @returns {number} L, the value of the top level */
export const topOf = (bank) => bank.levels.length - 1;

/**
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @returns {string} a form the bank has; "full" when in doubt
 */
export const formOf = (bank, response) =>
  typeof response?.form === "string" && Object.hasOwn(bank.forms ?? {}, response.form) ? response.form : "full";

/** @param {string} form @returns {boolean} whether it asks a part of the questions, so that no dimension is scored */
export const isPart = (form) => form !== "full";

/** @param {Pick<Bank, "formTitles">} bank @param {string} form @returns {string} its name on pages */
export const formTitle = ({ formTitles = {} }, form) => (Object.hasOwn(formTitles, form) ? formTitles[form] : form);

/**
 * @template {Practice} P
 * @param {{practices: P[], forms?: Bank["forms"]}} bank
 * @param {string} form
 * @returns {P[]} the practices it asks, in bank order
 */
export function practicesOf(bank, form) {
  const forms = bank.forms ?? {};
  if (!Object.hasOwn(forms, form)) return bank.practices;
  const ids = new Set(forms[form]);
  return bank.practices.filter((practice) => ids.has(practice.id));
}

/** @param {import("../types.mjs").Dimension} dimension @returns {boolean} whether it holds outcomes, beside the score */
export const isOutcome = ({ axis }) => axis === null || axis === undefined;

/**
 * @template {import("../types.mjs").Dimension} D
 * @param {{dimensions: D[]}} bank
 * @returns {D[]} those that are scored together
 */
export const assessed = ({ dimensions }) => dimensions.filter((each) => !isOutcome(each));

/**
 * @param {Bank} bank
 * @param {Pick<import("../types.mjs").Response, "people">} response
 * @returns {(text: string|undefined) => string} puts the respondent's word for {people} into a text of the bank
 */
export function wording(bank, response) {
  const word = response.people || (bank.people?.[0] ?? "");
  return (text) => (text ?? "").replaceAll("{people}", word);
}

/** @type {WeakMap<Practice[], Map<string, Practice>>} */
const indexes = new WeakMap();

/** @param {Bank} bank @param {string} id @returns {Practice|undefined} */
export function practiceOf({ practices }, id) {
  if (!indexes.has(practices)) indexes.set(practices, new Map(practices.map((each) => [each.id, each])));
  return indexes.get(practices)?.get(id);
}

/**
 * @param {Bank} bank
 * @param {string|undefined} made version of the bank that the response answers
 * @param {Practice} practice
 * @param {import("../types.mjs").Answer} answer
 * @returns {number} rev of the question as it was when this answer was given
 */
export const revOf = (bank, made, practice, answer) =>
  answer.rev ?? (made === bank.bankVersion ? (practice.rev ?? 1) : 1);

/**
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {string} id
 * @returns {boolean} whether it was answered when the question asked something else: it waits for a second look
 */
export function isWaiting(bank, response, id) {
  const practice = practiceOf(bank, id);
  const answer = response?.answers?.[id];
  if (!practice?.countsFrom || typeof answer !== "object" || answer === null) return false;
  return revOf(bank, response?.bank?.version, practice, answer) < practice.countsFrom;
}

/** @param {Bank} bank @param {Answered|null|undefined} response @param {string} id
 * @returns {number|"unknown"|"na"|null} the answer; null when left alone, waiting, or no value of this bank */
export function answerOf(bank, response, id) {
  return isWaiting(bank, response, id) ? null : givenOf(bank, response, id);
}

/** @param {Bank} bank @param {Answered|null|undefined} response @param {string} id
 * @returns {number|"unknown"|"na"|null} the answer as it was given, even where it waits for a second look */
export function givenOf(bank, response, id) {
  const answers = response?.answers;
  if (typeof answers !== "object" || answers === null || !Object.hasOwn(answers, id)) return null;
  const value = answers[id]?.value;
  if (value === "unknown" || value === "na") return value;
  return Number.isInteger(value) && value >= 0 && value <= topOf(bank) ? value : null;
}

/**
 * How much of a form is answered. `answered` counts every question not left alone, `unknown` and `na` among them:
 * answered + left = of.
 * @param {Bank} bank
 * @param {import("../types.mjs").Answered|null|undefined} response
 * @param {string} [form] that of the response
 * @returns {Count & {byDimension: Record<string, Count>}} only dimensions that the form asks about
 */
export function progress(bank, response, form = formOf(bank, response)) {
  const empty = () => ({ answered: 0, unknown: 0, na: 0, left: 0, of: 0 });
  const all = empty();
  /** @type {Record<string, Count>} */
  const byDimension = {};
  for (const { id, dimension } of practicesOf(bank, form)) {
    const answer = answerOf(bank, response, id);
    byDimension[dimension] ??= empty();
    for (const count of [all, byDimension[dimension]]) {
      count.of += 1;
      count[answer === null ? "left" : "answered"] += 1;
      if (answer === "unknown" || answer === "na") count[answer] += 1;
    }
  }
  return { ...all, byDimension };
}
