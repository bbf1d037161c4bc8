// @ts-check
/** Krippendorff's alpha for levels in order (Hayes and Krippendorff 2007): how dependable a whole form is. Pure. */

export const LEAST_ITEMS = 10; // questions; for fewer it says little

/** @param {number[]} of how many answers have each level @returns {number[][]} squared distance between any two levels */
function distances(of) {
  const between = (/** @type {number} */ one, /** @type {number} */ other) => {
    const [from, to] = one < other ? [one, other] : [other, one];
    const inside = of.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
    return (inside - (of[from] + of[to]) / 2) ** 2;
  };
  return of.map((_, one) => of.map((__, other) => (one === other ? 0 : between(one, other))));
}

/**
 * @param {(number|null)[][]} raters for each, the level of every question; null where there is none
 * @param {number} top value of the highest level
 * @returns {number|null} 1 for full agreement, 0 for that of chance; null where nothing can be compared or nothing differs
 */
export function ordinalAlpha(raters, top) {
  const items = (raters[0] ?? []).map((_, item) => raters.map((rater) => rater[item]));
  const compared = items
    .map((values) => values.filter((value) => value !== null && value !== undefined))
    .filter((values) => values.length > 1);
  const of = Array(top + 1).fill(0);
  for (const value of compared.flat()) of[Number(value)] += 1;
  const total = compared.flat().length;
  const distance = distances(of);
  let observed = 0;
  for (const values of compared)
    for (const one of values)
      for (const other of values) observed += distance[Number(one)][Number(other)] / (values.length - 1);
  let expected = 0;
  for (const [one, row] of distance.entries())
    for (const [other, each] of row.entries()) expected += (of[one] * of[other] * each) / (total - 1);
  return total > 1 && expected > 0 ? 1 - observed / expected : null;
}

/** @param {number|null} alpha @returns {"dependable"|"tentative"|"discuss"|null} how it is read */
export const alphaReading = (alpha) =>
  alpha === null ? null : alpha >= 0.8 ? "dependable" : alpha >= 0.67 ? "tentative" : "discuss";
