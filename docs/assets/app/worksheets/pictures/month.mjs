// @ts-check
/** A month: what the group that hears most hears. Pure. */
import { fold } from "../cells.mjs";
import { MOST_DRAWN, figureOf, rowsOf } from "./source.mjs";

/** @typedef {import("./source.mjs").From} From */
/** @typedef {{kind: "month", group: string, grounds: string[], rows: {name: string, times: number, ground: number}[]}} Month */

/** @param {From} from @returns {Month|null} of the group that hears most */
export function drawingOf(from) {
  const [heaviest] = figureOf(from, "load").sort(([, a], [, b]) => b - a);
  if (!heaviest) return null;
  const group = String(heaviest[0]);
  const grounds = from.sheet.columns.find(({ id }) => id === from.picture.parts.ground)?.choices ?? [];
  const rows = rowsOf(from).flatMap(({ name, text, number }) => {
    const times = number("times");
    const ground = grounds.findIndex((each) => fold(each) === fold(text("ground")));
    return fold(text("group")) === fold(group) && times ? [{ name, times, ground }] : [];
  });
  return rows.length > 0 ? { kind: "month", group, grounds, rows: rows.slice(0, MOST_DRAWN) } : null;
}
