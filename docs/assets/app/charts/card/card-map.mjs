// @ts-check
/** The map of the card, where there are two axes: quadrants as areas that run to the edges, the range as a soft area, the dot. */
import { s } from "../../ui/dom.mjs";
import { CARD } from "./card-layout.mjs";
import { GROUNDS, INK, faced } from "./card-style.mjs";
import { inLines } from "./card-text.mjs";
import { spot } from "../../scoring/score.mjs";

/** @typedef {{name: string, point: number|null, low: number|null, high: number|null}} Span */
/** Without `y` there is a scale in place of a map. @typedef {{top: number, x: Span, y: Span|null, quadrants: {name: string, at: string[], here: boolean}[]}} Place */
/** @typedef {Place & {y: Span}} Square */
/** @typedef {import("./card-layout.mjs").MeasureIn} MeasureIn */

const MARGIN = 62; // pixels beside and below the plane, for the scales
const PLANE = { x: CARD.split + MARGIN, width: CARD.width - CARD.split - MARGIN, height: CARD.height - MARGIN };
const INSET = 40; // from the plane's edges to the ends of the scales
const NAME = { size: 19, weight: 600, serif: false };
const SCALE = { size: 16, weight: 400, serif: false };

/** @param {number} value @param {number} top @returns {number} */
const across = (value, top) => PLANE.x + INSET + ((PLANE.width - 2 * INSET) * value) / top;
/** @param {number} value @param {number} top @returns {number} */
const upwards = (value, top) => PLANE.height - INSET - ((PLANE.height - 2 * INSET) * value) / top;

/** @param {Square} place @param {MeasureIn} measure @returns {SVGElement} */
export function mapPanel(place, measure) {
  const { top } = place;
  const middle = { x: across(top / 2, top), y: upwards(top / 2, top) };
  const cut = { stroke: INK.paper, "stroke-width": 5 };
  const end = PLANE.x + PLANE.width;
  return s(
    "g",
    {},
    s("rect", { x: PLANE.x, y: 0, width: PLANE.width, height: PLANE.height, fill: INK.ground }),
    ...place.quadrants.map(ground),
    s("line", { x1: middle.x, x2: middle.x, y1: 0, y2: PLANE.height, ...cut }),
    s("line", { x1: PLANE.x, x2: end, y1: middle.y, y2: middle.y, ...cut }),
    ...place.quadrants.flatMap((each) => named(each, dotOf(place), measure)),
    ...scales(place),
    ...marks(place),
  );
}

/** @param {Place["quadrants"][number]} quadrant @returns {SVGElement} */
function ground({ at: [side, level], here }) {
  const [halfX, halfY] = [PLANE.width / 2, PLANE.height / 2];
  return s("rect", {
    x: PLANE.x + (side === "low" ? 0 : halfX),
    y: level === "low" ? halfY : 0,
    width: halfX,
    height: halfY,
    fill: GROUNDS[`${side}-${level}`][here ? 1 : 0],
  });
}

/** @param {Square} place @returns {{x: number, y: number}|null} null where there is no dot */
function dotOf({ x, y, top }) {
  const [along, level] = [spot(x), spot(y)];
  return along === null || level === null ? null : { x: across(along, top), y: upwards(level, top) };
}

const STEP = 24; // from line to line of a name
const CLEAR = 44; // between a name and the dot, at least

/**
 * @param {Place["quadrants"][number]} quadrant
 * @param {{x: number, y: number}|null} dot
 * @param {MeasureIn} measure
 * @returns {SVGElement[]} its name in the outer corner, or in the inner one where the dot is in the outer
 */
function named({ name, at: [side, level], here }, dot, measure) {
  const face = { ...NAME, weight: here ? 700 : 400 };
  const lines = inLines(name, PLANE.width / 2 - 36, 2, (text) => measure(text, face));
  const tall = (lines.length - 1) * STEP;
  const bottom = PLANE.height - 22 - tall;
  const inner = level === "low" ? PLANE.height / 2 + 38 : PLANE.height / 2 - 22 - tall;
  const outer = level === "low" ? bottom : 38;
  const covered = here && dot !== null && dot.y > outer - CLEAR && dot.y < outer + tall + CLEAR;
  const first = covered ? inner : outer;
  const [x, anchor] = side === "low" ? [PLANE.x + 24, "start"] : [PLANE.x + PLANE.width - 24, "end"];
  const fill = here ? INK.ink : INK.quiet;
  return lines.map((line, n) =>
    s("text", { x, y: first + n * STEP, "text-anchor": anchor, fill, ...faced(face) }, line),
  );
}

/** @param {Square} place @returns {SVGElement[]} numbers along the edges, and the names with an arrow to where there is more */
function scales({ x, y, top }) {
  const values = Array.from({ length: top + 1 }, (_, value) => value);
  const text = (
    /** @type {number} */ left,
    /** @type {number} */ down,
    /** @type {string|number} */ content,
    more = {},
  ) => s("text", { x: left, y: down, "text-anchor": "middle", fill: INK.quiet, ...faced(SCALE), ...more }, content);
  const name = { "text-anchor": "end", ...faced({ ...SCALE, weight: 600 }) };
  const [end, left] = [PLANE.x + PLANE.width - INSET, PLANE.x - 36];
  return [
    ...values.map((value) => text(across(value, top), PLANE.height + 22, value)),
    text(end + 5, PLANE.height + 46, `${x.name} →`, name),
    ...values.map((value) => text(PLANE.x - 16, upwards(value, top) + 6, value)),
    text(left, INSET - 5, `${y.name} →`, { ...name, transform: `rotate(-90 ${left} ${INSET - 5})` }),
  ];
}

/** @param {Square} place @returns {SVGElement[]} */
function marks(place) {
  const { x, y, top } = place;
  if (x.low === null || x.high === null || y.low === null || y.high === null) return [];
  const [left, right] = [across(x.low, top), across(x.high, top)];
  const [upper, lower] = [upwards(y.high, top), upwards(y.low, top)];
  const spread = 16;
  const soft = s("rect", {
    x: left - spread,
    y: upper - spread,
    width: right - left + 2 * spread,
    height: lower - upper + 2 * spread,
    rx: spread,
    fill: INK.accent,
    "fill-opacity": 0.2,
  });
  const dot = dotOf(place);
  if (!dot) return [soft];
  return [soft, s("circle", { cx: dot.x, cy: dot.y, r: 13, fill: INK.accent, stroke: INK.paper, "stroke-width": 4 })];
}
