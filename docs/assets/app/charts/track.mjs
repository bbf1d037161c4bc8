// @ts-check
/** One span on its track, as bars and a headline show it. */
import { s } from "../ui/dom.mjs";
import { spot } from "../scoring/score.mjs";
import { at, percent } from "./svg.mjs";

/** @typedef {import("./svg.mjs").Span} Span */

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
  const { low, high, step, target, before, people = [] } = span;
  const point = spot(span);
  const bar = (/** @type {string} */ kind, /** @type {number} */ to) =>
    s("rect", { class: `pp-chart__${kind}`, x: 0, y: y - 3, width: x(to), height: 6, rx: 3 });
  const was = before?.point ?? null;
  return s(
    "g",
    { "data-step": point !== null && step },
    bar("track", top),
    soft({ low, high, point }, y, x, top),
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
