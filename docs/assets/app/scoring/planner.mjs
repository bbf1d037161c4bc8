// @ts-check
/**
 * Ranks plays by one rule, score gained per effort, sooner when a pattern points at it; builds a plan greedily. Pure.
 *
 *   priority = gain × (1 + 0.3 × patterns that name the practice, at most 2) ÷ effort cost (S 1, M 2, L 4)
 *
 * A pattern is an insight that fired or, where only one is possible, the quadrant. What the quadrant names comes first,
 * so that the way out of it and the first play are one advice.
 *
 * `gain` is what the overall point rises by. Where there is no overall point (quick form, or too little known) it is
 * what the lowest possible overall score rises by: that much is certain whatever the unknown answers turn out to be.
 */
import { answerOf, formOf, practicesOf, topOf } from "../response/answers.mjs";
import { effortsOf } from "./efforts.mjs";
import { firedInsights, pointsAt } from "./insights.mjs";
import { EPSILON, quadrantsIn, scoreResponse, summarise } from "./score.mjs";
import { shares } from "./influence.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */
/** @typedef {import("../types.mjs").Play} Play */
/** @typedef {{practice: string, from: number, to: number}} Move */
/** `days` null where the effort is unknown. @typedef {{play: Play, days: number|null, moves: Move[], gain: number, priority: number}} Candidate */
/** @typedef {{done?: string[], dropped?: string[], pinned?: string[], most?: number}} Wishes */

/** What a reader can make of a play; it has one of these marks or none. @typedef {"pinned"|"dropped"|"done"} Mark */

/** @type {Mark[]} */
const MARKS = ["pinned", "dropped", "done"];

/**
 * @param {import("../types.mjs").PlanWishes} wishes
 * @param {Mark|null} name
 * @param {string[]} plays
 * @returns {import("../types.mjs").PlanWishes} in which these plays have this mark and no other; with null, none
 */
export function marked(wishes, name, plays) {
  const lists = MARKS.map((each) => [each, (wishes[each] ?? []).filter((id) => !plays.includes(id))]);
  const bare = Object.fromEntries(lists);
  return { ...wishes, ...bare, ...(name && { [name]: [...bare[name], ...plays] }) };
}

/**
 * All that a plan is built from. Only `levels`, the working copy, changes afterwards.
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @param {Record<string, number>} targets level by dimension
 */
export function startPlan(bank, response, targets) {
  const practices = practicesOf(bank, formOf(bank, response));
  const profile = summarise(bank, response);
  const insights = firedInsights(bank, response);
  /** @type {Map<string, string[]>} */
  const named = new Map();
  for (const insight of bank.insights ?? []) {
    if (!insights.includes(insight.id)) continue;
    for (const id of new Set(pointsAt(insight))) named.set(id, [...(named.get(id) ?? []), insight.id]);
  }
  const places = (bank.quadrants ?? []).filter(({ id }) => quadrantsIn(bank, profile.axes).includes(id));
  const wayOut = new Set(places.length === 1 ? (places[0].practices ?? []) : []);
  for (const id of wayOut) named.set(id, [...(named.get(id) ?? []), places[0].id]);
  /** @type {Map<string, number>} */
  const levels = new Map();
  for (const { id } of practices) {
    const answer = answerOf(bank, response, id);
    if (typeof answer === "number") levels.set(id, answer);
  }
  return {
    bank,
    targets,
    insights,
    named,
    wayOut,
    levels,
    practices: new Map(practices.map((practice) => [practice.id, practice])),
    axisOf: new Map(bank.dimensions.map(({ id, axis }) => [id, axis])),
    effortOf: effortsOf(bank),
    weak: weakerAxis(bank, profile.axes),
    share: shares(bank, response),
    counts: /** @type {"point"|"low"} */ (scoreResponse(bank, response).overall.point === null ? "low" : "point"),
    most: profile.form === "full" ? 20 : 3,
  };
}
/** @typedef {ReturnType<typeof startPlan>} Plan */

/**
 * @param {Bank} bank
 * @param {Record<string, import("../types.mjs").Score>} axes
 * @returns {string|null} the axis behind by 0.8 or more; null when neither is, or one has no point
 */
function weakerAxis(bank, axes) {
  const [low, high] = bank.axes
    .flatMap(({ id }) => (axes[id].point === null ? [] : { id, point: Number(axes[id].point) }))
    .sort((a, b) => a.point - b.point); // at most two
  return high && high.point - low.point >= (bank.scoring?.weakAxisGap ?? 0.8) - EPSILON ? low.id : null;
}

/** @param {Plan} plan @param {string} practice @returns {string} its dimension */
const dimensionOf = (plan, practice) => plan.practices.get(practice)?.dimension ?? "";

/** @param {Plan} plan @param {string} practice @returns {number} the target of its dimension */
const targetOf = (plan, practice) => plan.targets[dimensionOf(plan, practice)] ?? 0;

/**
 * @param {Plan} plan
 * @param {Play} play
 * @returns {Move[]} its own practice first; empty when that is not known, or already as high
 */
function movesOf(plan, play) {
  const from = plan.levels.get(play.practice);
  const to = Math.min(topOf(plan.bank), play.liftsTo);
  if (from === undefined || !(to > from)) return [];
  const moves = [{ practice: play.practice, from, to }];
  for (const practice of new Set(play.alsoLifts ?? [])) {
    const level = plan.levels.get(practice);
    if (practice === play.practice || level === undefined || level >= targetOf(plan, practice)) continue;
    moves.push({ practice, from: level, to: level + 1 });
  }
  return moves;
}

