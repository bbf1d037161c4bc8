// @ts-check
/** A spoke for each row with two marks on it, and a line round each of the two. */
import { s } from "../../ui/dom.mjs";
import { at, chart, halves, label } from "../svg.mjs";
import { cut, key, keyHeight } from "./parts.mjs";
export { drawingOf } from "../../worksheets/pictures/spokes.mjs";

const REACH = 96; // pixels from the middle to the end of the scale

/**
 * @param {import("../../worksheets/pictures/spokes.mjs").Spokes} drawing @param {import("./parts.mjs").Frame} frame
 * @param {import("./parts.mjs").PictureWords} words @returns {SVGElement}
 */
export function draw({ rows, top }, { isNarrow, ...frame }, { column }) {
  const place = (/** @type {number} */ value, /** @type {number} */ index) => {
    const turn = (2 * Math.PI * index) / rows.length - Math.PI / 2;
    const far = (REACH * value) / top;
    const [x, y] = [Math.cos(turn), Math.sin(turn)].map((part) => Number((far * part).toFixed(1)));
    return /** @type {const} */ ([x, y]);
  };
  const on = (/** @type {number} */ value, /** @type {number} */ index, /** @type {Node} */ mark) => {
    const [x, y] = place(value, index);
    return at(String(x), y, mark);
  };
  const round = (/** @type {(number|null)[]} */ values) =>
    values.every((value) => value !== null) &&
    `M${values.map((value, index) => place(Number(value), index).join(" ")).join("L")}Z`;
  const outline = (/** @type {"one"|"other"} */ part) => {
    const d = round(rows.map((row) => row[part]));
    return d && s("path", { class: `pp-chart__round pp-chart__round--${part}`, d });
  };
  const spokes = rows.flatMap(({ name, ...marks }, index) => {
    const [x, y] = place(top, index);
    const [lx, ly] = place(top * 1.12, index);
    const side = Math.abs(lx) < 20 ? "middle" : lx < 0 ? "end" : "start";
    const text = isNarrow ? `${index + 1}` : halves(cut(name, 34));
    const lift = ly < 0 && text.includes("\n") ? 12 : 0;
    return [
      s("path", { class: "pp-chart__line", d: `M0 0 ${x} ${y}` }),
      label(lx, ly + 5 - lift, text, side, "name"),
      marks.other !== null && on(marks.other, index, square()),
      marks.one !== null && on(marks.one, index, dot()),
    ];
  });
  const rings = Array.from({ length: Math.round(top) }, (_, level) =>
    s("path", { class: "pp-chart__line", d: round(rows.map(() => level + 1)) || "" }),
  );
  const marks = [...rings, outline("other"), outline("one"), ...spokes].filter((mark) => mark instanceof Node);
  const entries = /** @type {[Element, string][]} */ ([
    [dot(), column("one") ?? ""],
    [square(), column("other") ?? ""],
  ]);
  return chart(frame, 2 * REACH + 72 + keyHeight(2), at("50%", REACH + 34, ...marks), key(2 * REACH + 84, entries));
}

const dot = () => s("circle", { class: "pp-chart__point", r: 5 });
const square = () => s("path", { class: "pp-chart__square", d: "M-5-5H5V5H-5Z" });
