// @ts-check
/** The map: two axes cut in the middle, each quadrant tinted and named, the range as a soft area, the point as a dot. */
import { at, chart, halves, label, line, percent } from "./svg.mjs";
import { spot } from "../scoring/score.mjs";
import { s } from "../ui/dom.mjs";

/** @typedef {import("./svg.mjs").Span} Span */
/** @typedef {import("./svg.mjs").Place} Place */
/** @typedef {{name: string, at: string[], here: boolean}} Ground */
/**
 * `before` is another place, hollow; an arrow leads from it to the present one. `small` leaves out all text.
 * @typedef {import("./svg.mjs").Frame & {x: Span & {name: string}, y: Span & {name: string}, before?: Span[]|null,
 *   people?: number[][], quadrants: Ground[], size?: number, small?: boolean}} MapOf
 */

const SIZE = 360; // pixels, the map's height
const TOP = 20; // pixels for the name of the upright axis
const FOOT = 38; // pixels for the numbers and the name of the other
const NEAR = 0.2; // share of the scale that a name takes at the edge

/** Colour of the ramp by side and height: push is warm, pull is cool. @type {Record<string, Record<string, number>>} */
const TINTS = { low: { low: 0, high: 2 }, high: { low: 3, high: 4 } };

/** @param {MapOf} mapOf @returns {SVGElement} */
export function mapChart({ x, y, quadrants, before, people = [], size = SIZE, small = false, ...frame }) {
  const [head, foot] = small ? [0, 0] : [TOP, FOOT];
  const right = (/** @type {number} */ value) => (100 * value) / frame.top;
  const up = (/** @type {number} */ value) => head + size - (size * value) / frame.top;
  const moved = before && before.some(({ low, high }, n) => low !== [x, y][n].low || high !== [x, y][n].high);
  const inner = Array.from({ length: frame.top - 1 }, (_, n) => n + 1);
  const across = (/** @type {string} */ kind, /** @type {number} */ value) => [
    line(kind, { x1: percent(right(value)), x2: percent(right(value)), y1: head, y2: head + size }),
    line(kind, { x1: 0, x2: "100%", y1: up(value), y2: up(value) }),
  ];
  return chart(
    frame,
    head + size + foot,
    ...quadrants.map((each) => ground(each, head, size)),
    ...(small ? [] : inner.flatMap((value) => across("grid", value))),
    ...across("cut", frame.top / 2),
    s("rect", { class: "pp-chart__frame", x: 0, y: head, width: "100%", height: size }),
    area("range", [x, y], right, up),
    ...(small
      ? []
      : [...axes(x.name, y.name, frame.top, right, up), ...quadrants.map((each) => name(each, x, y, frame.top, up))]),
    ...(moved ? earlier(before, [x, y], right, up) : []),
    ...people.map(([along, above]) =>
      at(percent(right(along)), up(above), s("circle", { class: "pp-chart__person", r: 5 })),
    ),
    dot("point", [x, y], right, up),
  );
}

/** @param {Ground} quadrant @param {number} head @param {number} size @returns {SVGElement} its tint */
function ground({ at: [side, level], here }, head, size) {
  const where = { x: side === "low" ? 0 : "50%", y: level === "low" ? head + size / 2 : head };
  const kind = here ? "pp-chart__ground pp-chart__ground--here" : "pp-chart__ground";
  return s("rect", { class: kind, "data-step": TINTS[side]?.[level], ...where, width: "50%", height: size / 2 });
}

/** @param {string} x @param {string} y @param {number} top @param {Place} right @param {Place} up @returns {SVGElement[]} names and numbers of the axes */
function axes(x, y, top, right, up) {
  const values = Array.from({ length: top + 1 }, (_, value) => value);
  const side = (/** @type {number} */ value) => (value === 0 ? "start" : value === top ? "end" : "middle");
  return [
    label(0, 13, `↑ ${y}`, "start", "name"),
    label("100%", up(0) + 34, `${x} →`, "end", "name"),
    ...values.map((value) => label(percent(right(value)), up(0) + 16, String(value), side(value))),
    ...values.map((value) => label(-5, up(value) + (value === 0 ? 0 : value === top ? 10 : 4), String(value), "end")),
  ];
}

/** @param {Ground} quadrant @param {Span} x @param {Span} y @param {number} top @param {Place} up @returns {SVGElement} its name in the corner, or at the middle where the dot is in the corner */
function name({ name: text, at: [side, level], here }, x, y, top, up) {
  const [left, low] = [side === "low", level === "low"];
  const part = halves(text);
  const lines = part.split("\n").length;
  const value = here && spot(x) !== null ? spot(y) : null;
  const taken = value !== null && (low ? value < top * NEAR : value > top * (1 - NEAR));
  const under = up(taken ? top / 2 : low ? 0 : top); // the line that the name is next to
  const below = taken ? low : !low;
  const at = below ? under + 20 : under - 10 - (lines - 1) * 16;
  return label(left ? "2%" : "98%", at, part, left ? "start" : "end", here ? "here" : "quiet");
}

/** @param {string} kind @param {Span[]} place @param {Place} right @param {Place} up @returns {SVGElement|null} */
function area(kind, [x, y], right, up) {
  if (x.low === null || x.high === null || y.low === null || y.high === null) return null;
  if (x.low === x.high && y.low === y.high) return null; // the dot says it all
  const [left, upper] = [right(x.low), up(y.high)];
  const thin = 10; // pixels, so that a range along one axis is still an area
  const [width, height] = [right(x.high) - left, Math.max(up(y.low) - upper, thin)];
  const middle = (up(y.low) + upper - height) / 2;
  const box = { class: `pp-chart__${kind}`, y: middle, height, rx: 6 };
  return x.low === x.high
    ? at(percent(left), 0, s("rect", { ...box, x: -thin / 2, width: thin }))
    : s("rect", { ...box, x: percent(left), width: percent(width) });
}

/** @param {string} kind @param {Span[]} place @param {Place} right @param {Place} up @returns {SVGElement|null} */
function dot(kind, place, right, up) {
  const [x, y] = place.map(spot);
  if (x === null || y === null) return null;
  return at(percent(right(x)), up(y), s("circle", { class: `pp-chart__${kind}`, r: kind === "point" ? 10 : 8 }));
}

/** @param {Span[]} from @param {Span[]} to @param {Place} right @param {Place} up @returns {(SVGElement|null)[]} hollow marks where it was, and an arrow from there */
function earlier(from, to, right, up) {
  const ghost = dot("ghost", from, right, up);
  const [[x1, y1], [x2, y2]] = [from, to].map((place) => place.map(spot));
  if (x1 === null || y1 === null) return [area("ghost", from, right, up)];
  if (x2 === null || y2 === null) return [ghost];
  if (Math.hypot((right(x2) - right(x1)) * 3, up(y2) - up(y1)) < 32) return [ghost]; // no room for an arrow
  const tip = `pp-tip-${(tips += 1)}`;
  const head = { id: tip, markerWidth: 10, markerHeight: 8, refX: 20, refY: 4, orient: "auto" };
  const [start, end] = [
    { x1: percent(right(x1)), y1: up(y1) },
    { x2: percent(right(x2)), y2: up(y2) },
  ];
  return [
    s("marker", { ...head, markerUnits: "userSpaceOnUse" }, s("path", { class: "pp-chart__tip", d: "M0 0 10 4 0 8Z" })),
    line("move", { ...start, ...end, "marker-end": `url(#${tip})` }),
    ghost,
  ];
}

let tips = 0;
