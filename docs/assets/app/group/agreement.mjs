// @ts-check
/** How far several responses agree, question by question and over the whole form. Pure. */
import { answerOf, practicesOf, topOf } from "../response/answers.mjs";
import { LEAST_ITEMS, alphaReading, ordinalAlpha } from "./statistics/alpha.mjs";
import { labelOf } from "./statistics/label.mjs";
import { indices } from "./statistics/indices.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Practice} Practice */
/** @typedef {import("./statistics/indices.mjs").Indices} Indices */
/**
 * @typedef {Indices & {practice: string, counts: number[], unknown: number, na: number, left: number,
 *   label: import("./statistics/label.mjs").Label|null, chance: boolean}} Question `counts` of people by level; `left` alone
 */
/**
 * @typedef {object} Agreement
 * @property {number} people
 * @property {Question[]} questions in bank order
 * @property {number|null} alpha over the whole form; null for fewer than ten questions
 * @property {"dependable"|"tentative"|"discuss"|null} reading of that
 */

/** @param {Bank} bank @param {Response[]} responses @param {string} id @returns {number[]} the levels given */
export const levelsGiven = (bank, responses, id) =>
  responses.map((response) => answerOf(bank, response, id)).filter((value) => typeof value === "number");

/** @param {Bank} bank @param {Response[]} responses @param {Practice} practice @returns {Question} */
function questionOf(bank, responses, { id }) {
  const top = topOf(bank);
  const answers = responses.map((response) => answerOf(bank, response, id));
  const count = (/** @type {unknown} */ wanted) => answers.filter((answer) => answer === wanted).length;
  const values = levelsGiven(bank, responses, id);
  return {
    practice: id,
    counts: bank.levels.map((_, level) => count(level)),
    unknown: count("unknown"),
    na: count("na"),
    left: count(null),
    ...indices(values, top),
    ...labelOf(values, top),
  };
}

/**
 * @param {Bank} bank
 * @param {Response[]} responses
 * @param {string} [form] the one that all were asked to answer
 * @returns {Agreement}
 */
export function agreement(bank, responses, form = "full") {
  const practices = practicesOf(bank, form).filter(({ scored }) => scored !== false);
  const levels = responses.map((response) =>
    practices.map(({ id }) => {
      const value = answerOf(bank, response, id);
      return typeof value === "number" ? value : null;
    }),
  );
  const alpha = practices.length < LEAST_ITEMS ? null : ordinalAlpha(levels, topOf(bank));
  return {
    people: responses.length,
    questions: practicesOf(bank, form).map((practice) => questionOf(bank, responses, practice)),
    alpha,
    reading: alphaReading(alpha),
  };
}

const RANKS = { apart: 0, mixed: 1, aligned: 2 };

/** @param {Question} question @returns {number} */
const rankOf = ({ label }) => (label === null ? 3 : RANKS[label]);

/**
 * What to talk about first: apart before mixed before aligned; within these by the widest gap between roles, then by
 * the share who do not know, then by AD_M; ties stay in bank order.
 * @param {Question[]} questions
 * @param {Record<string, number>} [gaps] by practice, of those that may be shown
 * @returns {Question[]}
 */
export function talkFirst(questions, gaps = {}) {
  const gap = (/** @type {Question} */ { practice }) => Math.abs(gaps[practice] ?? 0);
  const share = (/** @type {Question} */ { unknown, n }) => (unknown + n === 0 ? 0 : unknown / (unknown + n));
  return [...questions].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) || gap(b) - gap(a) || share(b) - share(a) || (b.deviation ?? 0) - (a.deviation ?? 0),
  );
}
