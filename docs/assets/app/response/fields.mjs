// @ts-check
/**
 * The parts of reading an untrusted response. An allow-list: what is known and well-formed is copied into
 * fresh objects; all else is dropped and reported, or kept aside. Pure. The whole is `readResponse` in read.mjs.
 */
import { revOf, topOf } from "./answers.mjs";
import { LIMITS, clean } from "./edit.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Practice} Practice */
/** @typedef {import("../types.mjs").Answer} Answer */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Problem} Problem */
/** @typedef {Record<string, any>} Raw parsed JSON, not yet checked */
/** @typedef {(code: typeof REPORTS[number], id: string) => void} Report */

const ANSWER_FIELDS = new Set(["value", "basis", "note", "reason", "rev"]);
const BASES = ["seen", "told", "assumed"];
const ID = /^[a-z][a-z0-9_-]{0,79}$/i;
const TIME = /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** What may be wrong with part of a response, in the order it is reported. The words for each are the section `problems` of words.yml. */
const REPORTS = /** @type {const} */ ([
  "kept-aside",
  "restored",
  "moved",
  "play-moved",
  "play-gone",
  "recheck",
  "bad-answer",
  "bad-value",
  "shortened",
  "unknown-field",
  "snapshot-refused",
  "snapshot-changed",
  "snapshot-surplus",
]);

/** @param {unknown} value @returns {value is Raw} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {Raw} raw @param {string} key @returns {any} its own value, never one from a prototype */
export const own = (raw, key) => (Object.hasOwn(raw, key) ? raw[key] : undefined);

/**
 * @param {Raw} raw
 * @param {string} key
 * @returns {[string, any][]} entries of a table inside; none where there is no table
 */
export const entriesOf = (raw, key) => (isRecord(own(raw, key)) ? Object.entries(raw[key]) : []);

/**
 * @returns {{report: Report, problems: () => Problem[]}} problems come out in the order of REPORTS, 50 ids each at most
 */
export function reporter() {
  /** @type {Partial<Record<string, {code: string, count: number, ids: string[]}>>} */
  const found = {};
  return {
    report: (code, id) => {
      const problem = (found[code] ??= { code, count: 0, ids: [] });
      if (++problem.count <= 50) problem.ids.push(id.slice(0, 120));
    },
    problems: () => REPORTS.flatMap((code) => found[code] ?? []),
  };
}

/**
 * @param {Raw} raw
 * @param {string} key
 * @param {number} limit
 * @param {string} path
 * @param {Report} report
 * @returns {string|undefined}
 */
export function readText(raw, key, limit, path, report) {
  const text = own(raw, key);
  if (text === undefined) return undefined;
  if (typeof text !== "string") return void report("bad-value", path);
  const cleaned = clean(text, limit);
  if (cleaned !== text) report("shortened", path);
  return cleaned;
}

/**
 * @param {Raw} raw
 * @param {string} key
 * @param {Report} report
 * @param {string} [path]
 * @returns {string|null} an ISO date and time
 */
export function readTime(raw, key, report, path = key) {
  const time = own(raw, key) ?? null;
  if (time === null || (typeof time === "string" && TIME.test(time) && !Number.isNaN(Date.parse(time)))) return time;
  report("bad-value", path);
  return null;
}

/**
 * @param {Bank} bank
 * @param {Practice|undefined} practice undefined for a question this bank does not have
 * @param {string} id
 * @param {any} raw
 * @param {Report} report
 * @returns {Answer|null}
 */
function readAnswer(bank, practice, id, raw, report) {
  const value = isRecord(raw) ? own(raw, "value") : undefined;
  const isLevel = Number.isInteger(value) && value >= 0 && value <= topOf(bank);
  const offered = isLevel || value === "unknown" || (value === "na" && practice?.naReason !== null);
  if (!offered) return (report("bad-answer", id), null);
  const [basis, rev] = [own(raw, "basis"), own(raw, "rev")];
  const note = readText(raw, "note", LIMITS.note, `${id}.note`, report);
  const reason = readText(raw, "reason", LIMITS.reason, `${id}.reason`, report);
  const goodRev = Number.isInteger(rev) && rev >= 1;
  if (basis !== undefined && !BASES.includes(basis)) report("bad-value", `${id}.basis`);
  if (rev !== undefined && !goodRev) report("bad-value", `${id}.rev`);
  for (const key of Object.keys(raw)) if (!ANSWER_FIELDS.has(key)) report("unknown-field", `${id}.${key}`);
  return {
    value,
    ...(BASES.includes(basis) && { basis }),
    ...(note && { note }),
    ...(reason && { reason }),
    ...(goodRev && { rev }),
  };
}

