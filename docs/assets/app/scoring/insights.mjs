// @ts-check
/** Which patterns a response shows: a bank and a response in, insight ids out. Pure. */
import { answerOf, formOf, practicesOf } from "../response/answers.mjs";
import { EPSILON, summarise } from "./score.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */
/** @typedef {import("../types.mjs").Condition} Condition */
/** @typedef {import("../types.mjs").Insight} Insight */

/**
 * @param {Condition} condition
 * @param {number|null} x
 * @returns {boolean} true when x is known and within each bound given
 */
function within({ atLeast: least, atMost: most }, x) {
  if (x === null || (least === undefined && most === undefined)) return false;
  return (least === undefined || x >= least - EPSILON) && (most === undefined || x <= most + EPSILON);
}

/**
 * Ids of the insights whose every condition holds, in bank order.
 * `mean` reads the point of a dimension or axis; in the quick form, the point that the same rule gives over the
 * practices asked. Where there is no point, or the practice is unknown, left alone, na or not asked, nothing holds.
 * @param {Bank} bank @param {Answered|null|undefined} response @returns {string[]}
 */
export function firedInsights(bank, response) {
  const { form, axes, dimensions, outcomes } = summarise(bank, response);
  const asked = new Set(practicesOf(bank, form).map(({ id }) => id));
  const mean = (/** @type {string|undefined} */ id) => {
    const scores = [dimensions, axes, outcomes].find((each) => id !== undefined && Object.hasOwn(each, id));
    return scores?.[String(id)].point ?? null;
  };
  const level = (/** @type {string} */ id) => {
    const answer = asked.has(id) ? answerOf(bank, response, id) : null;
    return typeof answer === "number" ? answer : null;
  };
  const side = (/** @type {string} */ id) => (asked.has(id) ? level(id) : mean(id));
  const gap = ([a, b] = /** @type {string[]} */ ([])) => {
    const [first, second] = [side(a), side(b)];
    return first === null || second === null ? null : first - second;
  };
  const holds = (/** @type {Condition} */ condition) => {
    if (condition.practice !== undefined) return within(condition, level(condition.practice));
    return within(condition, condition.gap ? gap(condition.gap) : mean(condition.mean));
  };
  return (bank.insights ?? []).filter(({ when }) => when.length > 0 && when.every(holds)).map(({ id }) => id);
}

/**
 * @param {Insight} insight
 * @returns {string[]} the practices it points at; where it names none, those of its conditions
 */
export const pointsAt = ({ practices, when }) => practices ?? when.flatMap(({ practice }) => practice ?? []);
