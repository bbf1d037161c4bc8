// @ts-check
/** Snapshots of a response: how one is taken, and when one is due by itself. Pure. */
import { progress } from "./answers.mjs";
import { sameAnswers } from "./earlier.mjs";
import { LIMITS, stamp } from "./edit.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */

/** @param {Response} response @returns {number} of its text, in bytes */
const sizeOf = (response) => new TextEncoder().encode(JSON.stringify(response)).length;

/**
 * The response with a dated, frozen copy of itself added. The oldest go beyond 50, and where the text would come near
 * the size that can be read back: long notes, copied often, add up.
 * @param {Response} response
 * @param {Date|string} [now]
 * @returns {Response}
 */
export function takeSnapshot(response, now = new Date()) {
  const { commitments, ...rest } = response;
  const snapshot = { ...rest, snapshots: [], taken: stamp(now) };
  let snapshots = [...response.snapshots, snapshot].slice(-LIMITS.snapshots);
  // A quarter is left free for the notes still to come.
  while (snapshots.length > 1 && sizeOf({ ...response, snapshots }) > LIMITS.bytes * 0.75)
    snapshots = snapshots.slice(1);
  return { ...response, snapshots };
}

/**
 * Whether the page is to take a snapshot by itself: every question of the form has an answer ("I don't know" is one),
 * the answers differ from the last snapshot, and none was taken on this day of the reader.
 * @param {Bank} bank
 * @param {Response} response
 * @param {Date} [now]
 * @returns {boolean}
 */
export function isDue(bank, response, now = new Date()) {
  const last = response.snapshots.at(-1);
  if (progress(bank, response).left > 0) return false;
  const day = (/** @type {Date|string} */ time) => new Date(time).toDateString();
  return !last || (!sameAnswers(bank, last, response) && !(last.taken && day(last.taken) === day(now)));
}
