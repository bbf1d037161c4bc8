// @ts-check
/**
 * A response: made, changed, counted, written down and read back. Pure: every function returns a new value and leaves
 * what it was given alone.
 */
import { answerOf, formOf, practicesOf } from "./answers.mjs";
import { LIMITS } from "./fields.mjs";
import { FORMAT, VERSION } from "./reader.mjs";

export { LIMITS, recheck } from "./fields.mjs";
export { FORMAT, VERSION, readResponse, upgrade } from "./reader.mjs";

/** @typedef {import("./types.mjs").Bank} Bank */
/** @typedef {import("./types.mjs").Answer} Answer */
/** @typedef {import("./types.mjs").Response} Response */
/** @typedef {import("./types.mjs").Snapshot} Snapshot */
/** @typedef {{answered: number, unknown: number, na: number, left: number, of: number}} Count */

const FIELDS = ["format", "version", "bank", "form", "label", "role", "people", "created", "updated", "taken"];

/** @param {Date|string} time @returns {string} ISO, to the second, in UTC */
const stamp = (time) => new Date(time).toISOString().replace(/\.\d+Z$/, "Z");

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

/** @param {Response} response @returns {number} of its file, in bytes */
const sizeOf = (response) => new TextEncoder().encode(JSON.stringify(response, null, 2)).length;

/**
 * The response with a dated, frozen copy of itself added. The oldest go beyond 50, and where the file would come near
 * the size that can be read back: long notes, copied often, add up.
 * @param {Response} response
 * @param {Date|string} [now]
 * @returns {Response}
 */
export function takeSnapshot(response, now = new Date()) {
  const snapshot = { ...response, snapshots: [], taken: stamp(now) };
  let snapshots = [...response.snapshots, snapshot].slice(-LIMITS.snapshots);
  // A quarter is left free for the notes still to come.
  while (snapshots.length > 1 && sizeOf({ ...response, snapshots }) > LIMITS.bytes * 0.75)
    snapshots = snapshots.slice(1);
  return { ...response, snapshots };
}

/**
 * How much of a form is answered. `answered` counts every question not left alone, `unknown` and `na` among them:
 * answered + left = of.
 * @param {Bank} bank
 * @param {import("./types.mjs").Answered|null|undefined} response
 * @param {string} [form] that of the response
 * @returns {Count & {byDimension: Record<string, Count>}} only dimensions that the form asks about
 */
export function progress(bank, response, form = formOf(bank, response)) {
  const empty = () => ({ answered: 0, unknown: 0, na: 0, left: 0, of: 0 });
  const all = empty();
  /** @type {Record<string, Count>} */
  const byDimension = {};
  for (const { id, dimension } of practicesOf(bank, form)) {
    const answer = answerOf(bank, response, id);
    byDimension[dimension] ??= empty();
    for (const count of [all, byDimension[dimension]]) {
      count.of += 1;
      count[answer === null ? "left" : "answered"] += 1;
      if (answer === "unknown" || answer === "na") count[answer] += 1;
    }
  }
  return { ...all, byDimension };
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
