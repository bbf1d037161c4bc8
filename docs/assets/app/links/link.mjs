// @ts-check
/**
 * A response as a short code for a link, and back. Pure. The code holds the answers, the form, the bank version and what
 * was chosen for the plan (as payload.mjs lays them out), and a checksum that the bank's id goes into. It never holds
 * notes, basis, label, role or the word for people, unless made by `encodeWithNotes`; and never snapshots, commitments,
 * dates or answers kept aside.
 */
import { answerOf, formOf, revOf } from "../response/answers.mjs";
import { seal, unseal } from "./bits.mjs";
import { FORMAT, LIMITS, VERSION, clean } from "../response/edit.mjs";
import { isRecord, own } from "../response/fields.mjs";
import { MOST, isReadable, pack, unpack } from "./payload.mjs";
import { choicesFrom, choicesOf } from "./plan-choices.mjs";
import { readResponse } from "../response/read.mjs";
import { canCompress, compress, decompress } from "./deflate.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Practice} Practice */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Problem} Problem */
/** @typedef {import("./payload.mjs").Packed} Packed */
/** @typedef {{response: Response|null, problems: Problem[]}} Decoded */
/** @typedef {Partial<Record<"label"|"role"|"people", unknown>> & {answers?: unknown}} Extra */

/** Characters of a code; bytes of its notes, unpacked. */
const LONGEST = 200_000;
const NOTES = 128 * 1024;

/** Why nothing was read, as words.yml says it under `problems`. @typedef {"no-code"|"too-long"|"damaged"|"newer-link"|"other-levels"|"bad-notes"|"bad-bank"} Refusal */

/** @param {Refusal} code @returns {Decoded} */
const refuse = (code) => ({ response: null, problems: [{ code }] });

/** @param {string|undefined} version of a bank, perhaps from a forged code @returns {string} no longer than a file may have it */
const versionOf = (version = "") => clean(version, LIMITS.version);

/** @param {Bank} bank @returns {Map<number, Practice>|null} by number; null where two have the same, or one has none */
function byNumber(bank) {
  const found = new Map(bank.practices.map((practice, index) => [practice.number ?? index + 1, practice]));
  const sound = [...found.keys()].every((number) => Number.isInteger(number) && number >= 1 && number <= MOST.number);
  return sound && found.size === bank.practices.length ? found : null;
}

/**
 * The code of a response: the same answers and choices always give the same code. To leave the choices out, give a
 * response without targets and plan. Throws where the bank's practices have no clear
 * numbers (two with the same; one above 4,096), which the check of the bank refuses.
 * @param {Bank} bank
 * @param {Response} response
 * @returns {string} of letters, digits, - and _; the last is a letter or digit
 */
export function encode(bank, response) {
  const numbers = byNumber(bank);
  if (!numbers) throw new RangeError("each practice must have a number of its own, from 1 to 4096");
  const places = [...numbers].flatMap(([number, practice]) => {
    const value = answerOf(bank, response, practice.id);
    if (value === null) return [];
    const rev = revOf(bank, response.bank?.version, practice, response.answers[practice.id]);
    return [{ number, value, rev: Number.isInteger(rev) && rev > 1 ? rev : 1 }];
  });
  const [form, bankVersion] = [formOf(bank, response), versionOf(bank.bankVersion)];
  const plan = choicesOf(bank, response, numbers);
  return seal(bank.id, pack({ form, bankVersion, levels: bank.levels.length, places, plan }));
}

/** @param {Bank} bank @param {unknown} string @returns {Refusal|{found: Packed, notes: string|null}} */
function open(bank, string) {
  if (typeof string !== "string" || string.trim() === "") return "no-code";
  const text = string.trim();
  if (text.length > LONGEST) return "too-long";
  const [code, dot] = [text.split(".", 1)[0], text.indexOf(".")];
  const packed = /^[\w.-]*$/.test(text) ? unseal(bank.id, code) : null;
  const whole = dot < 0 ? "" : unseal(bank.id, text);
  if (packed === null || whole === null) return "damaged";
  if (!isReadable(packed)) return "newer-link";
  const found = unpack(packed);
  if (!found) return "damaged";
  if (found.levels !== bank.levels.length) return "other-levels";
  return { found, notes: whole ? whole.slice(dot + 1) : null };
}

/**
 * By the rules for a file: values, notes and all else that came in are read by `readResponse`.
 * @param {Bank} bank
 * @param {Packed} found
 * @param {Extra} extra from the notes
 * @returns {Decoded}
 */
