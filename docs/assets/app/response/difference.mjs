// @ts-check
/** What was changed in a response, apart from the response, so that it can be made again on top of another state. Pure. */

/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {Record<string, any>} Table */
/** By field of the response: its new value, null where it is gone. Of a table, the same by id; of snapshots, which go and
 * which come. @typedef {Record<string, any>} Difference */

export const TABLES = ["answers", "targets", "orphans"];

/** @param {unknown} one @param {unknown} other @returns {boolean} */
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** @param {Table} from @param {Table} to @returns {Table} what is new in `to`, with null for what is not in it */
function changesIn(from, to) {
  const keys = Object.keys({ ...from, ...to }).filter((key) => !same(from[key], to[key]));
  return Object.fromEntries(keys.map((key) => [key, to[key] ?? null]));
}

/**
 * @param {Response} from
 * @param {Response} to
 * @returns {Difference} JSON
 */
export function difference(from, to) {
  const changes = changesIn(from, to);
  for (const key of TABLES.filter((each) => each in changes))
    changes[key] = changesIn(/** @type {Table} */ (from)[key] ?? {}, changes[key] ?? {});
  if (!("snapshots" in changes)) return changes;
  const lacking = (/** @type {Response} */ one, /** @type {Response} */ other) =>
    one.snapshots.filter((each) => !other.snapshots.some((its) => same(each, its)));
  const gone = lacking(from, to).map(({ taken, label }) => [taken, label]);
  return { ...changes, snapshots: { gone, come: lacking(to, from) } };
}
