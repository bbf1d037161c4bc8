// @ts-check
/** One gathering of several people's answers, as a browser or a file keeps it: made, read, merged. Pure. */
import { formOf, topOf } from "../response/answers.mjs";
import { LIMITS, clean } from "../response/edit.mjs";
import { isRecord, own } from "../response/fields.mjs";
import { LONGEST_NAME, MEMBER_ID } from "./handed-in.mjs";
import { makeKeys, roundId } from "./sealed-code.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("./handed-in.mjs").Member} Member */
/** @typedef {import("./group-response.mjs").Agreed} Agreed */
/** @typedef {import("./privacy.mjs").Mode} Mode */
/**
 * @typedef {object} Round
 * @property {string} format
 * @property {number} version
 * @property {{id: string, version: string}} bank the one it was begun with
 * @property {string} id
 * @property {string} name
 * @property {string} form
 * @property {Mode} mode
 * @property {boolean} roles whether people are asked for theirs
 * @property {number|null} expected people
 * @property {string} created day
 * @property {import("./sealed-code.mjs").Keys} keys
 * @property {Member[]} members by id, which is random: not in the order in which they came
 * @property {string|null} revealed day; from then on nothing more is taken in
 * @property {Record<string, Agreed>} agreed by practice
 */

export const FORMAT = "push-to-pull/round";
const VERSION = 1;
export const MODES = /** @type {const} */ (["closed", "open", "agreed"]);
export const MOST = { members: 2000, expected: 2000, name: 80, reason: 500, code: 200_000, bytes: 8_000_000 };
const KEY = /^[\w-]{43}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** @param {unknown} value @param {number} most @returns {string} */
const text = (value, most) => clean(typeof value === "string" ? value : "", most).trim();

/** @param {unknown} value @returns {number|null} */
const people = (value) =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= MOST.expected ? Number(value) : null;

/**
 * @param {Bank} bank
 * @param {{name: string, form: string, mode: Mode, roles: boolean, expected: number|null}} wanted
 * @param {string} today
 * @returns {Promise<Round>} rejects where the browser cannot make keys
 */
export async function newRound(bank, { name, form, mode, roles, expected }, today) {
  const keys = await makeKeys();
  return {
    format: FORMAT,
    version: VERSION,
    bank: { id: bank.id, version: bank.bankVersion ?? "" },
    id: roundId(keys.publicKey),
    name: text(name, MOST.name),
    form: formOf(bank, { form }),
    mode,
    roles,
    expected: people(expected),
    created: today,
    keys,
    members: [],
    revealed: null,
    agreed: {},
  };
}

/** @param {Round} round @param {string} name @returns {Round} of a group with this name */
export const withName = (round, name) => ({ ...round, name: text(name, MOST.name) });

/** @param {Member[]} members @returns {Member[]} one for each id, the last of several, by id */
export const inOrder = (members) =>
  [...new Map(members.map((each) => [each.id, each])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));

/** @param {unknown} list @returns {Member[]} */
const membersIn = (list) =>
  (Array.isArray(list) ? list.slice(0, MOST.members) : []).flatMap((each) => {
    const [id, code] = [own(each ?? {}, "id"), own(each ?? {}, "code")];
    if (!isRecord(each) || typeof id !== "string" || !MEMBER_ID.test(id)) return [];
    if (typeof code !== "string" || code.length > MOST.code) return [];
    return [{ id, role: text(own(each, "role"), LIMITS.role), name: text(own(each, "name"), LONGEST_NAME), code }];
  });

/** @param {Bank} bank @param {unknown} table @returns {Round["agreed"]} */
function agreedIn(bank, table) {
  if (!isRecord(table)) return {};
  const known = new Set(bank.practices.map(({ id }) => id));
  const fits = (/** @type {unknown} */ value) =>
    value === "unknown" ||
    value === "na" ||
    (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= topOf(bank));
  const found = Object.entries(table).flatMap(([id, each]) => {
    if (!known.has(id) || !isRecord(each) || !fits(own(each, "value"))) return [];
    const reason = text(own(each, "reason"), MOST.reason);
    return [[id, { value: each.value, ...(reason && { reason }) }]];
  });
  return Object.fromEntries(found);
}

/**
 * @param {Bank} bank
 * @param {string} given text of a round, from a file or from the browser's store
 * @returns {Round|null} null for anything else. Never throws
 */
export function readRound(bank, given) {
  try {
    const raw = given.length <= MOST.bytes ? JSON.parse(given.replace(/^\ufeff/, "")) : null;
    if (!isRecord(raw) || raw.format !== FORMAT || raw.version !== VERSION) return null;
    const { bank: of, keys } = raw;
    if (!isRecord(of) || of.id !== bank.id || !isRecord(keys) || !MODES.includes(raw.mode)) return null;
    const { publicKey, privateKey } = keys;
    if (![publicKey, privateKey].every((key) => typeof key === "string" && KEY.test(key))) return null;
    const day = (/** @type {unknown} */ value) => (typeof value === "string" && DAY.test(value) ? value : null);
    return {
      format: FORMAT,
      version: VERSION,
      bank: { id: bank.id, version: text(of.version, LIMITS.version) },
      id: roundId(publicKey),
      name: text(raw.name, MOST.name),
      form: formOf(bank, { form: raw.form }),
      mode: raw.mode,
      roles: raw.roles === true,
      expected: people(raw.expected),
      created: day(raw.created) ?? "",
      keys: { publicKey, privateKey },
      members: inOrder(membersIn(raw.members)),
      revealed: day(raw.revealed),
      agreed: agreedIn(bank, raw.agreed),
    };
  } catch {
    return null;
  }
}

/**
 * Two tabs with the same round: nothing that either took in is lost.
 * @param {Round} stored @param {Round} mine the one just changed, which counts where both have something
 * @returns {Round}
 */
export function mergeRounds(stored, mine) {
  const revealed = stored.revealed ?? mine.revealed;
  // After the reveal no one may come in: what another tab took in before it did, it showed.
  const members = stored.revealed
    ? stored.members
    : mine.revealed
      ? mine.members
      : [...stored.members, ...mine.members];
  const name = mine.name || stored.name;
  return { ...mine, name, revealed, members: inOrder(members), agreed: { ...stored.agreed, ...mine.agreed } };
}
