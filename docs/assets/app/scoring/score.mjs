// @ts-check
/**
 * Scores of one response: a bank and a response in, numbers out. No DOM, no storage, nothing changed in place.
 *
 * Over the practices of the form, with level x (0 to L), weight w, and U = weight of what is unknown or left alone:
 *   point = Σ w·x / Σ w      coverage = Σ w / (Σ w + U)
 *   low = Σ w·x / (Σ w + U)      high = (Σ w·x + L·U) / (Σ w + U)
 * where Σ runs over what is known. `na` leaves everything. An axis, and the overall score, is the mean of its
 * dimensions by dimension weight; its counts and coverage are those of all its practices together. Outcomes (the
 * dimensions without an axis) get the same sums, and are in no axis, overall score or evenness; facts are in none.
 */
import { answerOf, formOf, isOutcome, isWaiting, practicesOf, topOf } from "../response/answers.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */
/** @typedef {import("../types.mjs").Practice} Practice */
/** @typedef {import("../types.mjs").Score} Score */
/** @typedef {import("../types.mjs").Profile} Profile */
/** @typedef {{known: number, unknown: number, na: number, weight: number, open: number, sum: number}} Tally */
/** @typedef {import("../types.mjs").Dimension} Dimension */
/** @typedef {{dimension: Dimension, weight: number, practices: Practice[], tally: Tally, score: Score}} Group */

/** Sums of decimal weights miss by some 1e-16; a mean of exactly 1.5 must still get level 2. */
export const EPSILON = 1e-9;

/** @param {number|null} x @returns {string} as it is shown: one decimal; a dash for nothing */
export const decimal = (x) => (x === null ? "–" : x.toFixed(1));

/** @param {{point: number|null, low: number|null, high: number|null}} score @returns {number|null} where it lies: where too little is asked for a score, but all of that is known, its range is one place */
export const spot = ({ point, low, high }) => point ?? (low === high ? low : null);

/** @param {{weight?: number}} thing @returns {number} its weight, 1 when none (or none that makes sense) is given */
export const weightOf = ({ weight }) => (typeof weight === "number" && weight >= 0 && weight < Infinity ? weight : 1);

/**
 * @param {Bank} bank
 * @param {number|null} x
 * @returns {number|null} the nearest level: 1.5 up to but not including 2.5 is 2
 */
export const levelOf = (bank, x) => (x === null ? null : Math.min(topOf(bank), Math.floor(x + 0.5 + EPSILON)));

/** @param {Bank} bank @param {Answered|null|undefined} response @param {Practice[]} practices @returns {Tally} */
function tallyOf(bank, response, practices) {
  const tally = { known: 0, unknown: 0, na: 0, weight: 0, open: 0, sum: 0 };
  for (const practice of practices) {
    const answer = answerOf(bank, response, practice.id);
    const weight = weightOf(practice);
    if (answer === "na") tally.na += 1;
    else if (typeof answer === "number") {
      tally.known += 1;
      tally.weight += weight;
      tally.sum += weight * answer;
    } else {
      tally.unknown += 1;
      tally.open += weight;
    }
  }
  return tally;
}

/** @param {Bank} bank @param {{known: number, unknown: number, na: number, weight: number, open: number}} counts
 * @param {number|null} point @param {number|null} low @param {number|null} high @returns {Score} */
function scoreOf(bank, counts, point, low, high) {
  const { known, unknown, na, weight, open } = counts;
  const coverage = low === null ? null : weight / (weight + open);
  const levels = [low, high].flatMap((x) => levelOf(bank, x) ?? []);
  return { point, low, high, coverage, known, unknown, na, level: levelOf(bank, point), levels };
}

/** @param {Bank} bank @param {Tally} tally @returns {Score} of one dimension */
function scoreTally(bank, tally) {
  const { weight, open, sum, known, unknown } = tally;
  const all = weight + open;
  if (all <= 0) return scoreOf(bank, tally, null, null, null);
  const low = Math.min(topOf(bank), sum / all);
  const high = Math.min(topOf(bank), (sum + topOf(bank) * open) / all);
  const covered = weight > 0 && weight / all >= (bank.scoring?.showCoverage ?? 0.6) - EPSILON;
  const enough = known >= Math.min(bank.scoring?.showKnown ?? 3, known + unknown);
  return scoreOf(bank, tally, covered && enough ? Math.min(high, Math.max(low, sum / weight)) : null, low, high);
}

/**
 * @param {Bank} bank
 * @param {Group[]} groups
 * @returns {Score} mean of dimensions; a point only when each that applies has one
 */
function scoreMean(bank, groups) {
  const counts = { known: 0, unknown: 0, na: 0, weight: 0, open: 0 };
  for (const { tally } of groups)
    for (const key of /** @type {(keyof typeof counts)[]} */ (Object.keys(counts))) counts[key] += tally[key];
  const live = groups.filter(({ score, weight }) => score.low !== null && weight > 0);
  const total = live.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (/** @type {"point"|"low"|"high"} */ key) =>
    live.length === 0 || live.some(({ score }) => score[key] === null)
      ? null
      : Math.min(topOf(bank), live.reduce((sum, { weight, score }) => sum + weight * Number(score[key]), 0) / total);
  return scoreOf(bank, counts, mean("point"), mean("low"), mean("high"));
}

