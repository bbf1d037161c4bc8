// @ts-check
/** What the answers of several people to one question are called: aligned, mixed or apart. Pure. */
import { criticalDeviation } from "./critical.mjs";
import { indices } from "./indices.mjs";

/** @typedef {"aligned"|"mixed"|"apart"} Label */

export const LEAST = 3; // people who gave a level
const CHANCE_BELOW = 5; // people: with fewer, close answers are too likely by chance
const CLOSE = 1e-9;

/**
 * On five levels: at least a third said 0 or 1, and at least a third 3 or 4.
 * @param {number[]} values @param {number} top @returns {boolean}
 */
function isSplit(values, top) {
  const low = values.filter((value) => value <= top / 4).length;
  const high = values.filter((value) => value >= (3 * top) / 4).length;
  return values.length > 0 && low * 3 >= values.length && high * 3 >= values.length;
}

/**
 * A split comes first: a third at each end may be as close as chance seldom is, and is still worth talking about.
 * @param {number[]} values levels
 * @param {number} top value of the highest level; steps of the range are quarters of the scale
 * @returns {{label: Label|null, chance: boolean}} no label for fewer than three; `chance` where so few agree easily
 *   without meaning to
 */
export function labelOf(values, top) {
  const n = values.length;
  if (n < LEAST) return { label: null, chance: false };
  const { low, high, deviation } = indices(values, top);
  const range = Number(high) - Number(low);
  if (n < CHANCE_BELOW) {
    const label = range <= top / 4 ? "aligned" : range >= (3 * top) / 4 ? "apart" : "mixed";
    return { label, chance: true };
  }
  const critical = criticalDeviation(n, top + 1);
  const close = range <= top / 4 || (critical !== null && Number(deviation) <= critical + CLOSE);
  const label = isSplit(values, top) ? "apart" : close ? "aligned" : "mixed";
  return { label, chance: false };
}
