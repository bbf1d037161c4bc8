// @ts-check
/** The steps of a plan for one response: plays in their order, each with its reason and its time. Pure. */
import { answerOf, isOutcome, topOf } from "../response/answers.mjs";
import { applyPlays, buildPlan, startPlan } from "./planner.mjs";
import { EPSILON, summarise } from "./score.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */
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
 * @property {number} gain in overall score (0 to L), `alsoLifts` included; see planner.mjs
 * @property {number} priority
 * @property {WaveId} wave
 * @property {string|null} effort null where it is unknown
 * @property {number} days person-days; 0 where they are unknown
 * @property {Move[]} alsoLifts other practices that go up by one
 * @property {{practice: string, value: number, anchor: string, next: string, insights: string[]}} because `value` is the
 *   reader's own answer, `anchor` that of `from`: the same, unless a play before this one has lifted it; `next` the anchor the
 *   play leads to, `insights` the patterns that point here, the quadrant among them
 */
/** `levels` are those that the plan starts from.
 * @typedef {{plays: Step[], insights: string[], targets: Record<string, number>, levels: Map<string, number>}} Steps */

/** Months by whose end a play must fit. @type {[WaveId, number][]} */
export const WAVES = [
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
export function withLevels(response, levels) {
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
      anchor: anchors[own.from],
      next: anchors[own.to],
      insights: plan.named.get(practice) ?? [],
    };
    return { play: play.id, ...own, gain, priority, wave, effort: play.effort, days: days ?? 0, alsoLifts, because };
  });
}

/**
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {Options} [wishes]
 * @returns {Steps}
 */
export function stepsFor(bank, response, wishes = {}) {
  const daysPerMonth = wishes.daysPerMonth ?? bank.scoring?.daysPerMonth ?? 10;
  const targets = targetsFor(bank, response, wishes.targets);
  const plan = startPlan(bank, response, targets);
  applyPlays(plan, wishes.done ?? []);
  const levels = new Map(plan.levels);
  const plays = stepsOf(bank, response, plan, buildPlan(plan, wishes), daysPerMonth);
  return { plays, insights: plan.insights, targets, levels };
}
