// @ts-check
/**
 * What a reader chose for the plan, in few bits. Pure. A play is named by its practice's number and the level it lifts
 * to, a dimension by the number of one of its practices: both outlive every edit of the bank.
 *   days      γ: one more than the person-days a month; 0 where they are the usual ones
 *   width     γ: bits of a number
 *   targets   γ: one more than how many, then the number and the level of each
 *   plays     0 and three lists, pinned, dropped, done: γ, one more than how many groups, then each number and a bit for
 *             every level above the lowest; or 1 and three texts, the ids of the plays, where that does not tell them apart
 */
import { bitsOf, gammaOf, textBits } from "./bits.mjs";
import { MARKS } from "../response/fields.mjs";

/** @typedef {ReturnType<typeof import("./bits.mjs").bitReader>} Reader */
/** Plays of one practice, by the levels they lift to. @typedef {{number: number, levels: number[]}} Group */
/** @typedef {{days: number, targets: {number: number, level: number}[], groups: Group[][]|null, ids: string[][]}} PackedPlan */

const LEVEL = 3; // bits: up to 7 levels

/** @param {PackedPlan} plan @param {number} levels @returns {string} bits */
export function planBits({ days, targets, groups, ids }, levels) {
  const numbers = [...targets, ...(groups ?? []).flat()].map(({ number }) => number);
  const width = Math.max(1, ...numbers.map((number) => number.toString(2).length));
  const mask = (/** @type {Group} */ group) =>
    Array.from({ length: levels - 1 }, (_, index) => Number(group.levels.includes(index + 1))).join("");
  const listBits = (/** @type {Group[]} */ list) =>
    gammaOf(list.length + 1) + list.map((group) => bitsOf(group.number, width) + mask(group)).join("");
  return [
    gammaOf(days + 1),
    gammaOf(width),
    gammaOf(targets.length + 1),
    ...targets.map(({ number, level }) => bitsOf(number, width) + bitsOf(level, LEVEL)),
    groups ? `0${groups.map(listBits).join("")}` : `1${ids.map((list) => textBits(list.join(" "))).join("")}`,
  ].join("");
}

/** @param {Reader} bits @param {number} levels @returns {PackedPlan|null} null where there cannot be as much as it says */
export function readPlanBits(bits, levels) {
  const days = bits.gamma() - 1;
  const width = bits.gamma();
  const several = (/** @type {number} */ size) => {
    const count = bits.gamma() - 1;
    return count * size > bits.left() ? null : Array(count).fill(0);
  };
  if (width > bits.left()) return null;
  const targets = several(width + LEVEL)?.map(() => ({ number: bits.take(width), level: bits.take(LEVEL) }));
  if (!targets) return null;
  if (bits.take(1))
    return { days, targets, groups: null, ids: MARKS.map(() => bits.text().split(" ").filter(Boolean)) };
  const groups = [];
  for (const _ of MARKS) {
    const list = several(width + levels - 1)?.map(() => {
      const number = bits.take(width);
      const raised = Array.from({ length: levels - 1 }, (_, index) => bits.take(1) * (index + 1));
      return { number, levels: raised.filter(Boolean) };
    });
    if (!list) return null;
    groups.push(list);
  }
  return { days, targets, groups, ids: [] };
}
