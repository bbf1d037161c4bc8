// @ts-check
/** How close people must be for chance to be unlikely: AD_M under answers at random, worked out exactly. Pure. */

const CHANCE = 0.05;
const MOST = 15; // people; for more, the value of so many holds, which is the stricter one

/** @type {Map<string, number|null>} */
const known = new Map();

/**
 * Calls back for each way in which n people can choose among the levels.
 * @param {number} n @param {number} levels
 * @param {(counts: number[], chance: number) => void} each people by level, and how likely that is at random
 */
function choices(n, levels, each) {
  const counts = Array(levels).fill(0);
  const place = (/** @type {number} */ level, /** @type {number} */ left, /** @type {number} */ ways) => {
    if (level === levels - 1) {
      counts[level] = left;
      return each(counts, ways / levels ** n);
    }
    let more = ways; // times the number of ways to pick those who choose this level
    for (let count = 0; count <= left; count += 1) {
      counts[level] = count;
      place(level + 1, left - count, more);
      more = (more * (left - count)) / (count + 1);
    }
  };
  place(0, n, 1);
}

/** @param {number[]} counts people by level @param {number} n @returns {number} AD_M times n², which is whole: no rounding parts what is equal */
function scaledDeviation(counts, n) {
  const total = counts.reduce((sum, count, level) => sum + count * level, 0);
  return counts.reduce((sum, count, level) => sum + count * Math.abs(n * level - total), 0);
}

/**
 * The largest AD_M that answers at random stay at or below no more often than once in twenty.
 * @param {number} n people who gave a level
 * @param {number} levels
 * @returns {number|null} null where even full agreement is likelier than that
 */
export function criticalDeviation(n, levels) {
  const people = Math.min(n, MOST);
  const key = `${people} ${levels}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  /** @type {Map<number, number>} */
  const chances = new Map();
  choices(people, levels, (counts, chance) => {
    const deviation = scaledDeviation(counts, people);
    chances.set(deviation, (chances.get(deviation) ?? 0) + chance);
  });
  /** @type {number|null} */
  let critical = null;
  let total = 0;
  for (const [deviation, chance] of [...chances].sort(([a], [b]) => a - b)) {
    total += chance;
    if (total > CHANCE) break;
    critical = deviation / people ** 2;
  }
  known.set(key, critical);
  return critical;
}
