// @ts-check
/** A response: made, changed, counted, written down and read back; the whole of it for callers from outside. Pure. */
import { LIMITS, stamp } from "./edits.mjs";

export { progress } from "./answers.mjs";
export { FORMAT, LIMITS, VERSION, clearAnswer, newResponse, serialise, setAnswer } from "./edits.mjs";
export { recheck } from "./fields.mjs";
export { readResponse, upgrade } from "./reader.mjs";

/** @typedef {import("./types.mjs").Response} Response */

/** @param {Response} response @returns {number} of its file, in bytes */
const sizeOf = (response) => new TextEncoder().encode(JSON.stringify(response, null, 2)).length;

/**
 * The response with a dated, frozen copy of itself added. The oldest go beyond 50, and where the file would come near
 * the size that can be read back: long notes, copied often, add up.
 * @param {Response} response
 * @param {Date|string} [now]
 * @returns {Response}
 */
export function takeSnapshot(response, now = new Date()) {
  const snapshot = { ...response, snapshots: [], taken: stamp(now) };
  let snapshots = [...response.snapshots, snapshot].slice(-LIMITS.snapshots);
  // A quarter is left free for the notes still to come.
  while (snapshots.length > 1 && sizeOf({ ...response, snapshots }) > LIMITS.bytes * 0.75)
    snapshots = snapshots.slice(1);
  return { ...response, snapshots };
}
