// @ts-check
/** Two bars for each row: before is hollow and ends in a square, after is filled and ends in a dot. */
import { at, chart, label, line, percent } from "./svg.mjs";
import { s } from "../ui/dom.mjs";

/** @typedef {import("./svg.mjs").Span} Span */
/** @typedef {{name: string, label: string, before: Span, after: Span & {step: number|null}}} PairRow */

const ROW = 80; // pixels, where text has its usual size
const TRACKS = [44, 60]; // below the top of the row: before, after
const TEXT = 20; // pixels of the usual size of the page's text

/** @returns {number} how much larger the reader has made the text; two lines of it must fit above the bars */
const enlarged = () => Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / TEXT);

/** @param {import("./svg.mjs").Frame & {rows: PairRow[]}} chartOf @returns {SVGElement} */
export function pairsChart({ rows, ...frame }) {
  const x = (/** @type {number} */ value) => percent((100 * value) / frame.top);
  const unit = enlarged();
  const height = rows.length * ROW * unit;
  const scale = Array.from({ length: frame.top + 1 }, (_, value) => value);
  const side = (/** @type {number} */ value) => (value === 0 ? "start" : value === frame.top ? "end" : "middle");
  return chart(
    frame,
    height + 16 * unit,
    ...scale.map((value) => line("line", { x1: x(value), x2: x(value), y1: 36 * unit, y2: height })),
    ...rows.flatMap(({ name, label: text, before, after }, index) => {
      const y = index * ROW * unit;
      const filled = s("g", { "data-step": after.step }, ...track(after, y + TRACKS[1] * unit, x, "point", "bar"));
      return [
        label(0, y + 14 * unit, name, "start", "name"),
        label(0, y + 30 * unit, text),
        s("g", {}, ...track(before, y + TRACKS[0] * unit, x, "square", "hollow")),
        filled,
      ];
    }),
    ...scale.map((value) => label(x(value), height + 14 * unit, String(value), side(value))),
  );
}

/** @param {Span} span @param {number} y @param {(value: number) => string} x @param {string} mark @param {string} kind @returns {SVGElement[]} */
function track({ low, high, point }, y, x, mark, kind) {
  if (low === null || high === null) return [];
  const box = (/** @type {string} */ name, /** @type {number} */ from, /** @type {number} */ to) =>
    s("rect", { class: `pp-chart__${name}`, x: x(from), y: y - 4, width: x(to - from), height: 8 });
  const whisker = high > low ? [line("whisker", { x1: x(low), x2: x(high), y1: y, y2: y })] : [];
  if (point === null) return [box(kind, low, high)];
  const end =
    mark === "square"
      ? s("rect", { class: "pp-chart__square", x: -5, y: -5, width: 10, height: 10 })
      : s("circle", { class: "pp-chart__point", r: 6 });
  return [box(kind, 0, point), ...whisker, at(x(point), y, end)];
}
