// @ts-check
/** Changes that `difference` has found, made again on another state of the response. Pure. */
import { TABLES, same } from "./difference.mjs";
import { LIMITS } from "./edit.mjs";

/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("./difference.mjs").Table} Table */

/** @param {Table} table @param {Table} changes @returns {Table} */
const changedTable = (table, changes) =>
  Object.fromEntries(Object.entries({ ...table, ...changes }).filter(([, value]) => value !== null));

/**
 * @param {Response} response
 * @param {import("./difference.mjs").Difference} changes made to another state of it
 * @returns {Table} with the same changes; unchecked: to be read as a file is
 */
export function withDifference(response, changes) {
  const after = changedTable(response, changes);
  for (const key of TABLES.filter((each) => each in changes))
    after[key] = changedTable(/** @type {Table} */ (response)[key] ?? {}, changes[key]);
  if (!("snapshots" in changes)) return after;
  const { gone, come } = changes.snapshots;
  const stay = response.snapshots.filter(
    (each) => !gone.some((/** @type {unknown} */ its) => same([each.taken, each.label], its)),
  );
  const fresh = come.filter((/** @type {unknown} */ each) => !stay.some((its) => same(each, its)));
  const timeOf = (/** @type {any} */ { taken }) => Date.parse(taken) || 0;
  const byTime = (/** @type {unknown} */ a, /** @type {unknown} */ b) => timeOf(a) - timeOf(b);
  return { ...after, snapshots: [...stay, ...fresh].sort(byTime).slice(-LIMITS.snapshots) };
}
