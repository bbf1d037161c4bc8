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

/** @param {string} text @returns {string} a long name on two lines */
export function halves(text) {
  const words = text.split(" ");
  const middle = Math.ceil(words.length / 2);
  return text.length < 16 ? text : `${words.slice(0, middle).join(" ")}\n${words.slice(middle).join(" ")}`;
}

/** @param {string} x @param {number|string} y @param {...Node} marks @returns {SVGElement} marks placed in per cent */
export const at = (x, y, ...marks) => s("svg", { x, y, overflow: "visible" }, ...marks);

/** @param {number} x @returns {string} */
export const percent = (x) => `${x.toFixed(2)}%`;

/** @param {Span} span @param {number} y @param {(value: number) => string} x @param {number} top @returns {SVGElement|null} the range as a soft area */
function soft({ low, high, point }, y, x, top) {
  if (low === null || high === null || (point !== null && low === high)) return null;
  const width = Math.max(high - low, top / 60);
  const from = Math.min(low, top - width);
  return s("rect", { class: "pp-chart__range", x: x(from), y: y - 8, width: x(width), height: 16, rx: 8 });
}

/**
 * One span on its track: the point as a line that ends in a dot, the range as a soft area.
 * @param {Span & {step?: number|null, target?: number|null, before?: Span|null, people?: number[]}} span `people`: single ones, as small dots
 * @param {number} y @param {number} top
 * @returns {SVGElement}
 */
export function track(span, y, top) {
  const x = (/** @type {number} */ value) => percent((100 * value) / top);
  const { point, step, target, before, people = [] } = span;
  const bar = (/** @type {string} */ kind, /** @type {number} */ to) =>
    s("rect", { class: `pp-chart__${kind}`, x: 0, y: y - 3, width: x(to), height: 6, rx: 3 });
  const was = before?.point ?? null;
  return s(
    "g",
    { "data-step": step },
    bar("track", top),
    soft(span, y, x, top),
    point !== null && bar("bar", point),
    typeof target === "number" && at(x(target), y, s("path", { class: "pp-chart__target", d: "M0 -9 -6 -18 6 -18Z" })),
    ...people.map((value) => at(x(value), y, s("circle", { class: "pp-chart__person", r: 4 }))),
    was !== null && was !== point && at(x(was), y, s("circle", { class: "pp-chart__ghost", r: 7 })),
    point !== null && at(x(point), y, s("circle", { class: "pp-chart__point", r: 8 })),
  );
}

/** @param {Span & {step: number|null}} span @param {number} top @returns {SVGElement} a track alone, for beside its number in words */
export const trackChart = (span, top) =>
  s("svg", { class: "pp-track", width: "100%", height: 24, "aria-hidden": "true" }, track(span, 12, top));