/** @param {Plan} plan @param {Play} play @returns {Candidate|null} null when it would lift nothing now */
function weigh(plan, play) {
  const moves = movesOf(plan, play);
  if (moves.length === 0) return null;
  const gain = moves.reduce(
    (sum, { practice, from, to }) => sum + (plan.share.get(practice)?.[plan.counts] ?? 0) * (to - from),
    0,
  );
  const { insightBonus = 0.3, insightBonusMost = 2 } = plan.bank.scoring ?? {};
  const patterns = Math.min(insightBonusMost, plan.named.get(play.practice)?.length ?? 0);
  const { days, cost } = plan.effortOf(play.effort);
  return { play, days, moves, gain, priority: (gain * (1 + insightBonus * patterns)) / cost };
}

/**
 * @param {Plan} plan
 * @param {string[]} ids
 * @returns {Candidate[]} the plays among them that lift something, each applied to the working copy in turn
 */
export function applyPlays(plan, ids) {
  return [...new Set(ids)].flatMap((id) => {
    const play = (plan.bank.plays ?? []).find((each) => each.id === id);
    const candidate = play ? weigh(plan, play) : null;
    candidate?.moves.forEach(({ practice, to }) => plan.levels.set(practice, to));
    return candidate ?? [];
  });
}

/**
 * The plays of a known practice below its target that have the smallest `liftsTo` above its level.
 * @param {Plan} plan
 * @param {string} practice
 * @param {Play[]} plays of the practice that may be proposed
 * @returns {Candidate[]} in bank order
 */
function candidatesOf(plan, practice, plays) {
  const level = plan.levels.get(practice);
  if (level === undefined || level >= targetOf(plan, practice)) return [];
  const nearest = Math.min(...plays.flatMap(({ liftsTo }) => (liftsTo > level ? liftsTo : [])));
  return plays.filter(({ liftsTo }) => liftsTo === nearest).flatMap((play) => weigh(plan, play) ?? []);
}

/**
 * Candidates in bank order, those of practices that a step has lifted behind the others: of plays that tie, one for a
 * question that waits comes first. They are worked out again only where a level they depend on has moved: ranking 1,000
 * practices again after each play would take longer than a reader should wait.
 * @param {Plan} plan
 * @param {Set<string>} out play ids not to be proposed
 */
function openCandidates(plan, out) {
  /** @type {Map<string, Play[]>} */
  const plays = new Map([...plan.levels.keys()].map((practice) => [practice, []]));
  /** @type {Map<string, Set<string>>} */
  const liftedFrom = new Map();
  for (const play of plan.bank.plays ?? []) {
    if (!out.has(play.id)) plays.get(play.practice)?.push(play);
    for (const practice of play.alsoLifts ?? []) {
      if (!liftedFrom.has(practice)) liftedFrom.set(practice, new Set());
      liftedFrom.get(practice)?.add(play.practice);
    }
  }
  const open = new Map([...plays].map(([practice, own]) => [practice, candidatesOf(plan, practice, own)]));
  return {
    all: () => [...open.values()].flat(),
    refresh: (/** @type {Move[]} */ moves) => {
      const stale = moves.flatMap(({ practice }) => [practice, ...(liftedFrom.get(practice) ?? [])]);
      moves.forEach(({ practice }) => open.delete(practice));
      for (const practice of stale) open.set(practice, candidatesOf(plan, practice, plays.get(practice) ?? []));
    },
  };
}

/**
 * What may come next. The first is of a practice that the quadrant names, where one of these has a play. Among the first five at most two are of one dimension, even where that ends the plan early:
 * finish those, and the next come up. The last of the first five is for the weaker axis when it has had none.
 * @param {Plan} plan
 * @param {Candidate[]} all
 * @param {Candidate[]} steps so far
 * @param {number} most
 */
function allowed(plan, all, steps, most) {
  const { planFirst = 5, planMostPerDimension = 2 } = plan.bank.scoring ?? {};
  const begin = steps.length === 0 ? all.filter(({ play }) => plan.wayOut.has(play.practice)) : [];
  if (begin.length > 0) return begin;
  if (steps.length >= planFirst) return all;
  const dimension = (/** @type {Candidate} */ { play }) => dimensionOf(plan, play.practice);
  const onWeakAxis = (/** @type {Candidate} */ each) => plan.axisOf.get(dimension(each)) === plan.weak;
  const open = all.filter(
    (each) => steps.filter((step) => dimension(step) === dimension(each)).length < planMostPerDimension,
  );
  const due = steps.length === Math.min(planFirst, most) - 1 && plan.weak !== null && !steps.some(onWeakAxis);
  return due && open.some(onWeakAxis) ? open.filter(onWeakAxis) : open;
}

/**
 * The plays of the plan in order: pinned ones first, then the best of what is left, ranked again after each.
 * @param {Plan} plan with the done plays applied; its working copy ends where the plan ends
 * @param {Wishes} wishes
 * @returns {Candidate[]}
 */
export function buildPlan(plan, { done = [], dropped = [], pinned = [], most }) {
  const limit = most ?? plan.most;
  const out = new Set([...done, ...dropped]);
  const steps = applyPlays(
    plan,
    pinned.filter((id) => !out.has(id)),
  );
  const candidates = openCandidates(plan, out);
  steps.forEach(({ moves }) => candidates.refresh(moves));
  while (steps.length < limit) {
    const open = allowed(plan, candidates.all(), steps, limit);
    if (open.length === 0) break;
    // Sums taken in another order differ by some 1e-16: only a clear lead beats the one that stands before.
    const best = open.reduce((a, b) => (b.priority > a.priority + EPSILON ? b : a));
    best.moves.forEach(({ practice, to }) => plan.levels.set(practice, to));
    steps.push(best);
    candidates.refresh(best.moves);
  }
  return steps;
}
