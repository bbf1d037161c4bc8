// @ts-check
/** Median and spread of levels given by several people to one question. Pure. */

/**
 * @typedef {object} Indices
 * @property {number} n how many levels
 * @property {number|null} median half a step between two levels stays; null for no level, as is all below
 * @property {number|null} low
 * @property {number|null} high
 * @property {number|null} mean
 * @property {number|null} deviation AD_M: how far people are from the mean, on average, in levels
 * @property {number|null} sd of the sample; null for one level
 * @property {number|null} rwg r_WG against answers at random; below 0 it means no agreement. Null for one level
 * @property {number|null} consensus Tastle and Wierman's: 1 when all say the same, 0 for half at each end
 */

/** @param {number[]} values @returns {number|null} null for none */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}

/** @param {number[]} values @returns {number} */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/**
 * @param {number[]} values levels
 * @param {number} top value of the highest level
 * @returns {Indices}
 */
export function indices(values, top) {
  const n = values.length;
  if (n === 0)
    return {
      n,
      median: null,
      low: null,
      high: null,
      mean: null,
      deviation: null,
      sd: null,
      rwg: null,
      consensus: null,
    };
  const mean = sum(values) / n;
  const gaps = values.map((value) => Math.abs(value - mean));
  const variance = n > 1 ? sum(gaps.map((gap) => gap ** 2)) / (n - 1) : null;
  // Variance of a uniform choice among the levels (James, Demaree and Wolf 1984).
  const random = ((top + 1) ** 2 - 1) / 12;
  return {
    n,
    median: median(values),
    low: Math.min(...values),
    high: Math.max(...values),
    mean,
    deviation: sum(gaps) / n,
    sd: variance === null ? null : Math.sqrt(variance),
    rwg: variance === null ? null : 1 - variance / random,
    consensus: 1 + sum(gaps.map((gap) => Math.log2(1 - gap / top))) / n,
  };
}
