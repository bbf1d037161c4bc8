// @ts-check
/**
 * Charts as SVG. Lengths run in per cent of the width, so that marks follow the page while text keeps its size.
 * Each chart has a title and a description; its numbers are in a table that the caller puts beside it.
 */
import { s } from "../ui/dom.mjs";

/** @typedef {{low: number|null, high: number|null, point: number|null}} Span */
/** @typedef {{title: string, description: string, top: number}} Frame */
/** `step` is a colour of the ramp. @typedef {Span & {name: string, shown: string, step: number|null, target?: number|null, before?: Span|null}} Row */
/** @typedef {(value: number) => number} Place */

let made = 0;

/** @param {Pick<Frame, "title"|"description">} frame @param {number} height pixels @param {...(Node|null|false)} marks @returns {SVGElement} */
export function chart({ title, description }, height, ...marks) {
  const id = `pp-chart-${(made += 1)}`;
  return s(
    "svg",
    { class: "pp-chart", width: "100%", height, role: "img", "aria-labelledby": `${id}-title ${id}-text` },
    s("title", { id: `${id}-title` }, title),
    s("desc", { id: `${id}-text` }, description),
    ...marks,
  );
}

/** @param {string} name @param {Record<string, import("../ui/dom.mjs").Attribute>} where @returns {SVGElement} a line of this class */
export const line = (name, where) => s("line", { class: `pp-chart__${name}`, ...where });

/** @param {string|number} x @param {number} y @param {string} text @param {"start"|"middle"|"end"} [anchor] @param {string} [name] */
export const label = (x, y, text, anchor = "start", name = "quiet") =>
  s("text", { x, y, "text-anchor": anchor, class: `pp-chart__${name}` }, ...lines(text, x));

/** @param {string} text @param {string|number} x @returns {(Node|string)[]} each line of it below the one before */
const lines = (text, x) =>
  text.includes("\n") ? text.split("\n").map((part, n) => s("tspan", { x, dy: n === 0 ? 0 : "1.2em" }, part)) : [text];

/** @param {string} text @returns {string} a long name on two lines, where it has two words */
export function halves(text) {
  const words = text.split(" ");
  const middle = Math.ceil(words.length / 2);
  return text.length < 16 || words.length < 2
    ? text
    : `${words.slice(0, middle).join(" ")}\n${words.slice(middle).join(" ")}`;
}

/** @param {string} x @param {number|string} y @param {...Node} marks @returns {SVGElement} marks placed in per cent */
export const at = (x, y, ...marks) => s("svg", { x, y, overflow: "visible" }, ...marks);

/** @param {number} x @returns {string} */
export const percent = (x) => `${x.toFixed(2)}%`;
