// @ts-check
/** Activities under one another, coloured by who starts the contact, with an arrow for each link between two. */
import { s } from "../../ui/dom.mjs";
import { at, chart, label } from "../svg.mjs";
import { cut, key, keyHeight } from "./parts.mjs";
export { drawingOf } from "../../worksheets/pictures/arrows.mjs";

const ROW = 30;
const STEP = 14; // pixels that an arc swings out for each row it passes
const MOST = 96;

let made = 0;

/**
 * @param {import("../../worksheets/pictures/arrows.mjs").Arrows} drawing @param {import("./parts.mjs").Frame} frame
 * @param {import("./parts.mjs").PictureWords} words @returns {SVGElement}
 */
export function draw({ nodes, links }, { isNarrow, ...frame }, { column }) {
  const tip = `pp-sheet-tip-${(made += 1)}`;
  const y = (/** @type {number} */ place) => place * ROW + 16;
  const x = isNarrow ? "62%" : "38%";
  const head = { id: tip, markerWidth: 8, markerHeight: 8, refX: 7, refY: 4, orient: "auto" };
  const kind = (/** @type {string} */ part) => `pp-chart__link pp-chart__link--${part}`;
  const arcs = links.map((link) => {
    const swing = (isNarrow ? 1 : 2) * Math.min(STEP * (1 + Math.abs(link.from - link.to)), MOST);
    const [y1, y2] = [y(link.from), y(link.to)];
    const d = `M8 ${y1}C${swing} ${y1} ${swing} ${y2} 9 ${y2}`;
    return s("path", { class: kind(link.part), d, "marker-end": `url(#${tip})` });
  });
  const marks = nodes.map(({ name, step, isLinked }, place) =>
    s(
      "g",
      { "data-step": step === null ? null : Math.min(Math.max(Math.round(step), 0), 4) },
      label(0, y(place) + 4, cut(name, isNarrow ? 21 : 40), "start", "name"),
      label(isNarrow ? "57%" : "36%", y(place) + 4, step === null ? "–" : String(step), "end"),
      at(x, y(place), s("circle", { class: isLinked ? "pp-chart__point" : "pp-chart__hollow", r: 5 })),
    ),
  );
  const below = nodes.length * ROW + 22;
  const sample = (/** @type {string} */ part) => s("path", { class: kind(part), d: "M-8 0H8" });
  return chart(
    frame,
    below + keyHeight(2),
    s("marker", { ...head, markerUnits: "userSpaceOnUse" }, s("path", { class: "pp-chart__tip", d: "M0 0 8 4 0 8Z" })),
    at(x, 0, ...arcs),
    ...marks,
    key(below, [
      [sample("to"), column("to") ?? ""],
      [sample("from"), column("from") ?? ""],
    ]),
  );
}
