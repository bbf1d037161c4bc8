// @ts-check
/**
 * Two responses to one bank, side by side: what changed, by how much, and which answers moved the overall score. Pure.
 *
 * Only what was asked in the same words is compared: a practice answered in both at different revs is left out of both
 * scores, and listed. A difference exists where both scores have a point; so in the quick form there is none.
 */
import { answerOf } from "../response/answers.mjs";
import { EPSILON, groupsOf, scoreResponse, weightOf } from "./score.mjs";
import { sideBySide } from "../response/align.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Profile} Profile */
/** @typedef {import("../types.mjs").Score} Score */
/** @typedef {import("../types.mjs").Value} Value */
/** `difference` of the points, after less before; null where one has none.
 * @typedef {{before: Score, after: Score, difference: number|null}} Pair */
/** `withinNoise`: the difference is smaller than one person's answers waver anyway; null where there is none.
 * @typedef {Pair & {withinNoise: boolean|null}} DimensionPair */
/**
 * @typedef {object} Change
 * @property {string} practice
 * @property {Value|null} from null when left alone, or not asked in that form
 * @property {Value|null} to
 * @property {string|null} fromAnchor the words of the level as they were asked then; null for no level
 * @property {string|null} toAnchor
 * @property {number|null} contribution to the overall difference; null where there is none
 */
/** @typedef {{practice: string, from: Value, to: Value, fromRev: number, toRev: number, fromAnchor: string|null,
 *   toAnchor: string|null}} Apart */
/**
 * @typedef {object} Comparison lists are in bank order
 * @property {{before: Profile, after: Profile}} profiles of each response with all its answers
 * @property {Pair} overall like for like, as are axes and dimensions: without what is in `notComparable`
 * @property {Record<string, Pair>} axes
 * @property {Record<string, DimensionPair>} dimensions
 * @property {Change[]} changed from one level to another
 * @property {Change[]} gained a level now, none before
 * @property {Change[]} lost a level before, none now
 * @property {string[]} same practices with the same level in both
 * @property {Apart[]} notComparable answered in both, but not to the same words
 */

/** @param {Score} before @param {Score} after @returns {Pair} */
function pairOf(before, after) {
  const both = before.point !== null && after.point !== null;
  return { before, after, difference: both ? Number(after.point) - Number(before.point) : null };
}

/** @param {Record<string, Score>} before @param {Record<string, Score>} after @returns {Record<string, Pair>} */
const pairsOf = (before, after) =>
  Object.fromEntries(Object.keys(before).map((id) => [id, pairOf(before[id], after[id])]));

/**
 * What each answer added to a difference of two means. A mean is Σ w·x / Σ w over the answers (or dimensions) that
 * count. With W the mean of the two Σ w, and c halfway between the two means, an answer that counts in both gives
 * w·(to − from) / W, a new one w·(to − c) / W, and one that is gone −w·(from − c) / W. Together they are the whole
 * difference, whatever came and went; an answer that stayed gives 0; back to front they change sign.
 * @param {Item[]} items
 * @returns {{weight: number, middle: number}} W and c
 */
function balance(items) {
  const mean = (/** @type {"from"|"to"} */ side) => {
    const live = items.filter((item) => item[side] !== null);
    const weight = live.reduce((sum, item) => sum + item.weight, 0);
    return { weight, mean: live.reduce((sum, item) => sum + item.weight * Number(item[side]), 0) / weight };
  };
  const [from, to] = [mean("from"), mean("to")];
  return { weight: (from.weight + to.weight) / 2, middle: (from.mean + to.mean) / 2 };
}

/**
 * Contributions to the overall difference, by `balance` for the dimensions, and within each for its practices. All the
 * answers of a dimension that applies in one response alone came or went with it.
 * @param {Bank} bank like for like
 * @param {Response} before @param {Response} after both with an overall point
 * @returns {Map<string, number>} by practice, of those that count in either
 */
function contributions(bank, before, after) {
  const [one, other] = [groupsOf(bank, before), groupsOf(bank, after)];
  const level = (/** @type {Response} */ response, /** @type {string} */ id) => {
    const value = answerOf(bank, response, id);
    return typeof value === "number" ? value : null;
  };
  const dimensions = one.map(({ practices, score, weight }, index) => {
    const items = practices.map((practice) => {
      const [from, to] = [level(before, practice.id), level(after, practice.id)];
      return { id: practice.id, weight: weightOf(practice), from, to };
    });
    return { items, weight, from: score.point, to: other[index].score.point };
  });
  const live = dimensions.filter(({ weight, from, to }) => weight > 0 && (from !== null || to !== null));
  const whole = balance(live);
  /** @type {Map<string, number>} */
  const result = new Map();
  for (const { items, weight, from, to } of live) {
    const both = from !== null && to !== null;
    const own = both
      ? balance(items)
      : { weight: items.reduce((sum, item) => sum + counted(item), 0), middle: whole.middle };
    for (const item of items.filter(counted)) {
      const part = (item.to ?? own.middle) - (item.from ?? own.middle);
      result.set(item.id, ((weight / whole.weight) * item.weight * part) / own.weight);
    }
  }
  return result;
}

/** Null where it does not count. @typedef {{weight: number, from: number|null, to: number|null}} Item */

/** @param {Item} item @returns {number} its weight, 0 when it counts in neither */
const counted = ({ weight, from, to }) => (from === null && to === null ? 0 : weight);

/**
 * Moves between unknown, not applicable and left alone are in no list: they change ranges, not points.
 * @param {Bank} bank
 * @param {Response} before
 * @param {Response} after
 * @returns {Comparison}
 */
export function compare(bank, before, after) {
  const read = sideBySide(bank, before, after);
  const comparable = read.filter(({ kind }) => kind !== "apart");
  const alike = { ...bank, practices: comparable.map(({ practice }) => practice) };
  const [one, other] = [scoreResponse(alike, before), scoreResponse(alike, after)];
  const overall = pairOf(one.overall, other.overall);
  const parts = overall.difference === null ? null : contributions(alike, before, after);
  const ofKind = (/** @type {string} */ kind) => read.filter((each) => each.kind === kind);
  const changes = (/** @type {string} */ kind) =>
    ofKind(kind).map(({ practice: { id }, from, to }) => {
      const contribution = parts && (parts.get(id) ?? 0);
      return {
        practice: id,
        from: from.value,
        to: to.value,
        fromAnchor: from.anchor,
        toAnchor: to.anchor,
        contribution,
      };
    });
  const noise = bank.scoring?.withinNoise ?? 0.5;
  const dimensions = Object.entries(pairsOf(one.dimensions, other.dimensions)).map(([id, pair]) => {
    const { difference } = pair;
    return [id, { ...pair, withinNoise: difference === null ? null : Math.abs(difference) < noise - EPSILON }];
  });
  return {
    profiles: { before: scoreResponse(bank, before), after: scoreResponse(bank, after) },
    overall,
    axes: pairsOf(one.axes, other.axes),
    dimensions: Object.fromEntries(dimensions),
    changed: changes("changed"),
    gained: changes("gained"),
    lost: changes("lost"),
    same: ofKind("same").map(({ practice }) => practice.id),
    notComparable: ofKind("apart").map(({ practice, from, to }) => ({
      practice: practice.id,
      from: /** @type {Value} */ (from.value),
      to: /** @type {Value} */ (to.value),
      fromRev: from.rev,
      toRev: to.rev,
      fromAnchor: from.anchor,
      toAnchor: to.anchor,
    })),
  };
}
