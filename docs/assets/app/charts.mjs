// @ts-check
/**
 * Charts as SVG. Lengths run in per cent of the width, so that marks follow the page while text keeps its size.
 * Each chart has a title and a description; its numbers stand in a table that the caller puts beside it.
 */
import { h, s } from "./dom.mjs";

/** @typedef {{low: number|null, high: number|null, point: number|null}} Span */
/** @typedef {{title: string, description: string, top: number}} Frame */

let made = 0;

/** @param {Frame} frame @param {number} height pixels @param {...(Node|null)} marks @returns {SVGElement} */
function chart({ title, description }, height, ...marks) {
  const id = `pp-chart-${(made += 1)}`;
  const names = { role: "img", "aria-labelledby": `${id}-title ${id}-text` };
  return s(
    "svg",
    { class: "pp-chart", width: "100%", height, ...names },
    s("title", { id: `${id}-title` }, title),
    s("desc", { id: `${id}-text` }, description),
    ...marks,
  );
}

/** @param {string} x @param {number|string} y @param {Node} mark @returns {SVGElement} a mark placed in per cent */
const at = (x, y, mark) => s("svg", { x, y, overflow: "visible" }, mark);

/** @param {number} x @returns {string} */
const percent = (x) => `${x.toFixed(2)}%`;

const EDGE = 4; // per cent left free on each side, so that marks at the ends of the scale are whole

/** @param {number} value @param {number} top @returns {number} per cent */
const along = (value, top) => EDGE + ((100 - 2 * EDGE) * value) / top;

/**
 * A row for each span: track, range as a bar, point as a dot, target as a tick.
 * @param {Frame & {rows: (Span & {name: string, shown: string, step: number|null, target?: number|null})[]}} chartOf
 * @returns {SVGElement}
 */
export function barsChart({ rows, ...frame }) {
  const ROW = 46;
  const marks = rows.map((row, index) => {
    const y = index * ROW;
    const { low, high, point } = row;
    const x = (/** @type {number} */ value) => percent(along(value, frame.top));
    const ticks = Array.from({ length: frame.top + 1 }, (_, value) =>
      s("line", { class: "pp-chart__line", x1: x(value), x2: x(value), y1: y + 22, y2: y + 34 }),
    );
    return s(
      "g",
      { "data-step": row.step },
      s("text", { x: 0, y: y + 14 }, row.name),
      s("text", { x: "100%", y: y + 14, "text-anchor": "end", class: "pp-chart__quiet" }, row.shown),
      s("line", { class: "pp-chart__line", x1: x(0), x2: x(frame.top), y1: y + 28, y2: y + 28 }),
      ...ticks,
      low !== null &&
        high !== null &&
        s("rect", {
          class: "pp-chart__range",
          x: x(low),
          y: y + 22,
          width: percent(along(high, frame.top) - along(low, frame.top)),
          height: 12,
        }),
      point !== null && at(x(point), y + 28, s("circle", { class: "pp-chart__point", r: 7 })),
      row.target !== null &&
        row.target !== undefined &&
        at(x(row.target), y + 20, s("path", { class: "pp-chart__target", d: "M0 0 -5 -8 5 -8Z" })),
    );
  });
  return chart(frame, rows.length * ROW, ...marks);
}

/**
 * The map: two axes cut in the middle, quadrants named in their corners, the range as a rectangle, the point as a dot.
 * @param {Frame & {x: Span & {name: string}, y: Span & {name: string}, quadrants: {name: string, at: [string, string], here: boolean}[]}} chartOf
 * @returns {SVGElement}
 */
export function mapChart({ x, y, quadrants, ...frame }) {
  const SIZE = 320;
  const TOP = 18; // pixels for the name of the upright axis
  const right = (/** @type {number} */ value) => along(value, frame.top);
  const up = (/** @type {number} */ value) =>
    TOP + SIZE - (SIZE * (EDGE + ((100 - 2 * EDGE) * value) / frame.top)) / 100;
  const names = quadrants.map(({ name, at: [side, level], here }) =>
    s(
      "text",
      {
        x: side === "low" ? "2%" : "98%",
        y: level === "low" ? TOP + SIZE - 10 : TOP + 20,
        "text-anchor": side === "low" ? "start" : "end",
        class: here ? "pp-chart__here" : "pp-chart__quiet",
      },
      name,
    ),
  );
  const known = x.low !== null && x.high !== null && y.low !== null && y.high !== null;
  return chart(
    frame,
    SIZE + TOP + 22,
    s("rect", { class: "pp-chart__line", x: 0, y: TOP, width: "100%", height: SIZE }),
    s("line", { class: "pp-chart__cut", x1: "50%", x2: "50%", y1: TOP, y2: TOP + SIZE }),
    s("line", { class: "pp-chart__cut", x1: 0, x2: "100%", y1: TOP + SIZE / 2, y2: TOP + SIZE / 2 }),
    ...names,
    s("text", { x: 0, y: 12, class: "pp-chart__quiet" }, `↑ ${y.name}`),
    s("text", { x: "100%", y: SIZE + TOP + 16, "text-anchor": "end", class: "pp-chart__quiet" }, `${x.name} →`),
    known ? rectangle(x, y, right, up) : null,
    x.point !== null && y.point !== null
      ? at(percent(right(x.point)), up(y.point), s("circle", { class: "pp-chart__point", r: 8 }))
      : null,
  );
}

/** @param {Span} x @param {Span} y @param {(v: number) => number} right @param {(v: number) => number} up */
function rectangle(x, y, right, up) {
  const [left, width] = [right(Number(x.low)), right(Number(x.high)) - right(Number(x.low))];
  const [upper, lower] = [up(Number(y.high)), up(Number(y.low))];
  return s("rect", {
    class: "pp-chart__range",
    x: percent(left),
    y: upper,
    width: percent(Math.max(width, 0.6)),
    height: Math.max(lower - upper, 2),
  });
}

/**
 * A chart's numbers, folded below it.
 * @param {string} caption @param {string[]} head @param {(string|number)[][]} rows the first cell of each names it
 * @returns {HTMLElement}
 */
export function numbers(caption, head, rows) {
  const cells = (/** @type {(string|number)[]} */ [name, ...rest]) =>
    h("tr", {}, h("th", { scope: "row" }, name), ...rest.map((cell) => h("td", {}, cell)));
  return h(
    "details",
    { class: "pp-numbers" },
    h("summary", {}, caption),
    h(
      "div",
      { class: "pp-scroll", tabindex: 0, role: "region", "aria-label": caption },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ...head.map((cell) => h("th", { scope: "col" }, cell)))),
        h("tbody", {}, ...rows.map(cells)),
      ),
    ),
  );
}
