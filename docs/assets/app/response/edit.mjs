// @ts-check
/**
 * A response made, changed and written down. Pure: every function returns a new value and leaves what it was given
 * alone. Apart from the reading, which is four times as long and which a page without saved answers does not need.
 */
import { formOf } from "./answers.mjs";

export const FORMAT = "push-to-pull/response";
export const VERSION = 1;

/** Bytes of a file in UTF-8, characters of a text, number of snapshots. The check of the bank knows them too. */
export const LIMITS = {
  bytes: 512 * 1024,
  report: 4 * 1024 * 1024,
  version: 40,
  note: 2000,
  reason: 500,
  label: 120,
  role: 60,
  people: 40,
  snapshots: 50,
  commitments: 20,
  days: 1000,
};

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answer} Answer */
/** @typedef {import("../types.mjs").Response} Response */

const FIELDS = ["format", "version", "bank", "form", "label", "role", "people", "created", "updated", "taken"];

// Line breaks and tabs stay: notes have paragraphs.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** @param {string} text @param {number} limit characters @returns {string} as it is read back: no character is cut in two */
export const clean = (text, limit) =>
  text
    .replace(CONTROLS, "")
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, "");

/** @param {Date|string} time @returns {string} ISO, to the second, in UTC */
export const stamp = (time) => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");

/**
 * An empty response.
 * @param {Bank} bank
 * @param {string} [form] "full", or a short one that the bank has
 * @param {Date|string} [now]
 * @returns {Response}
 */
export function newResponse(bank, form = "full", now = new Date()) {
  return {
    format: FORMAT,
    version: VERSION,
    bank: { id: bank.id, version: bank.bankVersion ?? "" },
    form: formOf(bank, { form }),
    label: "",
    role: "",
    people: bank.people?.[0] ?? "",
    created: stamp(now),
    updated: stamp(now),
    answers: {},
    targets: {},
    snapshots: [],
  };
}

/**
 * The response with this answer in place of the one before, if any. To keep a note, pass it again.
 * @param {Response} response
 * @param {string} id of a practice
 * @param {Answer} answer with `rev: practice.rev`, so that a later change of meaning is noticed; keys left undefined go
 * @param {Date|string} [now]
 * @returns {Response}
 */
export function setAnswer(response, id, answer, now = new Date()) {
  const { value, basis, rev } = answer;
  const note = clean(answer.note ?? "", LIMITS.note);
  const reason = clean(answer.reason ?? "", LIMITS.reason);
  const fresh = {
    value,
    ...(basis && { basis }),
    ...(note && { note }),
    ...(reason && { reason }),
    ...(rev !== undefined && rev > 1 && { rev }),
  };
  return { ...response, updated: stamp(now), answers: { ...response.answers, [id]: fresh } };
}

/**
 * The response with this question left alone.
 * @param {Response} response
 * @param {string} id
 * @param {Date|string} [now]
 * @returns {Response}
 */
export function clearAnswer(response, id, now = new Date()) {
  const { [id]: gone, ...answers } = response.answers;
  return { ...response, updated: stamp(now), answers };
}

/**
 * @template T
 * @param {Record<string, T>} table
 * @param {string[]} order
 * @returns {Record<string, T>} keys in this order, then the rest by name
 */
function inOrder(table, order) {
  const place = new Map(order.map((id, index) => [id, index]));
  const rank = (/** @type {string} */ id) => place.get(id) ?? order.length;
  const byRank = (/** @type {[string, T]} */ [a], /** @type {[string, T]} */ [b]) =>
    rank(a) - rank(b) || (a < b ? -1 : 1);
  return Object.fromEntries(Object.entries(table).sort(byRank));
}

/** @param {Bank} bank @param {Response} response @returns {Record<string, any>} the same, its keys in one order */
function tidy(bank, response) {
  const practices = bank.practices.map(({ id }) => id);
  const dimensions = bank.dimensions.map(({ id }) => id);
  const one = (/** @type {Response} */ each) => ({
    ...inOrder(
      /** @type {any} */ (each),
      FIELDS.concat("answers", "targets", "plan", "commitments", "snapshots", "orphans"),
    ),
    answers: inOrder(each.answers, practices),
    targets: inOrder(each.targets, dimensions),
    ...(each.orphans && { orphans: inOrder(each.orphans, []) }),
  });
  return { ...one(response), snapshots: response.snapshots.map(one) };
}

/** @param {string} text @param {number} [most] bytes @returns {boolean} whether it is longer than what is read back */
export const isTooLarge = (text, most = LIMITS.bytes) =>
  // A character takes one to three bytes, so most texts need not be encoded.
  text.length > most || (text.length * 3 > most && new TextEncoder().encode(text).length > most);

/** @param {Bank} bank @param {Response} response @returns {string} JSON in the fewest characters, as a browser keeps it */
export const compact = (bank, response) => JSON.stringify(tidy(bank, response));

/**
 * The text of a response file: the same response gives the same text, whatever order its answers were given in.
 * @param {Bank} bank
 * @param {Response} response not too large
 * @returns {string} JSON, in lines where it can be read back so
 */
export function serialise(bank, response) {
  const lines = `${JSON.stringify(tidy(bank, response), null, 2)}\n`;
  return isTooLarge(lines) ? compact(bank, response) : lines;
}
