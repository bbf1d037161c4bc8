// @ts-check
/** The scale of the card, where there is no map: a bar up to the score, the range as a soft area, the dot. */
import { s } from "../../ui/dom.mjs";
import { CARD } from "./card-layout.mjs";
import { GROUNDS, INK, faced } from "./card-style.mjs";
import { inLines, shortened } from "./card-text.mjs";
import { spot } from "../../scoring/score.mjs";

/** @typedef {import("./card-map.mjs").Place} Place */
/** @typedef {import("./card-layout.mjs").MeasureIn} MeasureIn */

const WIDTH = CARD.width - CARD.split;
const ENDS = { left: CARD.split + 60, width: WIDTH - 120 }; // of the scale
const BAR = { y: CARD.height / 2, half: 15 }; // its middle, and from there to its edges
const SPREAD = 10; // of the range, beyond the bar
const SOFT = { fill: INK.accent, "fill-opacity": 0.2 };
const NAME = { size: 24, weight: 600, serif: false };
const HALF = { size: 19, weight: 700, serif: false };
const VALUE = { size: 18, weight: 400, serif: false };

/** @param {Place} place @param {MeasureIn} measure @returns {SVGElement} */
export function scalePanel({ x, top, quadrants }, measure) {
  const across = (/** @type {number} */ value) => ENDS.left + (ENDS.width * value) / top;
  const values = Array.from({ length: top + 1 }, (_, value) => value);
  const name = shortened(x.name, ENDS.width, (text) => measure(text, NAME));
  const point = spot(x);
  return s(
    "g",
    {},
    s("rect", { x: CARD.split, y: 0, width: WIDTH, height: CARD.height, fill: INK.ground }),
    ...quadrants.flatMap((each) => half(each, measure)),
    s("text", { x: ENDS.left - BAR.half, y: BAR.y - 44, fill: INK.ink, ...faced(NAME) }, name),
    bar(across(0), across(top), { fill: INK.paper }),
    point !== null && bar(across(0), across(point), { fill: INK.accent, "fill-opacity": 0.55 }),
    ...values.map((value) =>
      s("text", { x: across(value), y: BAR.y + 54, "text-anchor": "middle", fill: INK.quiet, ...faced(VALUE) }, value),
    ),
    x.low !== null && x.high !== null && bar(across(x.low), across(x.high), SOFT, SPREAD),
    point !== null &&
      s("circle", { cx: across(point), cy: BAR.y, r: 15, fill: INK.accent, stroke: INK.paper, "stroke-width": 4 }),
  );
}

/** @param {number} from @param {number} to @param {Record<string, string|number>} look @param {number} [beyond] @returns {SVGElement} with round ends around both */
function bar(from, to, look, beyond = 0) {
  const half = BAR.half + beyond;
  return s("rect", {
    x: from - half,
    y: BAR.y - half,
    width: to - from + 2 * half,
    height: 2 * half,
    rx: half,
    ...look,
  });
}

/** @param {Place["quadrants"][number]} quadrant @param {MeasureIn} measure @returns {SVGElement[]} its half of the panel, and its name there */
function half({ name, at: [side], here }, measure) {
  const low = side === "low";
  const face = { ...HALF, weight: here ? 700 : 400 };
  const place = low ? { x: CARD.split + 24 } : { x: CARD.width - 24, "text-anchor": "end" };
  const look = { ...place, fill: here ? INK.ink : INK.quiet, ...faced(face) };
  const lines = inLines(name, WIDTH / 2 - 36, 2, (text) => measure(text, face));
  return [
    s("rect", {
      x: CARD.split + (low ? 0 : WIDTH / 2),
      y: 0,
      width: WIDTH / 2,
      height: CARD.height,
      fill: GROUNDS[`${side}-${side}`][here ? 1 : 0],
    }),
    ...lines.map((line, n) => s("text", { ...look, y: 44 + n * 24 }, line)),
  ];
}
