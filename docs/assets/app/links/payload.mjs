// @ts-check
/**
 * A response in few bits. Pure. Each practice has a number that is never used for another question, and its answer has
 * that place:
 *   version   6 bits, the first character: "2"
 *   form      γ: 1 full, 2 quick, 3 another, then its name
 *   bank      0 and three γ, each one more than a part of its version; or 1 and the version as text
 *   levels    γ: how many
 *   places    γ: one more than the highest number answered
 *   answers   3 bits each: 0 left alone, 1 unknown, 2 na, else the level + 3 (4 bits where there are 6 levels or more)
 *   revs      γ of the most frequent; γ, one more than how many others; of each γ, how many answers on, and γ, its rev:
 *             so a question changed since is noticed
 *   plan      0 where nothing was chosen for it; or 1, then as plan-bits.mjs has it
 * γ is the Elias gamma code. Zeros fill the last character. Version 1, which is read and no longer written, has no plan,
 * and as revs 0 where all are 1, or 1 and γ of each.
 */
import { bitReader, bitsOf, gammaOf, packBits, textBits } from "./bits.mjs";
import { planBits, readPlanBits } from "./plan-bits.mjs";

/** One answer. @typedef {{number: number, value: import("../types.mjs").Value, rev: number}} Place */
/** @typedef {{form: string, bankVersion: string, levels: number, places: Place[],
 *   plan?: import("./plan-bits.mjs").PackedPlan|null}} Packed */

const [EARLIER, PRESENT] = ["1", "2"]; // the versions of this format, each in six bits

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

/** @param {number[]} revs of the answers @returns {string} bits */
function revBits(revs) {
  const count = (/** @type {number} */ rev) => revs.filter((each) => each === rev).length;
  const usual = [...new Set(revs)].sort((a, b) => count(b) - count(a) || a - b)[0] ?? 1;
  const others = revs.flatMap((rev, index) => (rev === usual ? [] : [{ rev, index }]));
  const bits = others.map(({ rev, index }, n) => gammaOf(index - (others[n - 1]?.index ?? -1)) + gammaOf(rev));
  return gammaOf(usual) + gammaOf(others.length + 1) + bits.join("");
}

/** @param {ReturnType<typeof bitReader>} bits @param {number} count of answers @returns {number[]|null} null where one is of no answer */
function readRevs(bits, count) {
  const revs = Array(count).fill(bits.gamma());
  let at = -1;
  for (let others = bits.gamma() - 1; others > 0; others -= 1) {
    at += bits.gamma();
    if (at >= count) return null;
    revs[at] = bits.gamma();
  }
  return revs;
}

/** @param {ReturnType<typeof bitReader>} bits of version 1 @param {number} count @returns {number[]} */
function readEarlierRevs(bits, count) {
  const differ = bits.take(1) === 1;
  return Array.from({ length: count }, () => (differ ? bits.gamma() : 1));
}

/** @param {Packed} given places in any order @returns {string} characters; the same for the same answers */
export function pack({ form, bankVersion, levels, places, plan = null }) {
  const ordered = [...places].sort((a, b) => a.number - b.number);
  const states = Array(ordered.at(-1)?.number ?? 0).fill(0);
  for (const { number, value } of ordered) states[number - 1] = stateOf(value);
  const kind = FORMS.indexOf(form);
  const bits = [
    kind < 0 ? gammaOf(FORMS.length + 1) + textBits(form) : gammaOf(kind + 1),
    versionBits(bankVersion),
    gammaOf(levels),
    gammaOf(states.length + 1),
    ...states.map((state) => bitsOf(state, widthOf(levels))),
    revBits(ordered.map(({ rev }) => Math.min(rev, MOST.rev))),
    plan ? `1${planBits(plan, levels)}` : "0",
  ];
  return PRESENT + packBits(bits.join(""));
}

/** @param {string} packed @returns {boolean} whether it is of a version that can be read */
export const isReadable = (packed) => [EARLIER, PRESENT].includes(packed[0]);

/** @param {string} packed of such a version @returns {Packed|null} null where the parts do not fit together */
export function unpack(packed) {
  const earlier = packed[0] === EARLIER;
  const bits = bitReader(packed.slice(1));
  const form = FORMS[bits.gamma() - 1] ?? bits.text();
  const bankVersion = bits.take(1) ? bits.text() : [0, 0, 0].map(() => bits.gamma() - 1).join(".");
  const levels = bits.gamma();
  const count = bits.gamma() - 1;
  if (count > MOST.number || count * widthOf(levels) > bits.left()) return null;
  const states = Array.from({ length: count }, () => bits.take(widthOf(levels)));
  const given = states.flatMap((state, index) => (state === 0 ? [] : [{ state, number: index + 1 }]));
  const revs = (earlier ? readEarlierRevs : readRevs)(bits, given.length);
  if (!revs) return null;
  const places = given.map(({ state, number }, index) => {
    const value = /** @type {import("../types.mjs").Value} */ (["unknown", "na"][state - 1] ?? state - 3);
    return { number, value, rev: revs[index] };
  });
  const chosen = !earlier && bits.take(1) === 1;
  const plan = chosen ? readPlanBits(bits, levels) : null;
  const sound = bits.done() && states.every((state) => state < levels + 3) && (plan !== null || !chosen);
  return sound ? { form, bankVersion, levels, places, plan } : null;
}
