// @ts-check
/** What the picture of a sheet is drawn from, taken from its cells and figures; null where there is nothing to draw. Pure. */
import { fold, readCell } from "./cells.mjs";
import { isBlank } from "./sheet.mjs";

/** @typedef {import("./sheet.mjs").Sheet} Sheet */
/** @typedef {import("./sheet.mjs").Filled} Filled */
/** @typedef {import("./gaps.mjs").Result} Result */
/** @typedef {{kind: string, name: string, parts: Record<string, string>, most?: number}} Picture */
/** @typedef {{sheet: Sheet, picture: Picture, filled: Filled, results: Record<string, Result>}} From */
/** @typedef {{kind: "bars", top: number, rows: {name: string, value: number, doubt: boolean}[]}} Bars */
/** @typedef {{kind: "arrows", nodes: {name: string, step: number|null, isLinked: boolean}[], links: {from: number, to: number, part: "to"|"from"}[]}} Arrows */
/** @typedef {{kind: "calendar", rows: {name: string, start: number, length: number}[], loads: {at: number, load: number}[], limit: number|null}} Calendar */
/** @typedef {{kind: "spokes", top: number, rows: {name: string, one: number|null, other: number|null}[]}} Spokes */
/** @typedef {{kind: "week", rows: {name: string, asked: number, people: number}[]}} Week */
/** @typedef {{kind: "month", group: string, grounds: string[], rows: {name: string, times: number, ground: number}[]}} Month */
/** @typedef {Bars|Arrows|Calendar|Spokes|Week|Month} Drawing */

const MOST_DRAWN = 24; // rows

/** @param {From} from @returns {Drawing|null} */
export function drawingOf(from) {
  const make = MAKERS[from.picture.kind];
  return make ? make(from) : null;
}

/** @param {From} from @param {string} part @returns {[string|number, number][]} each number that a figure came to, by what it is for */
function figureOf({ picture, results }, part) {
  const result = results[picture.parts[part]];
  if (!result || !("each" in result)) return [];
  return result.each.flatMap(([key, outcome]) =>
    "value" in outcome && typeof outcome.value === "number" ? [[key, outcome.value]] : [],
  );
}

/** @param {From} from @returns {{index: number, name: string, text: (part: string) => string, number: (part: string) => number|null}[]} rows with anything in them */
function rowsOf({ sheet, picture, filled }) {
  const column = (/** @type {string} */ part) => sheet.columns.find(({ id }) => id === picture.parts[part]);
  const first = sheet.columns[0].id;
  return filled.rows.flatMap((row, index) => {
    if (isBlank(row)) return [];
    const text = (/** @type {string} */ part) => (row[picture.parts[part]] ?? "").trim();
    const number = (/** @type {string} */ part) => {
      const prompt = column(part);
      const cell = prompt ? readCell(prompt, text(part)) : null;
      return cell && "value" in cell && typeof cell.value === "number" ? cell.value : null;
    };
    return [{ index, name: (row[first] ?? "").trim() || `${index + 1}`, text, number }];
  });
}

/** @param {From} from @returns {Bars|null} */
function bars(from) {
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

/** @param {From} from @returns {Arrows|null} */
function arrows(from) {
  const rows = rowsOf(from).slice(0, MOST_DRAWN);
  /** @type {Map<string, number>} */
  const places = new Map();
  rows.forEach(({ name }, place) => places.has(fold(name)) || places.set(fold(name), place));
  /** @type {Arrows["links"]} */
  const links = [];
  rows.forEach(({ text }, place) => {
    const [to, from] = [places.get(fold(text("to"))), places.get(fold(text("from")))];
    if (to !== undefined && to !== place) links.push({ from: place, to, part: "to" });
    if (from !== undefined && from !== place) links.push({ from, to: place, part: "from" });
  });
  const linked = new Set(links.flatMap((link) => [link.from, link.to]));
  const nodes = rows.map(({ name, number }, place) => ({ name, step: number("step"), isLinked: linked.has(place) }));
  return nodes.length > 0 ? { kind: "arrows", nodes, links } : null;
}

/** @param {From} from @returns {Calendar|null} */
function calendar(from) {
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

/** @param {From} from @returns {Spokes|null} */
function spokes(from) {
  const rows = rowsOf(from).map(({ name, number }) => ({ name, one: number("one"), other: number("other") }));
  const column = from.sheet.columns.find(({ id }) => id === from.picture.parts.one);
  const top = from.picture.most ?? column?.most ?? 0;
  const isMarked = rows.some(({ one, other }) => one !== null || other !== null);
  return rows.length > 2 && top > 0 && isMarked ? { kind: "spokes", top, rows: rows.slice(0, MOST_DRAWN) } : null;
}

/** @param {From} from @returns {Week|null} */
function week(from) {
  const people = new Map(figureOf(from, "people"));
  const rows = figureOf(from, "asked").map(([key, asked]) => ({
    name: String(key),
    asked,
    people: people.get(key) ?? 0,
  }));
  return rows.length > 0 ? { kind: "week", rows: rows.slice(0, 2 * MOST_DRAWN) } : null;
}

/** @param {From} from @returns {Month|null} of the group that hears most */
function month(from) {
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

/** @type {Record<string, (from: From) => Drawing|null>} */
const MAKERS = { bars, arrows, calendar, spokes, week, month };
