// @ts-check
/** Where each text of the card goes: a column that holds whatever it is given, by setting it less generously. Pure. */
import { balanced, inLines, shortened } from "./card-text.mjs";

/** @typedef {{size: number, weight: number, serif: boolean}} Face */
/** @typedef {(text: string, face: Face) => number} MeasureIn width of a text in a face, in pixels */
/** @typedef {{text: string, face: Face, x: number, y: number, colour: "ink"|"quiet"|"accent"}} Placed by its left end and baseline */
/** @typedef {{name: string, shown: string}} Figure */
/** @typedef {{label: string, title: string, sentence: string, figures: Figure[], heading: string, plays: string[],
 *   foot: string}} Column */

export const CARD = { width: 1200, height: 630, split: 656 };
export const LEFT = 56;
export const RIGHT = CARD.split - 40;

const WIDTH = RIGHT - LEFT;
const INDENT = 34; // of a play, for its number
const FIGURES = 3; // at most
const [FIRST, LAST] = [70, 592]; // baselines of the label and of the foot
const LINE = 1.34; // from one line of a sentence or a play to the next, by their size
const BETWEEN = 9; // plays
/** Pixels and lines of the title, lines of the sentence and of each play, and how large these are; the last always fits. */
const SETTINGS = [
  { size: 66, title: 2, sentence: 3, play: 2, scale: 1 },
  { size: 56, title: 2, sentence: 3, play: 2, scale: 1 },
  { size: 48, title: 2, sentence: 3, play: 2, scale: 1 },
  { size: 42, title: 3, sentence: 4, play: 2, scale: 1 },
  { size: 42, title: 2, sentence: 4, play: 2, scale: 0.875 },
  { size: 56, title: 2, sentence: 3, play: 1, scale: 1 },
  { size: 42, title: 3, sentence: 3, play: 1, scale: 0.875 },
  { size: 42, title: 2, sentence: 2, play: 1, scale: 0.875 },
];

/** @param {number} size @param {number} [weight] @returns {Face} */
const sans = (size, weight = 400) => ({ size, weight, serif: false });
/** @param {number} size @param {number} [weight] @returns {Face} */
const serif = (size, weight = 600) => ({ size, weight, serif: true });

const LABEL = sans(20, 600);
const NUMBERS = [serif(44), serif(32), serif(24)];
const NAME = sans(18);
const FOOT = sans(16);

/**
 * @param {Column} column
 * @param {MeasureIn} measure
 * @returns {{texts: Placed[], rules: number[]}} `rules`: how high the lines across the column are
 */
export function laidOut(column, measure) {
  const fitting = SETTINGS.map((setting) => inSetting(column, setting, measure)).filter(({ room }) => room >= 0);
  return fitting.reduce((best, each) => (each.cut < best.cut ? each : best));
}

/**
 * @param {Column} column
 * @param {typeof SETTINGS[number]} setting
 * @param {MeasureIn} measure
 * @returns {{texts: Placed[], rules: number[], room: number, cut: number}} `room` between what hangs from the top and
 *   what stands on the foot; `cut`: how many of title, sentence and plays are not whole
 */
function inSetting(column, setting, measure) {
  const wide = (/** @type {Face} */ face) => (/** @type {string} */ text) => measure(text, face);
  const { size, scale } = setting;
  const [head, text, play] = [serif(size), sans(24 * scale), sans(22 * scale, 600)];
  const [textLine, playLine] = [text.size * LINE, play.size * LINE];
  const figures = column.figures.slice(0, FIGURES);
  const title = balanced(column.title, WIDTH, setting.title, wide(head));
  const sentence = balanced(column.sentence, WIDTH, setting.sentence, wide(text));
  const plays = column.plays.map((each) => balanced(each, WIDTH - INDENT, setting.play, wide(play)));

  const step = size * 1.04;
  const below = FIRST + 12 + title.length * step;
  const end = below + 16 + sentence.length * textLine;
  const start = LAST - 40 - plays.flat().length * playLine - plays.length * BETWEEN;
  const rules = plays.length > 0 ? [start - 38, LAST - 25] : [LAST - 25];
  const room = rules[0] - end - (figures.length > 0 ? 100 : 30);

  /** @param {string} text @param {Face} face @param {number} y @param {Placed["colour"]} [colour] @param {number} [x] @returns {Placed} */
  const put = (text, face, y, colour = "ink", x = LEFT) => ({ text, face, x, y, colour });
  const line = (/** @type {string} */ words, /** @type {Face} */ face) => shortened(words, WIDTH, wide(face));
  const texts = [
    put(line(column.label, LABEL), LABEL, FIRST, "accent"),
    ...title.map((words, n) => put(words, head, FIRST + 12 + (n + 1) * step)),
    ...sentence.map((words, n) => put(words, text, below + 16 + (n + 1) * textLine)),
    ...inARow(figures, end + 58 + Math.min(room / 2, 24), measure),
    ...(plays.length > 0 ? [put(line(column.heading, NAME), NAME, start - 8, "quiet")] : []),
    ...plays.flatMap((lines, index) => {
      const y = start + plays.slice(0, index).flat().length * playLine + index * BETWEEN;
      const number = put(String(index + 1), serif(24), y + playLine, "accent");
      return [number, ...lines.map((words, n) => put(words, play, y + (n + 1) * playLine, "ink", LEFT + INDENT))];
    }),
    put(line(column.foot, FOOT), FOOT, LAST, "quiet"),
  ];
  const cut = [title, sentence, ...plays].filter((lines) => lines.at(-1)?.endsWith("…")).length;
  return { texts, rules, room, cut };
}

/** @param {Figure[]} figures @param {number} y @param {MeasureIn} measure @returns {Placed[]} each number over its name, in columns of one width */
function inARow(figures, y, measure) {
  const each = WIDTH / figures.length - 20;
  const fits = (/** @type {Face} */ face) => figures.every(({ shown }) => measure(shown, face) <= each);
  const number = NUMBERS.find(fits) ?? NUMBERS[NUMBERS.length - 1];
  return figures.flatMap(({ name, shown }, index) => {
    const x = LEFT + index * (each + 20);
    const fit = (/** @type {string} */ text, /** @type {Face} */ face) =>
      shortened(text, each, (part) => measure(part, face));
    return [
      { text: fit(shown, number), face: number, x, y, colour: /** @type {const} */ ("ink") },
      { text: fit(name, NAME), face: NAME, x, y: y + 26, colour: /** @type {const} */ ("quiet") },
    ];
  });
}
