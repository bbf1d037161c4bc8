// @ts-check
/**
 * Two responses to one bank, side by side: what changed, by how much, and which answers moved the overall score. Pure.
 *
 * Only what was asked in the same words is compared: a practice answered in both at different revs is left out of both
 * scores, and listed. A difference exists where both scores have a point; so in the quick form there is none.
 */
import { answerOf, formOf, practicesOf } from "./answers.mjs";
import { revOf } from "./fields.mjs";
import { EPSILON, groupsOf, scoreResponse, weightOf } from "./score.mjs";

/** @typedef {import("./types.mjs").Bank} Bank */
/** @typedef {import("./types.mjs").Practice} Practice */
/** @typedef {import("./types.mjs").Response} Response */
/** @typedef {import("./types.mjs").Profile} Profile */
/** @typedef {import("./types.mjs").Score} Score */
/** @typedef {import("./types.mjs").Value} Value */
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
 * @typedef {object} Comparison lists stand in bank order
 * @property {{before: Profile, after: Profile}} profiles as each response stands, with all its answers
 * @property {Pair} overall like for like, as are axes and dimensions: without what is in `notComparable`
 * @property {Record<string, Pair>} axes
 * @property {Record<string, DimensionPair>} dimensions
 * @property {Change[]} changed from one level to another
 * @property {Change[]} gained a level now, none before
 * @property {Change[]} lost a level before, none now
 * @property {string[]} same practices with the same level in both
 * @property {Apart[]} notComparable answered in both, but not to the same words
 */

/** @param {Practice} practice @param {number} rev @param {Value|null} value @returns {string|null} */
function anchorOf(practice, rev, value) {
  const asked = rev === (practice.rev ?? 1) ? practice : practice.earlier?.find((each) => each.rev === rev);
  return typeof value === "number" ? (asked?.anchors[value] ?? null) : null;
}

/** `rev` is 0 where nothing is answered. @typedef {{value: Value|null, rev: number, anchor: string|null}} Reading */

/** @param {Bank} bank @param {Response} response @returns {(practice: Practice) => Reading} */
function reading(bank, response) {
  const asked = new Set(practicesOf(bank, formOf(bank, response)).map(({ id }) => id));
  return (practice) => {
    const value = asked.has(practice.id) ? answerOf(bank, response, practice.id) : null;
    const rev = value === null ? 0 : revOf(bank, response.bank?.version, practice, response.answers[practice.id]);
    return { value, rev, anchor: anchorOf(practice, rev, value) };
  };
}

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
  const [then, now] = [reading(bank, before), reading(bank, after)];
  const read = bank.practices.map((practice) => ({ practice, from: then(practice), to: now(practice) }));
  const isApart = (/** @type {typeof read[0]} */ { from, to }) => from.rev > 0 && to.rev > 0 && from.rev !== to.rev;
  const alike = { ...bank, practices: read.filter((each) => !isApart(each)).map(({ practice }) => practice) };
  const [one, other] = [scoreResponse(alike, before), scoreResponse(alike, after)];
  const overall = pairOf(one.overall, other.overall);
  const parts = overall.difference === null ? null : contributions(alike, before, after);
  const changes = read.flatMap((each) => {
    const [from, to] = [each.from.value, each.to.value];
    if (isApart(each) || (typeof from !== "number" && typeof to !== "number")) return [];
    const contribution = parts && (parts.get(each.practice.id) ?? 0);
    return [
      { practice: each.practice.id, from, to, fromAnchor: each.from.anchor, toAnchor: each.to.anchor, contribution },
    ];
  });
  const kept = changes.filter(({ from, to }) => typeof from === "number" && typeof to === "number");
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
    changed: kept.filter(({ from, to }) => from !== to),
    gained: changes.filter(({ from }) => typeof from !== "number"),
    lost: changes.filter(({ to }) => typeof to !== "number"),
    same: kept.filter(({ from, to }) => from === to).map(({ practice }) => practice),
    notComparable: read.filter(isApart).map(({ practice, from, to }) => ({
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
