// @ts-check
/** Snapshots of a response: when one is due by itself, and how they are renamed, taken out and put back. Pure. */
import { sameAnswers } from "./earlier.mjs";
import { LIMITS, progress } from "./responses.mjs";

/** @typedef {import("./types.mjs").Bank} Bank */
/** @typedef {import("./types.mjs").Response} Response */
/** @typedef {import("./types.mjs").Snapshot} Snapshot */

/**
 * Whether the page is to take a snapshot by itself: every question of the form has an answer ("I don't know" is one),
 * the answers differ from the last snapshot, and none was taken on this day (in UTC).
 * @param {Bank} bank
 * @param {Response} response
 * @param {Date} [now]
 * @returns {boolean}
 */
export function isDue(bank, response, now = new Date()) {
  const last = response.snapshots.at(-1);
  if (progress(bank, response).left > 0) return false;
  return !last || (!sameAnswers(bank, last, response) && last.taken?.slice(0, 10) !== now.toISOString().slice(0, 10));
}

/** @param {Response} response @param {Snapshot} snapshot @param {string} name @returns {Response} in which it has this name */
export const renameSnapshot = (response, snapshot, name) => ({
  ...response,
  snapshots: response.snapshots.map((each) =>
    each === snapshot ? { ...each, label: name.trim().slice(0, LIMITS.label) } : each,
  ),
});

/** @param {Response} response @param {Snapshot} snapshot @returns {Response} without it */
export const dropSnapshot = (response, snapshot) => ({
  ...response,
  snapshots: response.snapshots.filter((each) => each !== snapshot),
});

/** @param {Response} response @param {Snapshot} snapshot @param {number} place @returns {Response} with it back there */
export const putBack = (response, snapshot, place) => ({
  ...response,
  snapshots: response.snapshots.toSpliced(place, 0, snapshot),
});
