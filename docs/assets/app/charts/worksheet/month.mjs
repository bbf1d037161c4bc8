// @ts-check
/** A month of one person: each message that reaches them as a mark, which says on what ground it is sent. */
import { s } from "../../ui/dom.mjs";
import { at, chart, label, line, percent } from "../svg.mjs";
import { cut, key, keyHeight } from "./parts.mjs";
export { drawingOf } from "../../worksheets/pictures/month.mjs";

const ROW = 38;
const MOST = 62; // marks in a row

/**
 * @param {import("../../worksheets/pictures/month.mjs").Month} drawing @param {import("./parts.mjs").Frame} frame
 * @param {import("./parts.mjs").PictureWords} words @returns {SVGElement}
 */
export function draw({ rows, grounds }, { isNarrow, ...frame }, { shown, say }) {
  const height = rows.length * ROW + 20;
  const weeks = [1, 2, 3, 4];
  const lines = rows.flatMap(({ name, times, ground }, index) => {
    const y = index * ROW + 20;
    const count = Math.min(Math.round(times), MOST);
    const marks = Array.from({ length: count }, (_, place) =>
      at(percent((100 * (place + 0.5)) / count), y + 25, mark(ground)),
    );
    return [
      label(0, y + 14, cut(name, isNarrow ? 30 : 60), "start", "name"),
      label("100%", y + 14, shown(times), "end"),
      line("line", { x1: 0, x2: "100%", y1: y + 25, y2: y + 25 }),
      ...marks,
    ];
  });
  return chart(
    frame,
    height + keyHeight(grounds.length) + 8,
    ...weeks.map((n) => label(percent(25 * (n - 1)), 12, isNarrow ? String(n) : say("picture_week", { n }))),
    ...weeks
      .slice(1)
      .map((n) => line("cut", { x1: percent(25 * (n - 1) - 1), x2: percent(25 * (n - 1) - 1), y1: 2, y2: height })),
    ...lines,
    key(
      height + 20,
      grounds.map((ground, index) => [mark(index), ground]),
    ),
  );
}

/** @param {number} ground its place among the choices @returns {SVGElement} told apart by shape, not by colour alone */
function mark(ground) {
  if (ground === 0) return s("circle", { class: "pp-chart__point", r: 5 });
  if (ground === 1) return s("circle", { class: "pp-chart__hollow", r: 5 });
  return s("path", { class: "pp-chart__gap", d: "M-4-4 4 4M4-4-4 4" });
}
