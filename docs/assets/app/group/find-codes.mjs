// @ts-check
/**
 * Every code in a heap of text, whatever mail, chat and QR programs have put around or into it: quote marks, line
 * breaks, soft breaks of mail (=), invisible characters, encoded addresses. Pure.
 */
import { SOFT_BREAK, linksIn } from "../links/pasted-link.mjs";
import { MARK, codeAt } from "./sealed-code.mjs";

export const LONGEST = 8_000_000; // characters of a heap
const MOST_DAMAGED = 500; // then the rest is not read: no heap of this kind is worth the time
const BREAK_TAG = /<\/?w?br\b[^<>]{0,80}>/gi;
/** Between two characters of a code these mean nothing. */
const IGNORED = /[\s>|\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+/g;

/** @typedef {{code: string, round: string}} Sealed */
/** @typedef {{sealed: Sealed[], damaged: number, links: string[][]}} Heap `links`: for each plain link, all that its code may be, shortest first */

/** @param {string} text @returns {Pick<Heap, "sealed"|"damaged">} */
function sealedIn(text) {
  const bare = text.replace(SOFT_BREAK, "").replace(BREAK_TAG, "").replace(IGNORED, "");
  /** @type {Map<string, Sealed>} */
  const sealed = new Map();
  let damaged = 0;
  for (let at = bare.indexOf(MARK); at >= 0 && damaged < MOST_DAMAGED;) {
    const found = codeAt(bare.slice(at, at + 10_100));
    if (found) sealed.set(found.code, found);
    else damaged += 1;
    at = bare.indexOf(MARK, at + (found ? found.code.length : MARK.length));
  }
  return { sealed: [...sealed.values()], damaged };
}

/** @param {string} text @returns {Heap} each sealed code once, in the order in which they stand there */
export function findCodes(text) {
  const most = text.slice(0, LONGEST);
  return { ...sealedIn(most), links: linksIn(most) };
}