function respond(bank, { form, bankVersion, places, plan }, extra) {
  const numbers = byNumber(bank);
  if (!numbers) return refuse("bad-bank");
  const notes = isRecord(extra.answers) ? extra.answers : {};
  const known = places.filter(({ number }) => numbers.has(number));
  const answers = known.map(({ number, value, rev }) => {
    const practice = /** @type {Practice} */ (numbers.get(number));
    const note = own(notes, String(number));
    const { basis, note: text, reason } = isRecord(note) ? note : {};
    // 1 is what no rev means, save to a bank of the same version that asks a later one.
    const dated = rev > 1 || (practice.rev ?? 1) > 1;
    return [practice.id, { value, basis, note: text, reason, ...(dated && { rev }) }];
  });
  const { label, role, people } = extra;
  const { choices, lost } = plan ? choicesFrom(bank, plan, numbers) : { choices: {}, lost: 0 };
  const raw = {
    format: FORMAT,
    version: VERSION,
    bank: { id: bank.id, version: versionOf(bankVersion) },
    form,
    label,
    role,
    people,
    ...choices,
  };
  const { response, problems } = readResponse(bank, JSON.stringify({ ...raw, answers: Object.fromEntries(answers) }));
  const found = differences(bank, versionOf(bankVersion), places.length - known.length, lost);
  return { response, problems: [...found, ...problems] };
}

/** @param {Bank} bank @param {string} version of the code @param {number} count of answers to no practice of this bank
 * @param {number} lost choices for no play or dimension of this bank @returns {Problem[]} */
function differences(bank, version, count, lost) {
  const ours = versionOf(bank.bankVersion);
  const values = { theirs: version, ours };
  return [
    ...(version === ours ? [] : [{ code: "other-bank-version", values }]),
    ...(count === 0 ? [] : [{ code: "unknown-number", count }]),
    ...(lost === 0 ? [] : [{ code: "unknown-choice", count: lost }]),
  ];
}

/**
 * The response of a code, made by `encode` or `encodeWithNotes`. Never throws. Refused (`response` null, one problem
 * that says why): what is no text, cut, changed, of another bank, of a later format or of another number of levels.
 * Else `label` and `role` are "", `people` is the bank's first word, no answer has a note or basis, dates are null, and
 * `problems` may hold
 *   other-bank-version: to be shown, never continued. Each answer still belongs to its own question;
 *   unknown-number: answers left out, since this version of the bank has not (or no longer) the question;
 *   unknown-choice: choices for the plan left out, since this version has not the play or dimension;
 *   bad-value: choices left out that no page here can make, of a forged code;
 *   recheck: questions that were worded otherwise when answered (of another rev);
 *   notes-unread: there are notes; `decodeWithNotes` reads them.
 * @param {Bank} bank
 * @param {unknown} string
 * @returns {Decoded}
 */
export function decode(bank, string) {
  const opened = open(bank, string);
  if (typeof opened === "string") return refuse(opened);
  const { response, problems } = respond(bank, opened.found, {});
  const unread = { code: "notes-unread" };
  return { response, problems: opened.notes === null || !response ? problems : [...problems, unread] };
}

/**
 * The code of a response with label, role, word for people, and the basis, note and reason of each answer: the plain
 * code, a full stop, these compressed, and a checksum over both.
 * @param {Bank} bank
 * @param {Response} response
 * @returns {Promise<string|null>} null where they are too long (128 KB), or the browser cannot compress: offer a file
 */
export async function encodeWithNotes(bank, response) {
  const code = encode(bank, response);
  const answers = [...(byNumber(bank) ?? [])].flatMap(([number, { id }]) => {
    const { basis, note, reason } = answerOf(bank, response, id) === null ? {} : response.answers[id];
    return basis || note || reason ? [[number, { basis, note, reason }]] : [];
  });
  const { label, role, people } = response;
  const text = JSON.stringify({ label, role, people, answers: Object.fromEntries(answers) });
  const compressed = canCompress() ? await compress(text, NOTES) : null;
  const whole = compressed && seal(bank.id, `${code}.${compressed}`);
  return whole && whole.length <= LONGEST ? whole : null;
}

/**
 * As `decode`, with the notes where there are any.
 * @param {Bank} bank
 * @param {unknown} string
 * @returns {Promise<Decoded>}
 */
export async function decodeWithNotes(bank, string) {
  const opened = open(bank, string);
  if (typeof opened === "string" || opened.notes === null || !canCompress()) return decode(bank, string);
  const text = await decompress(opened.notes, NOTES);
  try {
    const extra = JSON.parse(text ?? "");
    return isRecord(extra) ? respond(bank, opened.found, extra) : refuse("bad-notes");
  } catch {
    return refuse("bad-notes");
  }
}
