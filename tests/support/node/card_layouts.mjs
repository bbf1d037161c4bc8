// Lays the card out with letters of several widths, and finds what would leave its place. Named from docs/assets/app/ as
// "../../../tests/support/node/card_layouts".
import { CARD, RIGHT, laidOut } from "../../../docs/assets/app/charts/card/card-layout.mjs";

/** Fonts from narrow to wide, as parts of the size a letter takes; in the last, letters differ. */
const FONTS = [() => 0.4, () => 0.55, () => 0.75, (letter) => 0.3 + (letter.codePointAt(0) % 7) / 10];

/** @returns {string[]} faults of this column in all fonts */
export function faults(column) {
  return FONTS.flatMap((width) => {
    const measure = (text, { size }) => [...text].reduce((sum, letter) => sum + size * width(letter), 0);
    const { texts, rules } = laidOut(column, measure);
    const boxes = texts.map(({ text, face, x, y }) => ({
      text,
      left: x,
      right: x + measure(text, face),
      top: y - face.size * 0.8,
      foot: y + face.size * 0.2,
    }));
    const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.foot <= b.top + 1 || b.foot <= a.top + 1;
    return [
      ...boxes.filter(({ right }) => right > RIGHT + 1).map(({ text }) => `too wide: ${text}`),
      ...boxes.filter(({ top, foot }) => top < 0 || foot > CARD.height).map(({ text }) => `outside: ${text}`),
      ...boxes.flatMap((a, n) => boxes.slice(n + 1).flatMap((b) => (apart(a, b) ? [] : [`${a.text} over ${b.text}`]))),
      ...rules.flatMap((y) =>
        boxes.flatMap(({ text, top, foot }) => (top < y && y < foot ? [`line through ${text}`] : [])),
      ),
    ];
  });
}

/** @returns {string[]} the texts of the column, as set in the second font */
export const texts = (column) =>
  laidOut(column, (text, { size }) => text.length * size * 0.55).texts.map(({ text }) => text);
