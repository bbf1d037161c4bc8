// @ts-check
/**
 * A response made, changed and written down. Pure: every function returns a new value and leaves what it was given
 * alone. Apart from the reading, which is four times as long and which a page without saved answers does not need.
 */
import { formOf } from "./answers.mjs";

export const FORMAT = "push-to-pull/response";
export const VERSION = 1;

/** Bytes of a file in UTF-8, characters of a text, number of snapshots. */
export const LIMITS = {
  bytes: 512 * 1024,
  note: 2000,
  reason: 500,
  label: 120,
  role: 60,
  people: 40,
  snapshots: 50,
  days: 1000,
};

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answer} Answer */
/** @typedef {import("../types.mjs").Response} Response */

const FIELDS = ["format", "version", "bank", "form", "label", "role", "people", "created", "updated", "taken"];

/** @param {Date|string} time @returns {string} ISO, to the second, in UTC */
export const stamp = (time) => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");

/**
 * An empty response.
 * @param {Bank} bank
 * @param {string} [form] "quick" or "full"
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
  const { value, basis, note, reason, rev } = answer;
  const fresh = {
    value,
    ...(basis && { basis }),
    ...(note && { note: note.slice(0, LIMITS.note) }),
    ...(reason && { reason: reason.slice(0, LIMITS.reason) }),
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

/**
 * The text of a response file: the same response gives the same text, whatever order its answers were given in.
 * @param {Bank} bank
 * @param {Response} response
 * @returns {string} JSON; could not be read back if it came out longer than LIMITS.bytes, see takeSnapshot
 */
export function serialise(bank, response) {
  const ids = bank.practices.map(({ id }) => id);
  const tidy = (/** @type {Response} */ each) => ({
    ...inOrder(/** @type {any} */ (each), FIELDS.concat("answers", "targets", "plan", "snapshots", "orphans")),
    answers: inOrder(each.answers, ids),
    targets: inOrder(
      each.targets,
      bank.dimensions.map(({ id }) => id),
    ),
    ...(each.orphans && { orphans: inOrder(each.orphans, []) }),
  });
  return `${JSON.stringify({ ...tidy(response), snapshots: response.snapshots.map(tidy) }, null, 2)}\n`;
}
