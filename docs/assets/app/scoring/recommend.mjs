// @ts-check
/** Advice from one response: a plan in waves, patterns, what to find out, what to keep doing. Pure. */
import { answerOf, formOf, isOutcome, practicesOf, topOf } from "../response/answers.mjs";
import { applyPlays, buildPlan, startPlan } from "./planner.mjs";
import { EPSILON, scoreResponse, summarise } from "./score.mjs";
import { shares } from "./influence.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */
/** @typedef {import("../types.mjs").Profile} Profile */
/** @typedef {import("./planner.mjs").Plan} Plan */
/** @typedef {import("./planner.mjs").Move} Move */
/** @typedef {import("./planner.mjs").Candidate} Candidate */
/**
 * @typedef {object} Options
 * @property {Record<string, number>} [targets] level by dimension; goes before the targets of the response
 * @property {number} [daysPerMonth] person-days a month that can be given; 10
 * @property {string[]} [done] play ids taken as finished: the plan starts from the levels they lead to. A done play
 *   has no more effect once the answer itself has been raised as far
 * @property {string[]} [dropped] play ids never to propose
 * @property {string[]} [pinned] play ids that come first, in this order, whatever their priority, the target or the
 *   caps. One that cannot lift anything (practice unknown, na, or already as high) is left out
 * @property {number} [most] plays in the plan: 20, or 3 in the quick form. Pinned plays count, but are never cut
 */
/** @typedef {"now"|"next"|"later"} WaveId first 30 days, to day 90, the rest */
/**
 * @typedef {object} Step
 * @property {string} play
 * @property {string} practice
 * @property {number} from its level when the play's turn comes
 * @property {number} to
 * @property {number} gain in overall score (0 to L), `alsoLifts` included; see plan.mjs
 * @property {number} priority
 * @property {WaveId} wave
 * @property {string|null} effort null where it is unknown
 * @property {number} days person-days; 0 where they are unknown
 * @property {Move[]} alsoLifts other practices that go up by one
 * @property {{practice: string, value: number, anchor: string, next: string, insights: string[]}} because `value` and
 *   `anchor` are the reader's own answer, `next` the anchor the play leads to, `insights` the patterns that point here, the quadrant
 *   among them
 */
/** `profile` once this wave and all before it are done.
 * @typedef {{id: WaveId, plays: string[], days: number, profile: Profile}} Wave */
/** @typedef {{plays: Step[], insights: string[], findOut: string[], keepDoing: string[], waves: Wave[],
 *   targets: Record<string, number>}} Advice */

const KEPT = 3; // practices to keep doing

/** Months by whose end a play must fit. @type {[WaveId, number][]} */
const WAVES = [
  ["now", 1],
  ["next", 3],
  ["later", Infinity],
];

/**
 * Target level of each dimension: the reader's (`chosen`, then `response.targets`), else one above the point rounded
 * down, no lower than 2, no higher than the top. Without a point, the mean of the known answers is used instead.
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {Record<string, number>} [chosen]
 * @returns {Record<string, number>} by dimension
 */
export function targetsFor(bank, response, chosen) {
  const { dimensions, means } = summarise(bank, response);
  const top = topOf(bank);
  const own = (/** @type {Record<string, number>|undefined} */ levels, /** @type {string} */ id) => {
    const level = typeof levels === "object" && levels !== null && Object.hasOwn(levels, id) ? levels[id] : null;
    return level !== null && Number.isInteger(level) && level >= 0 && level <= top ? level : null;
  };
  const usual = (/** @type {string} */ id) => {
    const above = Math.floor((dimensions[id].point ?? means[id] ?? 0) + EPSILON) + 1;
    return Math.min(top, Math.max(bank.scoring?.targetLeast ?? 2, above));
  };
  return Object.fromEntries(
    bank.dimensions
      .filter((each) => !isOutcome(each))
      .map(({ id }) => [id, own(chosen, id) ?? own(response?.targets, id) ?? usual(id)]),
  );
}

/**
 * @param {Answered|null|undefined} response
 * @param {Iterable<[string, number]>} levels
 * @returns {Answered} a copy in which these practices have these levels
 */
function withLevels(response, levels) {
  const raised = [...levels].filter(([id, value]) => response?.answers[id].value !== value);
  const changed = raised.map(([id, value]) => [id, { ...response?.answers[id], value }]);
  return { ...response, answers: { ...response?.answers, ...Object.fromEntries(changed) } };
}

/**
 * The response as it would be once these plays had done their work; for what-if, never to be saved as answers unasked.
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {string[]} ids
 * @param {Options} [options] `targets` alone counts
 * @returns {Answered}
 */
export function withPlays(bank, response, ids, options) {
  const plan = startPlan(bank, response, targetsFor(bank, response, options?.targets));
  applyPlays(plan, ids);
  return withLevels(response, plan.levels);
}

/**
 * Days add up in the order of the plan and a later play never overtakes, so more capacity never delays one. Of plays
 * whose effort is unknown a month holds as many as the first part of a plan.
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {Plan} plan
 * @param {Candidate[]} chosen
 * @param {number} daysPerMonth
 * @returns {Step[]}
 */
function stepsOf(bank, response, plan, chosen, daysPerMonth) {
  let spent = 0;
  const share = daysPerMonth / (bank.scoring?.planFirst ?? 5);
  return chosen.map(({ play, days, moves: [own, ...alsoLifts], gain, priority }) => {
    spent += days ?? share;
    const wave = WAVES.find(([, months]) => spent <= months * daysPerMonth + EPSILON)?.[0] ?? "later";
    const { practice } = own;
    const anchors = plan.practices.get(practice)?.anchors ?? [];
    const value = Number(answerOf(bank, response, practice));
    const because = {
      practice,
      value,
      anchor: anchors[value],
      next: anchors[own.to],
      insights: plan.named.get(practice) ?? [],
    };
    return { play: play.id, ...own, gain, priority, wave, effort: play.effort, days: days ?? 0, alsoLifts, because };
  });
}

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
export function recommend(bank, response, options) {
  const wishes = options ?? {};
  const daysPerMonth = wishes.daysPerMonth ?? bank.scoring?.daysPerMonth ?? 10;
  const targets = targetsFor(bank, response, wishes.targets);
  const plan = startPlan(bank, response, targets);
  applyPlays(plan, wishes.done ?? []);
  const start = new Map(plan.levels);
  const plays = stepsOf(bank, response, plan, buildPlan(plan, wishes), daysPerMonth);
  return {
    plays,
    insights: plan.insights,
    findOut: findOutOf(bank, response),
    keepDoing: keepDoingOf(bank, response, targets, plays),
    waves: wavesOf(bank, response, start, plays),
    targets,
  };
}
