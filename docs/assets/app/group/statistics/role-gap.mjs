// @ts-check
/** How one role's answers differ from those of all others. Pure; who may see it is for privacy.mjs to say. */
import { LEAST } from "./label.mjs";
import { median } from "./indices.mjs";

/** Ends of "next to none", "small" and "medium" for Cliff's delta. */
const SIZES = [0.147, 0.33, 0.474];

/**
 * @param {number[]} role levels that people of the role gave
 * @param {number[]} others
 * @returns {{gap: number, flag: boolean}|null} difference of the medians, flagged from one level on; null where fewer
 *   than three on either side gave a level
 */
export function roleGap(role, others) {
  if (role.length < LEAST || others.length < LEAST) return null;
  const gap = Number(median(role)) - Number(median(others));
  return { gap, flag: Math.abs(gap) >= 1 };
}

/**
 * @param {number[]} role @param {number[]} others
 * @returns {{delta: number, size: "none"|"small"|"medium"|"large"}|null} Cliff's delta: how much likelier an answer of
 *   the role is above one of the others than below it
 */
export function effectSize(role, others) {
  if (role.length === 0 || others.length === 0) return null;
  const sign = role.flatMap((one) => others.map((other) => Math.sign(one - other)));
  const delta = sign.reduce((sum, each) => sum + each, 0) / sign.length;
  const size = /** @type {const} */ (["none", "small", "medium", "large"])[
    SIZES.filter((end) => Math.abs(delta) >= end).length
  ];
  return { delta, size };
}
