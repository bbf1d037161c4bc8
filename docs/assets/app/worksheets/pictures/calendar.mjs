// @ts-check
/** A calendar: when each row runs, and the load at each time. Pure. */
import { readCell } from "../cells.mjs";
import { MOST_DRAWN, figureOf, rowsOf } from "./source.mjs";

/** @typedef {import("./source.mjs").From} From */
/** @typedef {{kind: "calendar", rows: {name: string, start: number, length: number}[], loads: {at: number, load: number}[], limit: number|null}} Calendar */

/** @param {From} from @returns {Calendar|null} */
export function drawingOf(from) {
  const loads = figureOf(from, "load").map(([at, load]) => ({ at: Number(at), load }));
  const rows = rowsOf(from).flatMap(({ name, number }) => {
    const [start, length] = [number("start"), number("length")];
    return start === null || length === null ? [] : [{ name, start, length }];
  });
  const question = from.sheet.questions.find(({ id }) => id === from.picture.parts.limit);
  const cell = question ? readCell(question, from.filled.answers[question.id] ?? "") : null;
  const limit = cell && "value" in cell ? Number(cell.value) : null;
  return loads.length > 0 && rows.length > 0
    ? { kind: "calendar", rows: rows.slice(0, MOST_DRAWN), loads, limit }
    : null;
}