/**
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @returns {Group[]} one for each dimension, in bank order
 */
function allGroups(bank, response) {
  /** @type {Map<string, Practice[]>} */
  const byDimension = new Map(bank.dimensions.map(({ id }) => [id, []]));
  for (const practice of practicesOf(bank, formOf(bank, response)))
    if (practice.scored !== false) byDimension.get(practice.dimension)?.push(practice);
  return bank.dimensions.map((dimension) => {
    const practices = byDimension.get(dimension.id) ?? [];
    const tally = tallyOf(bank, response, practices);
    return { dimension, weight: weightOf(dimension), practices, tally, score: scoreTally(bank, tally) };
  });
}

/**
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @returns {Group[]} what is scored together: one for each dimension with an axis, in bank order
 */
export const groupsOf = (bank, response) => allGroups(bank, response).filter(({ dimension }) => !isOutcome(dimension));

/**
 * The scores by the point rule whatever the form, and `means`, the mean of the known answers of each dimension.
 * Advice leans on these where the quick form withholds its points; pages show `scoreResponse` instead.
 * @param {Bank} bank @param {Answered|null|undefined} response
 */
export function summarise(bank, response) {
  const all = allGroups(bank, response);
  const groups = all.filter(({ dimension }) => !isOutcome(dimension));
  const scores = (/** @type {Group[]} */ some) =>
    /** @type {Record<string, Score>} */ (
      Object.fromEntries(some.map(({ dimension, score }) => [dimension.id, score]))
    );
  const axes = bank.axes.map(({ id }) => [
    id,
    scoreMean(
      bank,
      groups.filter(({ dimension }) => dimension.axis === id),
    ),
  ]);
  const means = all.map(({ dimension, tally }) => [dimension.id, tally.weight > 0 ? tally.sum / tally.weight : null]);
  return {
    form: formOf(bank, response),
    overall: scoreMean(bank, groups),
    axes: /** @type {Record<string, Score>} */ (Object.fromEntries(axes)),
    dimensions: scores(groups),
    outcomes: scores(all.filter(({ dimension }) => isOutcome(dimension))),
    means: /** @type {Record<string, number|null>} */ (Object.fromEntries(means)),
  };
}

/**
 * Quadrants that a rectangle touches, in bank order; exactly L/2 counts as high. None while an axis is not assessed.
 * For the quadrant of the point alone, pass ranges whose low and high are the point.
 * @param {Bank} bank
 * @param {Record<string, {low: number|null, high: number|null}>} ranges by axis id
 * @returns {string[]}
 */
export function quadrantsIn(bank, ranges) {
  const cut = topOf(bank) / 2 - EPSILON;
  const touches = (/** @type {string} */ axis, /** @type {string} */ side) => {
    const { low, high } = ranges[axis] ?? { low: null, high: null };
    return low !== null && high !== null && (side === "high" ? high >= cut : low < cut);
  };
  return (bank.quadrants ?? [])
    .filter(({ at }) => Object.entries(at).every(([axis, side]) => touches(axis, side)))
    .map(({ id }) => id);
}

/**
 * @param {Bank} bank
 * @param {Score[]} scores
 * @returns {number|null} 1 = all points equal, 0 = half at 0 and half at L; null without a point
 */
function evennessOf(bank, scores) {
  const points = scores.flatMap(({ point }) => point ?? []);
  if (points.length === 0) return null;
  const mean = points.reduce((sum, x) => sum + x, 0) / points.length;
  const deviation = points.reduce((sum, x) => sum + Math.abs(x - mean), 0) / points.length;
  return Math.max(0, 1 - deviation / (topOf(bank) / 2));
}

/** @param {Score} score @returns {Score} its range alone */
const withhold = (score) => ({ ...score, point: null, level: null });

/**
 * All scores of one response. Any form but "full" gives ranges alone: one or two questions to a dimension carry no
 * point, and an axis point needs its dimensions' points. Never throws on an odd response, never yields NaN.
 * @param {Bank} bank @param {Answered|null|undefined} response @returns {Profile}
 */
export function scoreResponse(bank, response) {
  const { form, overall, axes, dimensions, outcomes } = summarise(bank, response);
  const shown = form === "full" ? (/** @type {Score} */ score) => score : withhold;
  const each = (/** @type {Record<string, Score>} */ scores) =>
    Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, shown(score)]));
  const applicable = overall.known + overall.unknown;
  const result = {
    form,
    overall: shown(overall),
    axes: each(axes),
    dimensions: each(dimensions),
    outcomes: each(outcomes),
  };
  const evenness = evennessOf(bank, Object.values(result.dimensions));
  return {
    ...result,
    evenness,
    visibility: applicable > 0 ? overall.unknown / applicable : null,
    quadrants: quadrantsIn(bank, axes),
    waiting: practicesOf(bank, form).flatMap(({ id }) => (isWaiting(bank, response, id) ? id : [])),
  };
}

/**
 * @template {Answered} R
 * @param {R} response
 * @returns {R} with every level not `seen` turned to unknown, for the evidence-backed score
 */
export function evidenceBacked(response) {
  const answers = Object.entries(response?.answers ?? {}).map(([id, answer]) =>
    answer?.value === "na" || answer?.basis === "seen" ? [id, answer] : [id, { ...answer, value: "unknown" }],
  );
  return { ...response, answers: Object.fromEntries(answers) };
}
