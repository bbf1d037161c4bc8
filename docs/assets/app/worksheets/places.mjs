// @ts-check
/** Where a figure is worked out: for the whole sheet, each row, each thing that a column names, each number. Pure. */
import { fold } from "./cells.mjs";

/** @typedef {import("./gaps.mjs").Figure} Figure */
/** @typedef {import("./gaps.mjs").World} World */
/** @typedef {import("./gaps.mjs").Row} Row */
/** @typedef {import("./gaps.mjs").Context} Context */

/** @param {Figure["each"]} each @param {World} world @returns {[string|number, Context][]} every place that a figure is worked out for */
export function placesOf(each, world) {
  const { rows } = world;
  /** @type {Context} */
  const whole = { world, rows, row: null, here: null, key: null, number: null, cache: new Map() };
  if (each === null) return [["", whole]];
  if (each === "row") return rows.map((row) => [row.index, { ...whole, row, here: row }]);
  if (typeof each !== "string") {
    const count = each.last - each.first + 1;
    const numbers = Array.from({ length: count }, (_, index) => each.first + index);
    return numbers.map((number) => [number, { ...whole, number, cache: new Map() }]);
  }
  /** @type {Map<string, {name: string, rows: Row[]}>} */
  const things = new Map();
  for (const row of rows) {
    const name = row.cells[each];
    if (typeof name !== "string" || name === "") continue;
    const thing = things.get(fold(name)) ?? { name, rows: [] };
    thing.rows.push(row);
    things.set(fold(name), thing);
  }
  return [...things.values()].map(({ name, rows: own }) => [
    name,
    { ...whole, rows: own, key: name, cache: new Map() },
  ]);
}
