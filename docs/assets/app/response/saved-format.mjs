// @ts-check
/**
 * Several assessments in one browser: what the text under a key of keys.mjs holds. Pure.
 *
 * The one in use has the key that the only one always had, and is the text of a response file. Each other has a key of
 * its own, so that two tabs never write over each other's. `before` are earlier answers to show beside new ones; they
 * belong to an assessment on this device and never go into its file.
 */
import { compact, newResponse } from "./edit.mjs";
import { isRecord, own } from "./fields.mjs";
import { readResponse } from "./read.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Problem} Problem */
/** `before` is undefined where it could not be read.
 * @typedef {{response: Response, before: Response|null|undefined}} Held */

const FORMAT = "push-to-pull/kept";

/** @param {Held} held @returns {boolean} whether anybody would miss it */
export function worthKeeping({ response, before }) {
  const { label, answers, targets, snapshots, orphans = {}, plan = {}, commitments = [] } = response;
  const tables = [answers, targets, snapshots, orphans, plan, commitments];
  return before !== null || label !== "" || tables.some((table) => Object.keys(table).length > 0);
}

/** @param {Bank} bank @param {Held} held @returns {string} the text to keep it as */
export function wrap(bank, { response, before }) {
  const parts = [response, before].map((each) => (each ? compact(bank, each) : "null"));
  return `{"format":"${FORMAT}","version":1,"response":${parts[0]},"before":${parts[1]}}`;
}

/**
 * @param {Bank} bank
 * @param {string} text
 * @returns {{response: Response|null, before: Response|null, problems: Problem[]}} as readResponse: null when nothing
 *   could be read, and `problems` then says why
 */
export function unwrap(bank, text) {
  /** @type {unknown} */
  let parsed = null;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Read as a text that is no response, below.
  }
  const part = (/** @type {string} */ key) => {
    const value = isRecord(parsed) && parsed.format === FORMAT ? (own(parsed, key) ?? null) : null;
    return value === null ? null : JSON.stringify(value);
  };
  const { response, problems } = readResponse(bank, part("response") ?? text);
  return { response, before: readEarlier(bank, part("before")), problems };
}

/** @param {Bank} bank @param {string|null} text @returns {Response|null} earlier answers; null where there are none to show */
export function readEarlier(bank, text) {
  return text === null ? null : readResponse(bank, text).response;
}

/**
 * An empty assessment of the same thing, with the answers of this one to be shown beside new ones.
 * @param {Bank} bank
 * @param {Response} response
 * @param {string} label
 * @param {Date|string} [now]
 * @returns {Held}
 */
export function again(bank, response, label, now = new Date()) {
  const { people, role, form } = response;
  const fresh = { ...newResponse(bank, form, now), people, role, label };
  // Its snapshots stay with the original: they would take room and are not shown.
  return { response: fresh, before: { ...response, snapshots: [] } };
}

/**
 * @template {{id: string, response: Response|null}} T
 * @param {T[]} entries
 * @returns {T[]} those that can be read first, the one changed last before the others
 */
export function inOrder(entries) {
  const key = (/** @type {T} */ { response }) => (response ? (response.updated ?? "0") : "");
  return [...entries].sort((a, b) => (key(b) > key(a) ? 1 : key(b) < key(a) ? -1 : a.id < b.id ? -1 : 1));
}
