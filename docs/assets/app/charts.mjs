// @ts-check
/**
 * Charts as SVG. Lengths run in per cent of the width, so that marks follow the page while text keeps its size.
 * Each chart has a title and a description; its numbers stand in a table that the caller puts beside it.
 */
import { h, s } from "./dom.mjs";

/** @typedef {{low: number|null, high: number|null, point: number|null}} Span */
/** @typedef {{title: string, description: string, top: number, viewBox?: string}} Frame */

let made = 0;

/** @param {Frame} frame @param {number} height pixels @param {...(Node|null)} marks @returns {SVGElement} */
function chart({ title, description, viewBox }, height, ...marks) {
  const id = `pp-chart-${(made += 1)}`;
  const names = { role: "img", "aria-labelledby": `${id}-title ${id}-text` };
  return s(
    "svg",
    { class: "pp-chart", width: "100%", height, viewBox, ...names },
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
  const ROW = 54;
  const marks = rows.map((row, index) => {
    const y = index * ROW;
    const { low, high, point } = row;
    const x = (/** @type {number} */ value) => percent(along(value, frame.top));
    const ticks = Array.from({ length: frame.top + 1 }, (_, value) =>
      s("line", { class: "pp-chart__line", x1: x(value), x2: x(value), y1: y + 32, y2: y + 44 }),
    );
    return s(
      "g",
      { "data-step": row.step },
      s("text", { x: 0, y: y + 14 }, row.name),
      s("text", { x: "100%", y: y + 14, "text-anchor": "end", class: "pp-chart__quiet" }, row.shown),
      s("line", { class: "pp-chart__line", x1: x(0), x2: x(frame.top), y1: y + 38, y2: y + 38 }),
      ...ticks,
      low !== null &&
        high !== null &&
        s("rect", {
          class: "pp-chart__range",
          x: x(low),
          y: y + 32,
          width: percent(along(high, frame.top) - along(low, frame.top)),
          height: 12,
        }),
      point !== null && at(x(point), y + 38, s("circle", { class: "pp-chart__point", r: 7 })),
      row.target !== null &&
        row.target !== undefined &&
        at(x(row.target), y + 30, s("path", { class: "pp-chart__target", d: "M0 0 -5 -8 5 -8Z" })),
    );
  });
  return chart(frame, rows.length * ROW, ...marks);
}

/**
 * The map: two axes cut in the middle, quadrants named in their corners, the range as a rectangle, the point as a dot.
 * `before` is an earlier place; an arrow leads from it to the present one.
 * @param {Frame & {x: Span & {name: string}, y: Span & {name: string}, before?: (number|null)[]|null, quadrants: {name: string, at: [string, string], here: boolean}[]}} chartOf
 * @returns {SVGElement}
 */
export function mapChart({ x, y, quadrants, before, ...frame }) {
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
    ...(before ? arrow(before, [x.point, y.point], right, up) : []),
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
 * @param {(number|null)[]} from @param {(number|null)[]} to @param {(v: number) => number} right @param {(v: number) => number} up
 * @returns {SVGElement[]} a hollow dot where it was, and a line to where it is
 */
function arrow([x1, y1], [x2, y2], right, up) {
  if (x1 === null || y1 === null) return [];
  const ghost = at(percent(right(x1)), up(y1), s("circle", { class: "pp-chart__ghost", r: 7 }));
  if (x2 === null || y2 === null) return [ghost];
  const ends = { x1: percent(right(x1)), y1: up(y1), x2: percent(right(x2)), y2: up(y2) };
  return [s("line", { class: "pp-chart__move", ...ends }), ghost];
}

/**
 * The same rows as in `barsChart`, round a circle: range as a band, points as a line, targets as ticks.
 * @param {Parameters<typeof barsChart>[0]} chartOf
 * @returns {SVGElement}
 */
export function radarChart({ rows, ...frame }) {
  const SIZE = 460;
  const REACH = 130; // pixels from the middle to the top of the scale
  const [cx, cy] = [SIZE / 2, SIZE / 2 - 20];
  const place = (/** @type {number} */ value, /** @type {number} */ index) => {
    const turn = (2 * Math.PI * index) / rows.length - Math.PI / 2;
    const far = (REACH * value) / frame.top;
    return [cx + far * Math.cos(turn), cy + far * Math.sin(turn)];
  };
  const path = (/** @type {(number|null)[]} */ values) =>
    `M${values
      .map((value, index) =>
        place(value ?? 0, index)
          .map((x) => x.toFixed(1))
          .join(" "),
      )
      .join("L")}Z`;
  const rings = Array.from({ length: frame.top }, (_, level) =>
    s("path", { class: "pp-chart__line", d: path(rows.map(() => level + 1)) }),
  );
  const names = rows.map((row, index) => {
    const [x, y] = place(frame.top * 1.16, index);
    const side = Math.abs(x - cx) < 20 ? "middle" : x < cx ? "end" : "start";
    const [first, second] = halves(row.name);
    const lines = [first, second, row.shown].filter((line) => line !== "");
    const texts = lines.map((line, n) => s("tspan", { x, dy: n === 0 ? 0 : "1.2em" }, line));
    return s("text", { x, y: y - (y < cy - REACH ? 24 : 4), "text-anchor": side }, ...texts);
  });
  const dots = rows.map((row, index) => {
    const [x, y] = place(row.point ?? 0, index);
    return row.point === null ? null : s("circle", { class: "pp-chart__point", cx: x, cy: y, r: 5 });
  });
  const band = `${path(rows.map(({ high }) => high))}${path(rows.map(({ low }) => low))}`;
  const whole = rows.every(({ point }) => point !== null);
  return chart(
    { ...frame, viewBox: `0 0 ${SIZE} ${SIZE - 20}` },
    SIZE - 20,
    ...rings,
    s("path", { class: "pp-chart__range", d: band, "fill-rule": "evenodd" }),
    whole ? s("path", { class: "pp-chart__outline", d: path(rows.map(({ point }) => point)) }) : null,
    ...dots,
    ...names,
  );
}

/** @param {string} name @returns {[string, string]} a long name on two lines */
function halves(name) {
  const words = name.split(" ");
  const middle = Math.ceil(words.length / 2);
  return name.length < 16 ? [name, ""] : [words.slice(0, middle).join(" "), words.slice(middle).join(" ")];
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
