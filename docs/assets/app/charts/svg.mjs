// @ts-check
/**
 * Charts as SVG. Lengths run in per cent of the width, so that marks follow the page while text keeps its size.
 * Each chart has a title and a description; its numbers are in a table that the caller puts beside it.
 */
import { s } from "../ui/dom.mjs";

/** @typedef {{low: number|null, high: number|null, point: number|null}} Span */
/** @typedef {{title: string, description: string, top: number}} Frame */
/** `step` is a colour of the ramp. @typedef {Span & {name: string, shown: string, step: number|null, target?: number|null}} Row */
/** @typedef {(value: number) => number} Place */

let made = 0;

/** @param {Frame} frame @param {number} height pixels @param {...(Node|null|false)} marks @returns {SVGElement} */
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

/**
 * A row for each span: the point as a bar that ends in a dot, the range as a whisker, or as a box where there is no
 * point, the target as a triangle above the track.
 * @param {Frame & {rows: Row[], scale?: boolean}} chartOf `scale: false` leaves out the numbers of the levels
 * @returns {SVGElement}
 */
export function barsChart({ rows, scale: numbered = true, ...frame }) {
  const ROW = 50;
  const x = (/** @type {number} */ value) => percent((100 * value) / frame.top);
  const scale = Array.from({ length: frame.top + 1 }, (_, value) => value);
  const height = rows.length * ROW;
  const anchor = (/** @type {number} */ value) => (value === 0 ? "start" : value === frame.top ? "end" : "middle");
  return chart(
    frame,
    height + 16,
    ...scale.map((value) => line("line", { x1: x(value), x2: x(value), y1: 26, y2: height })),
    ...rows.map((row, index) => bar(row, index * ROW, x, frame.top)),
    ...(numbered ? scale.map((value) => label(x(value), height + 14, String(value), anchor(value))) : []),
  );
}

/** @param {Row} row @param {number} y @param {(value: number) => string} x @param {number} top @returns {SVGElement} */
function bar({ low, high, point, name, shown, step, target }, y, x, top) {
  const MIDDLE = y + 34;
  const span = low !== null && high !== null && high > low;
  const whisker = (/** @type {number} */ value) =>
    line("whisker", { x1: x(value), x2: x(value), y1: MIDDLE - 6, y2: MIDDLE + 6 });
  const box = (/** @type {string} */ kind, /** @type {number} */ from, /** @type {number} */ to, high = 8) =>
    s("rect", { class: `pp-chart__${kind}`, x: x(from), y: MIDDLE - high / 2, width: x(to - from), height: high });
  return s(
    "g",
    { "data-step": step },
    label(0, y + 16, name, "start", "name"),
    label("100%", y + 16, shown, "end"),
    line("line", { x1: 0, x2: "100%", y1: MIDDLE, y2: MIDDLE }),
    point !== null && box("bar", 0, point),
    point === null && low !== null && high !== null && box("range", low, Math.max(high, low + top / 200), 12),
    ...(span && point !== null
      ? [line("whisker", { x1: x(low), x2: x(high), y1: MIDDLE, y2: MIDDLE }), whisker(low), whisker(high)]
      : []),
    point !== null && at(x(point), MIDDLE, s("circle", { class: "pp-chart__point", r: 6 })),
    target !== null &&
      target !== undefined &&
      at(x(target), MIDDLE - 6, s("path", { class: "pp-chart__target", d: "M0 0 -5 -8 5 -8Z" })),
  );
}

const EDGE = 4; // per cent left free on each side of the map, so that marks at the ends of the scale are whole
const SIZE = 320; // pixels, the map's height
const TOP = 20; // pixels for the name of the upright axis

/**
 * The map: two axes cut in the middle, quadrants named in their corners, the range as a rectangle, the point as a dot.
 * `before` is another place, hollow; an arrow leads from it to the present one.
 * @param {Frame & {x: Span & {name: string}, y: Span & {name: string}, before?: Span[]|null, quadrants: {name: string, at: string[], here: boolean}[]}} chartOf
 * @returns {SVGElement}
 */
