// @ts-check
/** Advice from one response: a plan in waves, patterns, what to find out, what to keep doing. Pure. */
import { answerOf, formOf, practicesOf, topOf } from "../response/answers.mjs";
import { shares } from "./influence.mjs";
import { scoreResponse } from "./score.mjs";
import { WAVES, stepsFor, withLevels } from "./steps.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */
/** @typedef {import("../types.mjs").Profile} Profile */
/** @typedef {import("./steps.mjs").Options} Options */
/** @typedef {import("./steps.mjs").Step} Step */
/** @typedef {import("./steps.mjs").Steps} Steps */
/** @typedef {import("./steps.mjs").WaveId} WaveId */
/** `begin` is the play whose first step stands in the first wave where no whole play fits in it, else null; `profile`
 *   once this wave and all before it are done.
 * @typedef {{id: WaveId, plays: string[], begin: string|null, days: number, profile: Profile}} Wave */
/** @typedef {{plays: Step[], insights: string[], findOut: string[], keepDoing: string[], waves: Wave[],
 *   targets: Record<string, number>}} Advice */

const KEPT = 3; // practices to keep doing

/**
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {Map<string, number>} levels at the start; raised step by step
 * @param {Step[]} steps
 * @returns {Wave[]} all three, empty ones too
 */
function wavesOf(bank, response, levels, steps) {
  return WAVES.map(([id]) => {
    const mine = steps.filter(({ wave }) => wave === id);
    for (const move of mine.flatMap((step) => [step, ...step.alsoLifts])) levels.set(move.practice, move.to);
    const days = mine.reduce((sum, step) => sum + step.days, 0);
    return {
      id,
      plays: mine.map(({ play }) => play),
      begin: id === WAVES[0][0] && mine.length === 0 ? (steps[0]?.play ?? null) : null,
      days,
      profile: scoreResponse(bank, withLevels(response, levels)),
    };
  });
}

/**
 * Unknown practices: those answered "unknown" before those left alone, then the largest share of the overall range
 * first, ties in bank order.
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @returns {string[]}
 */
function findOutOf(bank, response) {
  const share = shares(bank, response);
  const rank = (/** @type {string} */ id) =>
    (answerOf(bank, response, id) === "unknown" ? 1000 : 0) + (share.get(id)?.low ?? 0);
  return practicesOf(bank, formOf(bank, response))
    .map(({ id }) => id)
    .filter((id) => [null, "unknown"].includes(/** @type {string|null} */ (answerOf(bank, response, id))))
    .sort((a, b) => rank(b) - rank(a));
}

/**
 * At most three practices at or above the target of their dimension that the plan does not move: those whose answer was
 * seen first, then the highest, ties in bank order.
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {Record<string, number>} targets
 * @param {Step[]} steps
 * @returns {string[]}
 */
function keepDoingOf(bank, response, targets, steps) {
  const moved = new Set(
    steps.flatMap(({ practice, alsoLifts }) => [practice, ...alsoLifts.map((also) => also.practice)]),
  );
  const rank = (/** @type {string} */ id) =>
    Number(answerOf(bank, response, id)) + (response?.answers[id].basis === "seen" ? topOf(bank) + 1 : 0);
  return practicesOf(bank, formOf(bank, response))
    .filter(({ id, dimension }) => Number(answerOf(bank, response, id) ?? NaN) >= targets[dimension] && !moved.has(id))
    .map(({ id }) => id)
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, KEPT);
}

/**
 * Advice for one response. The same bank, response and options always give the same advice. What to find out is
 * whole: a page shows the first five and folds the rest.
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {Options|null} [options]
 * @returns {Advice}
 */
export const recommend = (bank, response, options) => adviceOn(bank, response, stepsFor(bank, response, options ?? {}));

/**
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {Steps} steps
 * @returns {Advice} these steps, and all that goes with them
 */
export const adviceOn = (bank, response, { plays, insights, targets, levels }) => ({
  plays,
  insights,
  findOut: findOutOf(bank, response),
  keepDoing: keepDoingOf(bank, response, targets, plays),
  waves: wavesOf(bank, response, new Map(levels), plays),
  targets,
});
