// @ts-check
/** Bars: each number that a figure came to, the largest first. Pure. */
import { MOST_DRAWN, figureOf, rowsOf } from "./source.mjs";

/** @typedef {import("./source.mjs").From} From */
/** @typedef {{kind: "bars", top: number, rows: {name: string, value: number, doubt: boolean}[]}} Bars */

/** @param {From} from @returns {Bars|null} */
export function drawingOf(from) {
  const doubts = new Map(figureOf(from, "doubt"));
  const names = new Map(rowsOf(from).map(({ index, name }) => [index, name]));
  const rows = figureOf(from, "value")
    .map(([key, value]) => ({
      name: typeof key === "number" ? (names.get(key) ?? `${key}`) : key,
      value,
      doubt: doubts.get(key) === 1,
    }))
    .sort((a, b) => b.value - a.value)
    .slice(0, MOST_DRAWN);
  const top = from.picture.most ?? Math.max(0, ...rows.map(({ value }) => value));
  return rows.length > 0 && top > 0 ? { kind: "bars", top, rows } : null;
}
