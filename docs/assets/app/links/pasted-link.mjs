// @ts-check
/** A link, or the code of one, as people paste it: with what a mail or chat program put around it. */
import { decodeWithNotes } from "./link.mjs";
import { MARK } from "./mark.mjs";

/** @param {string} code @returns {string} */
function decoded(code) {
  try {
    return decodeURIComponent(code);
  } catch {
    return code; // which no code is, so that it is refused as damaged
  }
}

/**
 * @param {import("../types.mjs").Bank} bank
 * @param {string} text
 * @returns {Promise<import("./link.mjs").Decoded>}
 */
export function readLink(bank, text) {
  const code = text.slice(text.indexOf(MARK) < 0 ? 0 : text.indexOf(MARK) + MARK.length);
  // A code ends in a letter or digit; a full stop or bracket behind it is of the text that it stood in.
  return decodeWithNotes(bank, decoded(code).replace(/[\W_]+$/, ""));
}
