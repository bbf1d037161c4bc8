// @ts-check
/** Text set in lines of a given width. Pure: how wide a text is, the caller says. */

/** @typedef {(text: string) => number} Measure width of a text, in pixels */

const MORE = "…";

/** @param {string} text @param {number} width @param {Measure} measure @returns {number} characters of its beginning that fit; one at least */
function fitting(text, width, measure) {
  const characters = [...text];
  let [low, high] = [1, characters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(characters.slice(0, middle).join("")) <= width) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join("").length;
}

/** @param {string} text @param {number} width @param {Measure} measure @returns {string} the text, or as much of it as fits before an ellipsis */
export function shortened(text, width, measure) {
  if (measure(text) <= width) return text;
  const part = text.slice(0, fitting(text, width - measure(MORE), measure));
  const space = part.lastIndexOf(" ");
  const words = space > part.length / 2 ? part.slice(0, space) : part;
  return `${words.replace(/[\s,;:.–-]+$/, "")}${MORE}`;
}

/**
 * @param {string} text
 * @param {number} width
 * @param {number} most lines
 * @param {Measure} measure
 * @returns {string[]} a word longer than a line is broken; what does not fit ends in an ellipsis
 */
export function inLines(text, width, most, measure) {
  /** @type {string[]} */
  const lines = [];
  let rest = text.trim().replace(/\s+/g, " ");
  while (rest !== "" && lines.length < most - 1) {
    if (measure(rest) <= width) return [...lines, rest];
    const fits = fitting(rest, width, measure);
    const space = rest.slice(0, fits + 1).lastIndexOf(" ");
    const end = space > 0 ? space : fits;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? lines : [...lines, shortened(rest, width, measure)];
}

/** @param {string} text @param {number} width @param {number} most @param {Measure} measure @returns {string[]} as `inLines`, the lines about equally long */
export function balanced(text, width, most, measure) {
  const lines = inLines(text, width, most, measure);
  if (lines.at(-1)?.endsWith(MORE)) return lines;
  let [narrow, wide] = [width / 2, width];
  while (wide - narrow > 4) {
    const middle = (narrow + wide) / 2;
    const tried = inLines(text, middle, most, measure);
    if (tried.length === lines.length && !tried.at(-1)?.endsWith(MORE)) wide = middle;
    else narrow = middle;
  }
  return inLines(text, wide, most, measure);
}
