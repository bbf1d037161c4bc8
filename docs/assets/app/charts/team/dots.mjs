// @ts-check
/** People as dots above the level they chose; many become a bar with their number. The median is a mark below. */
import { at, chart, label, percent } from "../svg.mjs";
import { s } from "../../ui/dom.mjs";

/** @typedef {import("../svg.mjs").Frame & {counts: number[], median: number|null, steps: number[], size?: number}} DotsOf `steps`: colour of each level; `size`: pixels of a dot */

const MOST = 10; // dots on top of each other

/** @param {DotsOf} dotsOf @returns {SVGElement} */
export function dotsChart({ counts, median, steps, size = 14, ...frame }) {
  const highest = Math.max(...counts, 1);
  const stacked = highest <= MOST;
  const [gap, foot] = [size + 3, size + 14];
  const height = (stacked ? highest : MOST / 2) * gap + 4;
  const x = (/** @type {number} */ level) => percent((100 * (level + 0.5)) / counts.length);
  const column = (/** @type {number} */ count, /** @type {number} */ level) =>
    stacked
      ? Array.from({ length: count }, (_, n) =>
          s("circle", { class: "pp-dots__dot", r: size / 2, cy: -n * gap - gap / 2 }),
        )
      : bar(count, (height * count) / highest, size);
  return chart(
    frame,
    height + foot + 8,
    s("line", { class: "pp-chart__frame", x1: 0, x2: "100%", y1: height, y2: height }),
    ...counts.map((count, level) =>
      s(
        "g",
        { "data-step": steps[level] },
        at(x(level), height, ...column(count, level)),
        label(x(level), height + foot, String(level), "middle"),
      ),
    ),
    median !== null && at(x(median), height + 3, s("path", { class: "pp-dots__median", d: "M0 0 -6 9 6 9Z" })),
  );
}

/** @param {number} count @param {number} high @param {number} size @returns {SVGElement[]} */
const bar = (count, high, size) =>
  count === 0
    ? []
    : [
        s("rect", {
          class: "pp-dots__dot",
          x: -size,
          width: size * 2,
          y: -Math.max(high, 2),
          height: Math.max(high, 2),
        }),
        s("text", { class: "pp-chart__name", "text-anchor": "middle", y: -Math.max(high, 2) - 4 }, String(count)),
      ];
