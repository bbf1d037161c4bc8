// @ts-check
/**
 * The answers of a response in few bits. Pure. Each practice has a number that is never used for another question, and
 * its answer has that place:
 *   version   6 bits, the first character: "1"
 *   form      γ: 1 full, 2 quick, 3 another, then its name
 *   bank      0 and three γ, each one more than a part of its version; or 1 and the version as text
 *   levels    γ: how many
 *   places    γ: one more than the highest number answered
 *   answers   3 bits each: 0 left alone, 1 unknown, 2 na, else the level + 3 (4 bits where there are 6 levels or more)
 *   revs      0 where all are 1; or 1, then γ of the rev of each answer: so a question changed since is noticed
 * γ is the Elias gamma code. Zeros fill the last character.
 */
import { bitReader, bitsOf, gammaOf, packBits, textBits } from "./bits.mjs";

/** One answer. @typedef {{number: number, value: import("../types.mjs").Value, rev: number}} Place */
/** @typedef {{form: string, bankVersion: string, levels: number, places: Place[]}} Packed */

const FIRST = "1"; // the version of this format, 1, in six bits

/** Number of a practice; rev: a higher one counts as this. */
export const MOST = { number: 4096, rev: 2 ** 20 };

const FORMS = ["full", "quick"];
const DOTTED = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;

/** @param {number} levels @returns {number} bits of an answer: the 8 states of five levels fit into 3 */
const widthOf = (levels) => (levels + 3 <= 8 ? 3 : 4);

/** @param {string} version of a bank @returns {string} bits */
function versionBits(version) {
  const parts = DOTTED.exec(version)?.slice(1);
  return parts ? `0${parts.map((part) => gammaOf(Number(part) + 1)).join("")}` : `1${textBits(version)}`;
}

/** @param {import("../types.mjs").Value} value @returns {number} */
const stateOf = (value) => (typeof value === "number" ? value + 3 : value === "na" ? 2 : 1);

/** @param {Packed} given places in any order @returns {string} characters; the same for the same answers */
export function pack({ form, bankVersion, levels, places }) {
  const ordered = [...places].sort((a, b) => a.number - b.number);
  const states = Array(ordered.at(-1)?.number ?? 0).fill(0);
  for (const { number, value } of ordered) states[number - 1] = stateOf(value);
  const kind = FORMS.indexOf(form);
  const revs = ordered.map(({ rev }) => gammaOf(Math.min(rev, MOST.rev))).join("");
  const bits = [
    kind < 0 ? gammaOf(FORMS.length + 1) + textBits(form) : gammaOf(kind + 1),
    versionBits(bankVersion),
    gammaOf(levels),
    gammaOf(states.length + 1),
    ...states.map((state) => bitsOf(state, widthOf(levels))),
    revs.includes("0") ? `1${revs}` : "0",
  ];
  return FIRST + packBits(bits.join(""));
}

/** @param {string} packed @returns {boolean} whether this version of the format wrote it */
export const isPresent = (packed) => packed.startsWith(FIRST);

/** @param {string} packed of this version @returns {Packed|null} null where the parts do not fit together */
export function unpack(packed) {
  const bits = bitReader(packed.slice(FIRST.length));
  const form = FORMS[bits.gamma() - 1] ?? bits.text();
  const bankVersion = bits.take(1) ? bits.text() : [0, 0, 0].map(() => bits.gamma() - 1).join(".");
  const levels = bits.gamma();
  const count = bits.gamma() - 1;
  if (count > MOST.number || count * widthOf(levels) > bits.left()) return null;
  const states = Array.from({ length: count }, () => bits.take(widthOf(levels)));
  const dated = bits.take(1) === 1;
  const places = states.flatMap((state, index) => {
    if (state === 0) return [];
    const value = /** @type {import("../types.mjs").Value} */ (["unknown", "na"][state - 1] ?? state - 3);
    return [{ number: index + 1, value, rev: dated ? bits.gamma() : 1 }];
  });
  return bits.done() && states.every((state) => state < levels + 3) ? { form, bankVersion, levels, places } : null;
}
