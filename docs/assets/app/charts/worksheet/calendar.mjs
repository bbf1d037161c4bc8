// @ts-check
/** What runs in which week, and below it the load of each week against the limit. */
import { s } from "../../ui/dom.mjs";
import { chart, label, line, percent } from "../svg.mjs";
import { cut } from "./parts.mjs";
export { drawingOf } from "../../worksheets/pictures/calendar.mjs";

const ROW = 32;
const HEIGHT = 84; // of the loads

/**
 * @param {import("../../worksheets/pictures/calendar.mjs").Calendar} drawing @param {import("./parts.mjs").Frame} frame
 * @param {import("./parts.mjs").PictureWords} words @returns {SVGElement}
 */
export function draw({ rows, loads, limit }, { isNarrow, ...frame }, words) {
  const first = loads[0].at;
  const wide = 100 / loads.length;
  const x = (/** @type {number} */ at) => Math.min(Math.max((at - first) * wide, 0), 100);
  const plays = rows.map(({ name, start, length }, index) => {
    const [left, right] = [x(start), x(start + length)];
    const [place, anchor] = left < 50 ? [percent(left), /** @type {const} */ ("start")] : ["100%", "end"];
    return s(
      "g",
      {},
      label(place, index * ROW + 13, cut(name, isNarrow ? 26 : 60), /** @type {"start"|"end"} */ (anchor), "name"),
      s("rect", {
        class: "pp-chart__bar",
        x: percent(left),
        y: index * ROW + 18,
        width: percent(Math.max(right - left, 1)),
        height: 7,
      }),
    );
  });
  const top = rows.length * ROW + 24;
  const most = Math.max(limit ?? 0, ...loads.map(({ load }) => load), 1);
  const y = (/** @type {number} */ load) => top + HEIGHT - (HEIGHT * load) / most;
  const columns = loads.flatMap(({ at, load }, index) => {
    const isOver = limit !== null && load > limit;
    const middle = percent((index + 0.5) * wide);
    return [
      load > 0 &&
        s("rect", {
          class: isOver ? "pp-chart__over" : "pp-chart__ground",
          x: percent(index * wide + wide * 0.08),
          y: y(load),
          width: percent(wide * 0.84),
          height: top + HEIGHT - y(load),
        }),
      load > 0 && (isOver || !isNarrow) && label(middle, y(load) - 3, words.shown(load), "middle"),
      label(middle, top + HEIGHT + 15, String(at), "middle"),
    ];
  });
  return chart(
    frame,
    top + HEIGHT + 20,
    ...plays,
    ...columns,
    line("line", { x1: 0, x2: "100%", y1: top + HEIGHT, y2: top + HEIGHT }),
    limit !== null && line("cut", { x1: 0, x2: "100%", y1: y(limit), y2: y(limit) }),
    limit !== null && label("100%", y(limit) - 4, words.say("picture_limit"), "end"),
  );
}