export function mapChart({ x, y, quadrants, before, ...frame }) {
  const right = (/** @type {number} */ value) => EDGE + ((100 - 2 * EDGE) * value) / frame.top;
  const up = (/** @type {number} */ value) => TOP + SIZE - (SIZE * right(value)) / 100;
  const moved = before && before.some(({ low, high }, n) => low !== [x, y][n].low || high !== [x, y][n].high);
  return chart(
    frame,
    SIZE + TOP + 20,
    ...quadrants.map(quadrant),
    line("cut", { x1: "50%", x2: "50%", y1: TOP, y2: TOP + SIZE }),
    line("cut", { x1: 0, x2: "100%", y1: TOP + SIZE / 2, y2: TOP + SIZE / 2 }),
    s("rect", { class: "pp-chart__frame", x: 0, y: TOP, width: "100%", height: SIZE }),
    label(0, 13, `↑ ${y.name}`),
    label("100%", SIZE + TOP + 16, `${x.name} →`, "end"),
    rectangle("range", x, y, right, up),
    ...(moved ? earlier(before, [x, y], right, up) : []),
    dot("point", [x, y], right, up),
  );
}

/** @param {{name: string, at: string[], here: boolean}} quadrant @returns {SVGElement} its ground, and its name in the corner */
function quadrant({ name, at: [side, level], here }) {
  const [left, low] = [side === "low", level === "low"];
  const half = SIZE / 2;
  const text = halves(name);
  const y = low ? TOP + SIZE - (text.includes("\n") ? 26 : 10) : TOP + 20;
  return s(
    "g",
    {},
    here &&
      s("rect", {
        class: "pp-chart__ground",
        x: left ? 0 : "50%",
        y: low ? TOP + half : TOP,
        width: "50%",
        height: half,
      }),
    label(left ? "2%" : "98%", y, text, left ? "start" : "end", here ? "here" : "quiet"),
  );
}

/** @param {string} kind @param {Span} x @param {Span} y @param {Place} right @param {Place} up @returns {SVGElement|null} */
function rectangle(kind, x, y, right, up) {
  if (x.low === null || x.high === null || y.low === null || y.high === null) return null;
  // Where nothing is unknown the dot says it all.
  if (x.low === x.high && y.low === y.high && x.point !== null && y.point !== null) return null;
  const [left, upper] = [right(x.low), up(y.high)];
  const [width, height] = [Math.max(right(x.high) - left, 1), Math.max(up(y.low) - upper, 3)];
  return s("rect", { class: `pp-chart__${kind}`, x: percent(left), y: upper, width: percent(width), height });
}

/** @param {string} kind @param {Span[]} place @param {Place} right @param {Place} up @returns {SVGElement|null} */
const dot = (kind, [{ point: x }, { point: y }], right, up) =>
  x === null || y === null
    ? null
    : at(percent(right(x)), up(y), s("circle", { class: `pp-chart__${kind}`, r: kind === "point" ? 8 : 7 }));

/** @param {Span[]} from @param {Span[]} to @param {Place} right @param {Place} up @returns {(SVGElement|null)[]} hollow marks where it was, and an arrow from there */
function earlier(from, to, right, up) {
  const ghost = dot("ghost", from, right, up);
  const [[x1, y1], [x2, y2]] = [from, to].map((place) => place.map(({ point }) => point));
  if (x1 === null || y1 === null) return [rectangle("ghost", from[0], from[1], right, up)];
  if (x2 === null || y2 === null) return [ghost];
  if (Math.hypot((right(x2) - right(x1)) * 3, up(y2) - up(y1)) < 28) return [ghost]; // no room for an arrow
  const tip = `pp-tip-${made}`;
  const head = { id: tip, markerWidth: 10, markerHeight: 8, refX: 18, refY: 4, orient: "auto" };
  const arrow = {
    x1: percent(right(x1)),
    y1: up(y1),
    x2: percent(right(x2)),
    y2: up(y2),
    "marker-end": `url(#${tip})`,
  };
  return [
    s("marker", { ...head, markerUnits: "userSpaceOnUse" }, s("path", { class: "pp-chart__tip", d: "M0 0 10 4 0 8Z" })),
    line("move", arrow),
    ghost,
  ];
}
