// @ts-check
/** Ladders: one for each row, over the levels that all of them share. */
import { chart, label, percent } from "./svg.mjs";
import { track } from "./track.mjs";
import { s } from "../ui/dom.mjs";

/** @typedef {import("./svg.mjs").Frame} Frame */
/** @typedef {import("./svg.mjs").Row} Row */

const RAMP = 4; // the ramp's last colour
const ROW = 48; // pixels
const LANE = 34; // from the top of a row to the middle of its track
const LINE = 16; // what a second line of words adds to a row
const HEAD = 24; // for the names of the levels
const EVERY_OTHER = "quiet pp-chart__every-other"; // left out where there is little room

/**
 * A ladder for each span, over the levels that all of them share. Beside the track stands the name where there is room,
 * above it on narrow screens.
 * @param {Frame & {rows: Row[], levels?: string[], scale?: boolean}} chartOf `levels`: names of the steps;
 *   `scale: false` leaves out what measures
 * @returns {SVGElement}
 */
export function barsChart({ rows, levels, scale = true, ...frame }) {
  const { top } = frame;
  const x = (/** @type {number} */ value) => percent((100 * value) / top);
  const head = levels ? HEAD : 0;
  const more = scale ? 0 : LINE;
  const height = ROW + more;
  const foot = head + rows.length * height;
  const values = Array.from({ length: top + 1 }, (_, value) => value);
  const anchor = (/** @type {number} */ value) => (value === 0 ? "start" : value === top ? "end" : "middle");
  const band = (/** @type {number} */ value) => {
    const [from, to] = [Math.max(0, value - 0.5), Math.min(top, value + 0.5)];
    const step = Math.round((value / top) * RAMP);
    return s("rect", {
      class: "pp-chart__band",
      "data-step": step,
      x: x(from),
      y: head,
      width: x(to - from),
      height: foot - head,
    });
  };
  const named = levels ?? [];
  const nameClass = (/** @type {number} */ value) => (value % 2 > 0 && value < top ? EVERY_OTHER : "quiet");
  const marks = () => [
    ...(levels ? values.map(band) : []),
    ...named.map((name, value) => label(x(value), 14, name, anchor(value), nameClass(value))),
    ...rows.map((row, index) => track(row, head + index * height + LANE + more, top)),
    ...(scale ? values.map((value) => label(x(value), foot + 16, String(value), anchor(value))) : []),
  ];
  const lane = (
    /** @type {string} */ kind,
    /** @type {string} */ from,
    /** @type {string} */ width,
    /** @type {number} */ line,
  ) =>
    s(
      "g",
      { class: `pp-chart__${kind}` },
      s("svg", { x: from, width, overflow: "visible" }, ...marks()),
      ...rows.flatMap(({ name, shown }, index) => [
        label(0, head + index * height + line, name, "start", "name"),
        label(scale ? "100%" : 0, head + index * height + line + more, shown, scale ? "end" : "start", "value"),
      ]),
    );
  // Words in place of a score need a line of their own above the track.
  if (!scale) return chart(frame, foot + 4, lane("above", "0", "100%", 14));
  return chart(frame, foot + 20, lane("wide", "26%", "66%", LANE + 4), lane("narrow", "0", "100%", 13));
}