/**
 * @param {Bank} bank
 * @param {string} id
 * @param {Map<string, Practice>} known
 * @returns {Practice|undefined} where it moved to, step by step
 */
function successor(bank, id, known) {
  const retired = bank.retired ?? {};
  const seen = new Set();
  let at = id;
  while (!known.has(at) && Object.hasOwn(retired, at) && !seen.has(at)) {
    seen.add(at);
    at = retired[at] ?? "";
  }
  return known.get(at);
}

/** @param {Bank} bank @param {string} id @param {string} home where `successor` leads @returns {boolean} whether each step to it was a new id for the same practice */
const keepsRev = (bank, id, home) =>
  id === home || (!!bank.renamed?.includes(id) && keepsRev(bank, bank.retired?.[id] ?? "", home));

/**
 * Practices whose meaning has changed since they were answered (their `rev` is not the one answered), in bank order.
 * An answer without `rev` was given to the first, or to the present one where the response is of this bank version.
 * @param {Bank} bank
 * @param {Response} response
 * @returns {string[]}
 */
export function recheck(bank, { answers, bank: { version } }) {
  const changed = (/** @type {Practice} */ practice) =>
    Object.hasOwn(answers, practice.id) && revOf(bank, version, practice, answers[practice.id]) !== (practice.rev ?? 1);
  return bank.practices.filter(changed).map(({ id }) => id);
}

/**
 * @param {Bank} bank
 * @param {Raw} raw
 * @param {string} made
 * @param {Report} report
 * @returns {{answers: Record<string, Answer>, orphans: Record<string, Answer>}}
 */
export function readAnswers(bank, raw, made, report) {
  const known = new Map(bank.practices.map((practice) => [practice.id, practice]));
  /** @type {Record<string, Answer>} */
  const answers = {};
  /** @type {Record<string, Answer>} */
  const orphans = {};
  const isId = (/** @type {string} */ id) => ID.test(id) && !(id in Object.prototype);
  const given = entriesOf(raw, "answers");
  for (const [id, entry] of given) {
    const practice = known.get(id);
    const answer = practice && readAnswer(bank, practice, id, entry, report);
    if (!answer) continue;
    const rev = revOf(bank, made, practice, answer);
    answers[id] = rev > 1 ? { ...answer, rev } : answer;
  }
  // Only now the others, so that a moved or returning answer never takes the place of one that is there.
  const others = given.filter(([id]) => !known.has(id)).map(([id, entry]) => ({ id, entry, aside: false }));
  const kept = entriesOf(raw, "orphans").map(([id, entry]) => ({ id, entry, aside: true }));
  for (const { id, entry, aside } of [...others, ...kept]) {
    const practice = isId(id) ? successor(bank, id, known) : undefined;
    const home = practice && !Object.hasOwn(answers, practice.id) ? practice : undefined;
    const answer = isId(id) ? readAnswer(bank, home, id, entry, report) : report("unknown-field", id);
    if (!answer) continue;
    // Where another question took over, the old one's numbering says nothing about it.
    const { rev, ...unnumbered } = answer;
    if (home) answers[home.id] = keepsRev(bank, id, home.id) ? answer : unnumbered;
    else if (!Object.hasOwn(orphans, id)) orphans[id] = answer;
    if (home) report(home.id === id ? "restored" : "moved", id);
    else if (!aside) report("kept-aside", id);
  }
  return { answers, orphans };
}

/** @param {Bank} bank @param {Raw} raw @param {Report} report @returns {Record<string, number>} */
export function readTargets(bank, raw, report) {
  const dimensions = new Set(bank.dimensions.map(({ id }) => id));
  const good = entriesOf(raw, "targets").filter(([id, level]) => {
    if (!dimensions.has(id)) return void report("unknown-field", `targets.${id}`);
    if (Number.isInteger(level) && level >= 0 && level <= topOf(bank)) return true;
    return void report("bad-value", `targets.${id}`);
  });
  return Object.fromEntries(good);
}

/** The reader's own wishes for the plan, in the order the file writes them. */
export const MARKS = ["pinned", "dropped", "done"];
