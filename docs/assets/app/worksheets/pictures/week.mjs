// @ts-check
/** A week: what is asked at each time, and how many people answer then. Pure. */
import { MOST_DRAWN, figureOf } from "./source.mjs";

/** @typedef {import("./source.mjs").From} From */
/** @typedef {{kind: "week", rows: {name: string, asked: number, people: number}[]}} Week */

/** @param {From} from @returns {Week|null} */
export function drawingOf(from) {
  const people = new Map(figureOf(from, "people"));
  const rows = figureOf(from, "asked").map(([key, asked]) => ({
    name: String(key),
    asked,
    people: people.get(key) ?? 0,
  }));
  return rows.length > 0 ? { kind: "week", rows: rows.slice(0, 2 * MOST_DRAWN) } : null;
}
