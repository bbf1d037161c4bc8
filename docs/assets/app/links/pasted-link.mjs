// @ts-check
/** A link, or the code of one, as people paste it: with what a mail or chat program put around or into it. Pure. */
import { decodeWithNotes } from "./link.mjs";
import { MARK } from "./mark.mjs";

const MOST = 2000; // links of a text
const JOINED = 60; // lines that a link may have been broken into
const LINK = /(?:#|%23)r(?:=|%3D)/gi;
export const SOFT_BREAK = /=\r?\n/g; // of mail

/** @param {string} text after the mark of a link @returns {string[]} all that its code may be, shortest first */
function candidates(text) {
  const lines = text.replace(SOFT_BREAK, "").split(/\r?\n/, JOINED);
  /** @type {string[]} */
  const found = [];
  let code = "";
  for (const [index, each] of lines.entries()) {
    const line = index === 0 ? each : each.replace(/^[\s>|]+/, "");
    const run = /^[\w.-]*/.exec(line)?.[0] ?? "";
    if (run === "") break;
    code += run;
    // A code ends in a letter or digit; a full stop or bracket behind it is of the text that it stood in.
    found.push(code.replace(/[\W_]+$/, ""));
    if (run.length < line.trimEnd().length) break;
  }
  return found;
}

/** @param {string} text @returns {string[][]} for each link in it, all that its code may be, shortest first */
export const linksIn = (text) =>
  [...text.matchAll(LINK)].slice(0, MOST).map((mark) => {
    const from = mark.index + mark[0].length;
    return candidates(text.slice(from, from + 200_000));
  });

/** @param {string} text @returns {string} */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // with a per cent sign of its own
  }
}

/**
 * @param {import("../types.mjs").Bank} bank
 * @param {string} text
 * @returns {Promise<import("./link.mjs").Decoded>} of the first link that can be read, or why none can
 */
export async function readLink(bank, text) {
  const plain = decoded(text).trim();
  const from = plain.includes(MARK) ? plain.indexOf(MARK) + MARK.length : 0;
  const links = [candidates(plain.slice(from)), ...linksIn(plain)];
  let found = await decodeWithNotes(bank, plain.slice(from).replace(/[\W_]+$/, ""));
  // The longest first, so that notes on a later line are not left behind.
  for (const code of links.flatMap((each) => each.toReversed())) {
    if (found.problems[0]?.code !== "damaged") break;
    found = await decodeWithNotes(bank, code);
  }
  return found;
}
