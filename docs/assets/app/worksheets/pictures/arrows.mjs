// @ts-check
/** Arrows: activities, and which leads to which. Pure. */
import { fold } from "../cells.mjs";
import { MOST_DRAWN, rowsOf } from "./source.mjs";

/** @typedef {import("./source.mjs").From} From */
/** @typedef {{kind: "arrows", nodes: {name: string, step: number|null, isLinked: boolean}[], links: {from: number, to: number, part: "to"|"from"}[]}} Arrows */

/** @param {From} from @returns {Arrows|null} */
export function drawingOf(from) {
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
