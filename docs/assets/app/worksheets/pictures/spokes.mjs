// @ts-check
/** Spokes: two numbers of each row. Pure. */
import { MOST_DRAWN, rowsOf } from "./source.mjs";

/** @typedef {import("./source.mjs").From} From */
/** @typedef {{kind: "spokes", top: number, rows: {name: string, one: number|null, other: number|null}[]}} Spokes */

/** @param {From} from @returns {Spokes|null} */
export function drawingOf(from) {
  const rows = rowsOf(from).map(({ name, number }) => ({ name, one: number("one"), other: number("other") }));
  const column = from.sheet.columns.find(({ id }) => id === from.picture.parts.one);
  const top = from.picture.most ?? column?.most ?? 0;
  const isMarked = rows.some(({ one, other }) => one !== null || other !== null);
  return rows.length > 2 && top > 0 && isMarked ? { kind: "spokes", top, rows: rows.slice(0, MOST_DRAWN) } : null;
}
