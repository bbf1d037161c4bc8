// @ts-check
/** The invitation to a round, as the code behind # in its link: what whoever opens it is told, and the key to seal with. Pure. */
import { seal, unseal } from "../links/bits.mjs";
import { clean } from "../response/edit.mjs";
import { isRecord } from "../response/fields.mjs";
import { MODES, MOST } from "./round.mjs";
import { fromBase64, roundId, toBase64 } from "./sealed-code.mjs";

/** @typedef {Pick<import("./round.mjs").Round, "id"|"name"|"form"|"mode"|"roles"> & {publicKey: string, bankVersion: string}} Invitation */

export const MARK = "#i=";
const LONGEST = 2000;

/** @param {import("./round.mjs").Round} round @returns {string} letters, digits, - and _; the last is a letter or digit */
export function writeInvitation({ bank, name, form, mode, roles, keys }) {
  const parts = [1, form, mode, roles ? 1 : 0, bank.version, keys.publicKey, name];
  return seal(bank.id, toBase64(new TextEncoder().encode(JSON.stringify(parts))));
}

/**
 * @param {import("../types.mjs").Bank} bank
 * @param {string} given the code, or a link that holds it
 * @returns {Invitation|null} null where it is cut, changed, or of other questions. Never throws
 */
export function readInvitation(bank, given) {
  try {
    const from = given.indexOf(MARK);
    const text = given.slice(from < 0 ? 0 : from + MARK.length).replace(/[\W_]+$/, "");
    const packed = text.length <= LONGEST ? unseal(bank.id, text) : null;
    if (packed === null) return null;
    const parts = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(fromBase64(packed)));
    if (!Array.isArray(parts) || parts.length !== 7 || parts[0] !== 1 || parts.some(isRecord)) return null;
    const [, form, mode, roles, bankVersion, publicKey, name] = parts;
    if (!MODES.includes(mode) || !Object.hasOwn(bank.forms ?? {}, form) || !/^[\w-]{43}$/.test(publicKey)) return null;
    return {
      id: roundId(publicKey),
      name: clean(String(name), MOST.name),
      form,
      mode,
      roles: roles === 1,
      publicKey,
      bankVersion: clean(String(bankVersion), 40),
    };
  } catch {
    return null;
  }
}
