// @ts-check
/** Words, sentences, questions and listed words in a text, and where the listed ones stand. Pure. */

/** @typedef {{words: number, sentences: number, questions: number, lists: number[], marks: {start: number, end: number, list: number}[]}} Count */

export const LONGEST_TEXT = 60_000; // characters

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const BETWEEN = /(?<=[.!?…])(?![.!?…])|\n/; // sentences
const QUOTED = /“[^”\n]{1,600}”|"[^"\n]{1,600}"|«[^»\n]{1,600}»/gu;

/** @param {string} text @returns {string} in which a pattern takes each sign as it is */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** @param {string[]} words @returns {RegExp|null} whole words, the longest first; null for none */
function patternOf(words) {
  const known = words.map((word) => word.trim()).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (known.length === 0) return null;
  const all = known
    .sort((a, b) => b.length - a.length)
    .map((word) => escaped(word).replace(/(?:\\?-|\s)+/g, "[-\\s]+"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** @param {string} text @returns {string} with blanks in the place of what is quoted, so that all places stay */
const withoutQuotes = (text) => text.replace(QUOTED, (quoted) => " ".repeat(quoted.length));

/**
 * @param {string} text
 * @param {string[][]} lists words and phrases; each place in the text counts for the first list that has it
 * @param {boolean} [leaveQuotes] out of all counts
 * @returns {Count}
 */
export function countText(text, lists, leaveQuotes = false) {
  const cut = text.slice(0, LONGEST_TEXT);
  const plain = leaveQuotes ? withoutQuotes(cut) : cut;
  const sentences = plain.split(BETWEEN).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  /** @type {Count["marks"]} */
  const marks = [];
  const taken = new Uint8Array(plain.length);
  const counts = lists.map((words, list) => {
    const pattern = patternOf([...words]);
    let count = 0;
    for (const match of pattern ? plain.matchAll(pattern) : []) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.subarray(start, end).includes(1)) continue;
      taken.fill(1, start, end);
      marks.push({ start, end, list });
      count += 1;
    }
    return count;
  });
  return {
    words: (plain.match(WORD) ?? []).length,
    sentences: sentences.length,
    questions: sentences.filter((sentence) => /\?[!?…]*$/.test(sentence)).length,
    lists: counts,
    marks: marks.sort((a, b) => a.start - b.start),
  };
}

/** @param {string[]} texts as people put their problems @returns {string[]} the words in them that say something */
export function tellingWords(texts) {
  const words = texts.flatMap((text) => text.toLowerCase().match(WORD) ?? []).filter((word) => word.length > 4);
  return [...new Set(words)].slice(0, 200);
}
