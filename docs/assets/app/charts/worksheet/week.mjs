// @ts-check
/** The week, a column a day: how many questions came in each stretch, and how many people cover it. */
import { s } from "../../ui/dom.mjs";
import { at, chart, label, line, percent } from "../svg.mjs";
import { cut, key, keyHeight } from "./parts.mjs";
export { drawingOf } from "../../worksheets/pictures/week.mjs";

const TILE = 58;

/** @param {string} language @param {"long"|"short"} weekday @returns {string[]} from Monday on */
const daysIn = (language, weekday) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => new Date(2024, 0, day, 12).toLocaleDateString(language, { weekday }));

/** @param {string} name @param {string[]} days @returns {number} 7 for none */
function dayOf(name, days) {
  const start = name.slice(0, 3).toLowerCase();
  const found = days.findIndex((day) => start === day.slice(0, 3).toLowerCase());
  return found < 0 ? 7 : found;
}

/**
 * @param {import("../../worksheets/pictures/week.mjs").Week} drawing @param {import("./parts.mjs").Frame} frame
 * @param {import("./parts.mjs").PictureWords} words @returns {SVGElement}
 */
export function draw({ rows }, { isNarrow, ...frame }, { language, say, column }) {
  const days = daysIn(language, "long");
  const heads = daysIn(language, isNarrow ? "short" : "long");
  const placed = rows.map((row) => ({ ...row, day: dayOf(row.name, days) }));
  const columns = placed.some(({ day }) => day === 7) ? 8 : 7;
  const wide = 100 / columns;
  const most = Math.max(1, ...rows.map(({ asked }) => asked));
  const counts = [0, 0, 0, 0, 0, 0, 0, 0];
  const tiles = placed.map(({ name, asked, people, day }) => {
    const top = 22 + counts[day] * TILE;
    counts[day] += 1;
    const time = name.replace(/^\p{L}+[\s,]*/u, "").replace(/(\d)\s*\p{L}{1,5}\s*(\d)/gu, "$1–$2");
    const x = percent(day * wide + 0.6);
    const isGap = people === 0 && asked > 0;
    const dots = [10, 19, 28, 37, 46].filter((_, dot) => dot < people).map((cx) => person(cx, 44));
    return at(
      x,
      top,
      label(0, 12, cut(day === 7 ? name : time || name, isNarrow ? 6 : 14)),
      s("rect", { class: "pp-chart__heat", width: percent(wide - 1.2), height: 14, y: 18, opacity: heat(asked, most) }),
      label(2, 48, String(asked), "start", "name"),
      at("0", 0, at(isNarrow ? "18" : "26", 0, ...(isGap ? [gap(6, 44)] : dots))),
    );
  });
  const height = 22 + Math.max(1, ...counts) * TILE;
  return chart(
    frame,
    height + keyHeight(2) + 4,
    ...heads.map((day, index) => label(percent(index * wide + 0.6), 14, day, "start", "name")),
    line("line", { x1: 0, x2: "100%", y1: 20, y2: 20 }),
    ...tiles,
    key(height + 14, [
      [person(0, 0), column("one") ?? say("picture_person")],
      [gap(0, 0), say("picture_nobody")],
    ]),
  );
}

/** @param {number} asked @param {number} most @returns {string} */
const heat = (asked, most) => (0.08 + (0.92 * asked) / most).toFixed(2);

/** @param {number} cx @param {number} cy */
const person = (cx, cy) => s("circle", { class: "pp-chart__person", cx, cy, r: 3.5 });

/** @param {number} x @param {number} y */
const gap = (x, y) =>
  s("path", { class: "pp-chart__gap", d: `M${x - 4} ${y - 4} ${x + 4} ${y + 4}M${x + 4} ${y - 4} ${x - 4} ${y + 4}` });
