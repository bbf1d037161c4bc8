// @ts-check
/** What is worked out by going through rows, things or numbers: sums, shares, lists. Pure. */
import { fold } from "./cells.mjs";
import { Gap, sound, together } from "./gaps.mjs";
import { placesOf } from "./places.mjs";

/** @typedef {import("./gaps.mjs").Tree} Tree */
/** @typedef {import("./gaps.mjs").Value} Value */
/** @typedef {import("./gaps.mjs").Context} Context */
/** @typedef {(node: Tree, context: Context) => Value} Evaluate */

/** Whether a total asks for the row that the figure is for. @type {WeakMap<Tree, boolean>} */
const known = new WeakMap();

/** @param {Tree} node @returns {boolean} */
function usesHere(node) {
  const found =
    known.get(node) ??
    (node[0] === "here" || node.some((each) => Array.isArray(each) && usesHere(/** @type {Tree} */ (each))));
  known.set(node, found);
  return found;
}

/** @param {Tree} node @param {Context} context @param {Evaluate} valueOf @returns {Value} */
export function total(node, context, valueOf) {
  if (usesHere(node)) return through(node, context, valueOf);
  const cached = context.cache.get(node);
  if (cached !== undefined) return cached;
  const value = through(node, context, valueOf);
  context.cache.set(node, value);
  return value;
}

/** @param {Tree} node @param {Context} context @param {Evaluate} valueOf @returns {Value} */
function through([, name, over, values, where], context, valueOf) {
  /** @type {Gap[]} */
  const gaps = [];
  /** @type {Value[][]} */
  const found = [];
  for (const each of contexts(String(over), context)) {
    const holds = where ? valueOf(/** @type {Tree} */ (where), each) : true;
    if (holds instanceof Gap) gaps.push(holds);
    if (holds !== true) continue;
    const row = /** @type {Tree[]} */ (values).map((value) => valueOf(value, each));
    gaps.push(...row.filter((value) => value instanceof Gap));
    found.push(row);
  }
  if (gaps.length > 0) return together(gaps);
  if (name === "unused") return unused(/** @type {Tree[]} */ (values)[0], found, context);
  return TOTALS[String(name)](found);
}

/** @param {string} over @param {Context} context @returns {Context[]} */
function contexts(over, context) {
  const { world, rows, here } = context;
  if (over === "rows") return rows.map((row) => ({ ...context, row }));
  const [kind, name] = [over.slice(0, over.indexOf(":")), over.slice(over.indexOf(":") + 1)];
  if (kind === "column") return placesOf(name, { ...world, rows }).map(([, each]) => ({ ...each, world, here }));
  const figures = Object.values(world.figures);
  const series = figures.map(({ each }) => each).find((each) => typeof each === "object" && each?.name === name);
  return placesOf(series ?? null, world).map(([, each]) => ({ ...each, here, rows }));
}

/** @param {Value[][]} found @returns {number[]} */
const numbers = (found) => found.map(([value]) => Number(value));

/** @param {number[]} values @returns {number} */
const sum = (values) => values.reduce((so, value) => so + value, 0);

/** @param {(values: number[]) => number} pick @returns {(found: Value[][]) => Value} */
const ofSome = (pick) => (found) => (found.length === 0 ? new Gap([{ kind: "rows" }]) : sound(pick(numbers(found))));

/** @param {Value} value @returns {string|number} what is alike in two spellings of one thing */
const sameness = (value) => (typeof value === "string" ? fold(value) : Number(value));

/** @type {Record<string, (found: Value[][]) => Value>} */
const TOTALS = {
  sum: (found) => sound(sum(numbers(found))),
  count: (found) => found.length,
  mean: ofSome((values) => sum(values) / values.length),
  min: ofSome((values) => Math.min(...values)),
  max: ofSome((values) => Math.max(...values)),
  share: (found) =>
    found.length === 0
      ? new Gap([{ kind: "divide" }])
      : found.filter(([value]) => value === true).length / found.length,
  distinct: (found) =>
    new Set(found.filter((values) => !values.includes("")).map((values) => JSON.stringify(values.map(sameness)))).size,
  list(found) {
    /** @type {Map<string|number, string|number>} */
    const names = new Map();
    for (const [value] of found) {
      if (value === "" || names.has(sameness(value))) continue;
      names.set(sameness(value), /** @type {string|number} */ (value));
    }
    return [...names.values()];
  },
};

/** @param {Tree} column @param {Value[][]} found @param {Context} context @returns {Value} choices that none of the rows has */
function unused(column, found, { world }) {
  const used = new Set(found.map(([value]) => sameness(value)));
  return (world.columns[String(column[1])].choices ?? []).filter((choice) => !used.has(fold(choice)));
}
