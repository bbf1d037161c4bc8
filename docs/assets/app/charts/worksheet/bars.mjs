// @ts-check
/** Bars of one length each, the largest first; hollow where the number is in doubt. */
import { s } from "../../ui/dom.mjs";
import { chart, label, percent } from "../svg.mjs";
import { cut, key, keyHeight } from "./parts.mjs";
export { drawingOf } from "../../worksheets/pictures/bars.mjs";

const ROW = 36;

/**
 * @param {import("../../worksheets/pictures/bars.mjs").Bars} drawing @param {import("./parts.mjs").Frame} frame
 * @param {import("./parts.mjs").PictureWords} words @returns {SVGElement}
 */
export function draw({ rows, top }, { isNarrow, ...frame }, { shown, figure }) {
  const marks = rows.map(({ name, value, doubt }, index) => {
    const y = index * ROW;
    const width = Math.min(Math.max(value / top, 0), 1) * 100;
    return s(
      "g",
      {},
      label(0, y + 14, cut(name, isNarrow ? 34 : 80), "start", "name"),
      label("100%", y + 14, shown(value), "end"),
      s("rect", { class: "pp-chart__ground", x: 0, y: y + 20, width: "100%", height: 8 }),
      s("rect", {
        class: doubt ? "pp-chart__doubt" : "pp-chart__bar",
        x: 0,
        y: y + 20,
        width: percent(width),
        height: 8,
      }),
    );
  });
  const height = rows.length * ROW;
  const isDoubted = rows.some(({ doubt }) => doubt);
  const sample = s("rect", { class: "pp-chart__doubt", x: -8, y: -4, width: 20, height: 8 });
  return chart(
    frame,
    height + keyHeight(isDoubted ? 1 : 0),
    ...marks,
    isDoubted && key(height + 12, [[sample, figure("doubt") ?? ""]]),
  );
}
