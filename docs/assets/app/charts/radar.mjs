// @ts-check
/** The profile round a circle. */
import { at, chart, halves, label } from "./svg.mjs";
import { s } from "../ui/dom.mjs";

/**
 * The same rows as in `barsChart`, round a circle: range as a band, points as a line, targets as triangles. Numbers
 * replace the names where there is no room for these; the caller gives the key.
 * @param {Parameters<typeof import("./bars.mjs").barsChart>[0]} chartOf
 * @returns {SVGElement}
 */
export function radarChart({ rows, ...frame }) {
  const REACH = 116; // pixels from the middle to the top of the scale
  const place = (/** @type {number} */ value, /** @type {number} */ index) => {
    const turn = (2 * Math.PI * index) / rows.length - Math.PI / 2;
    const far = (REACH * value) / frame.top;
    return [far * Math.cos(turn), far * Math.sin(turn)].map((x) => Number(x.toFixed(1)));
  };
  const path = (/** @type {(number|null)[]} */ values) =>
    `M${values.map((value, index) => place(value ?? 0, index).join(" ")).join("L")}Z`;
  const rings = Array.from({ length: frame.top }, (_, level) =>
    s("path", { class: "pp-chart__line", d: path(rows.map(() => level + 1)) }),
  );
  const names = rows.map(({ name, shown }, index) => {
    const [x, y] = place(frame.top * 1.1, index);
    const side = Math.abs(x) < 20 ? "middle" : x < 0 ? "end" : "start";
    const text = `${halves(name)}\n${shown}`;
    const lift = y < -REACH ? 14 * (text.split("\n").length - 1) : y > REACH ? -8 : 10;
    return s(
      "g",
      {},
      s("g", { class: "pp-chart__wide" }, label(x, y - lift, text, side, "name")),
      s("g", { class: "pp-chart__narrow" }, label(x, y + 4, String(index + 1), "middle", "name")),
    );
  });
  const dots = rows.map(({ point, step }, index) => {
    const [cx, cy] = place(point ?? 0, index);
    return point !== null && s("circle", { class: "pp-chart__point", "data-step": step, cx, cy, r: 5 });
  });
  const targets = rows.map(({ target }, index) => {
    const [x, y] = place(target ?? 0, index);
    return target && s("path", { class: "pp-chart__target", d: `M${x} ${y + 3} ${x - 5} ${y - 5} ${x + 5} ${y - 5}Z` });
  });
  const band = `${path(rows.map(({ high }) => high))}${path(rows.map(({ low }) => low))}`;
  const marks = [
    ...rings,
    s("path", { class: "pp-chart__range", d: band, "fill-rule": "evenodd" }),
    rows.every(({ point }) => point !== null) &&
      s("path", { class: "pp-chart__outline", d: path(rows.map(({ point }) => point)) }),
    ...targets,
    ...dots,
    ...names,
  ];
  return chart(frame, 2 * REACH + 96, at("50%", REACH + 48, ...marks.filter((mark) => mark instanceof Node)));
}
