// @ts-check
/** What one person hands in, as the text that is sealed, and back: id, role, name where asked, and the code of the answers. Pure. */
import { decodeWithNotes, encode, encodeWithNotes } from "../links/link.mjs";
import { LIMITS, clean } from "../response/edit.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Problem} Problem */
/** As a round keeps it: `code` as a link has it. @typedef {{id: string, role: string, name: string, code: string}} Member */

const STEP = 16; // characters of the whole, and of a role: the length of a code then does not tell one from another
const PARTS = 4;
export const LONGEST_NAME = 60; // characters of a person's name
export const MEMBER_ID = /^[\w-]{4,40}$/;

/** @returns {string} at random: the same person handing in again keeps theirs */
export const freshMemberId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {string} text @param {number} most characters @returns {string} on one line */
const line = (text, most) => clean(text, most).replace(/\s+/g, " ").trim();

/**
 * @param {Bank} bank
 * @param {Response} response
 * @param {{id: string, role?: string, name?: string, notes?: boolean}} about
 * @returns {Promise<string|null>} null where the notes are too long
 */
export async function writeHandedIn(bank, response, { id, role = "", name = "", notes = false }) {
  // Answers alone: the name of an assessment may say whose it is, and nobody was told of the plan.
  const bare = { ...response, label: "", role: "", targets: {}, plan: {} };
  const code = notes ? await encodeWithNotes(bank, bare) : encode(bank, bare);
  if (code === null) return null;
  const text = [id, line(role, LIMITS.role).padEnd(STEP), line(name, LONGEST_NAME), code].join("\n");
  return text.padEnd(Math.ceil(text.length / STEP) * STEP, " ");
}

/** @param {string} text @returns {Member|null} null for another text than `writeHandedIn` makes */
export function readHandedIn(text) {
  const parts = text.trimEnd().split("\n");
  const [id, role, name, code] = parts;
  if (parts.length !== PARTS || !MEMBER_ID.test(id)) return null;
  return { id, role: line(role, LIMITS.role), name: line(name, LONGEST_NAME), code };
}

/**
 * @param {Bank} bank
 * @param {Member} member
 * @returns {Promise<{response: Response|null, problems: Problem[]}>} as `decodeWithNotes`, with the role
 */
export async function responseOf(bank, { role, code }) {
  const { response, problems } = await decodeWithNotes(bank, code);
  return { response: response && { ...response, role }, problems };
}
