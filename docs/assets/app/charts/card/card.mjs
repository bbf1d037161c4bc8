// @ts-check
/** The result as one picture for slides and chats: words on the left, the map or the scale over the right side from edge to edge. */
import { s } from "../../ui/dom.mjs";
import { CARD, LEFT, RIGHT, laidOut } from "./card-layout.mjs";
import { mapPanel } from "./card-map.mjs";
import { scalePanel } from "./card-scale.mjs";
import { INK, faced, measuring } from "./card-style.mjs";

/** @typedef {import("./card-layout.mjs").Column} Column */
/** @typedef {Column & {map: import("./card-map.mjs").Place, description: string}} Card */

let made = 0; // so that no two on a page share an id

/** @param {Card} card @returns {SVGElement} 1200 by 630 pixels, with nothing outside */
export function cardPicture(card) {
  const { width, height } = CARD;
  const measure = measuring();
  const { map } = card;
  const { texts, rules } = laidOut(card, measure);
  const id = `pp-card-${(made += 1)}`;
  return s(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-text`,
    },
    s("title", { id: `${id}-title` }, card.title),
    s("desc", { id: `${id}-text` }, card.description),
    s("rect", { width, height, fill: INK.paper }),
    map.y ? mapPanel({ ...map, y: map.y }, measure) : scalePanel(map, measure),
    ...rules.map((y) => s("line", { x1: LEFT, x2: RIGHT, y1: y, y2: y, stroke: INK.line, "stroke-width": 1.5 })),
    ...texts.map(({ text, face, x, y, colour }) => s("text", { x, y, fill: INK[colour], ...faced(face) }, text)),
  );
}
