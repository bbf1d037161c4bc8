// @ts-check
/** Snapshots in the list of a response: found, renamed, taken out and put back. Pure. */
import { LIMITS, clean } from "./edit.mjs";

/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Snapshot} Snapshot */

/**
 * @param {Response} response
 * @param {Snapshot} snapshot as this page knows it; since then everything may have been reread because of another tab
 * @returns {number} its place; -1 where it is no more
 */
export function placeOf({ snapshots }, snapshot) {
  const own = snapshots.indexOf(snapshot);
  const { taken, label } = snapshot;
  return own < 0 ? snapshots.findIndex((each) => each.taken === taken && each.label === label) : own;
}

/** @param {Response} response @param {Snapshot} snapshot @param {string} name @returns {Response} in which it has this name */
export function renameSnapshot(response, snapshot, name) {
  const place = placeOf(response, snapshot);
  if (place < 0) return response;
  const named = { ...snapshot, label: clean(name.trim(), LIMITS.label) };
  return { ...response, snapshots: response.snapshots.with(place, named) };
}

/** @param {Response} response @param {Snapshot} snapshot @returns {Response} without it */
export function dropSnapshot(response, snapshot) {
  const place = placeOf(response, snapshot);
  return place < 0 ? response : { ...response, snapshots: response.snapshots.toSpliced(place, 1) };
}

/** @param {Response} response @param {Snapshot} snapshot @param {number} place @returns {Response} with it back there */
export const putBack = (response, snapshot, place) => ({
  ...response,
  snapshots: response.snapshots.toSpliced(place, 0, snapshot),
});
