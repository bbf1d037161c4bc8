// @ts-check
/** Reads an untrusted response: refused whole, or read with a list of what was dropped. Pure. */
import { formOf } from "./answers.mjs";
import { FORMAT, LIMITS, VERSION, compact, isTooLarge } from "./edit.mjs";
import {
  MARKS,
  entriesOf,
  isRecord,
  own,
  readAnswers,
  readTargets,
  readText,
  readTime,
  recheck,
  reporter,
} from "./fields.mjs";

export { recheck };

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Snapshot} Snapshot */
/** @typedef {import("../types.mjs").Commitment} Commitment */
/** @typedef {import("../types.mjs").Problem} Problem */
/** @typedef {import("./fields.mjs").Raw} Raw */
/** @typedef {import("./fields.mjs").Report} Report */

/** From each older version of the format, the step to the next one. @type {Record<number, (raw: Raw) => Raw>} */
const STEPS = {};

const FIELDS = ["format", "version", "bank", "form", "label", "role", "people", "created", "updated"];
const COMMITMENT_FIELDS = ["play", "owner", "date", "worked"];
const TABLES = ["answers", "targets", "plan", "orphans"];

/** What makes a snapshot differ from the one in the file. */
const LOSSES = ["bad-answer", "bad-value", "play-gone", "shortened", "unknown-field"];

/**
 * The value brought to the present version of the format, one step at a time.
 * @param {Raw} raw
 * @param {Record<number, (raw: Raw) => Raw>} [steps] by the version they start from; each returns the next version
 * @param {number} [to]
 * @returns {Raw|null} null where a step is missing
 */
export function upgrade(raw, steps = STEPS, to = VERSION) {
  let at = raw;
  for (let version = Number(raw.version); version < to; version += 1) {
    if (!Object.hasOwn(steps, version)) return null;
    at = steps[version](at);
  }
  return at;
}

/** @param {Bank} bank @param {unknown} raw @returns {Problem|null} why it cannot be a response to this bank */
function refusal(bank, raw) {
  if (!isRecord(raw) || own(raw, "format") !== FORMAT) return { code: "other-format" };
  const version = own(raw, "version");
  if (!Number.isInteger(version) || version < 1) return { code: "bad-version" };
  if (version > VERSION) return { code: "newer-version", values: { found: version, most: VERSION } };
  const of = own(raw, "bank");
  return isRecord(of) && own(of, "id") === bank.id ? null : { code: "other-bank" };
}

/**
 * @param {Bank} bank
 * @param {unknown} list
 * @param {Report} report
 * @returns {Snapshot[]} the newest 50 that can be read, each by the rules for a response
 */
function readSnapshots(bank, list, report) {
  if (!Array.isArray(list)) return (report("bad-value", "snapshots"), []);
  const first = Math.max(0, list.length - LIMITS.snapshots);
  list.slice(0, first).forEach((_, index) => report("snapshot-surplus", `snapshots.${index}`));
  return list.slice(first).flatMap((raw, index) => {
    const path = `snapshots.${first + index}`;
    const { response, problems } = readParsed(bank, raw, true);
    if (!response) return (report("snapshot-refused", path), []);
    const nested = (own(raw, "snapshots") ?? []).length !== 0;
    if (nested || problems.some(({ code }) => LOSSES.includes(code))) report("snapshot-changed", path);
    return { ...response, taken: readTime(raw, "taken", report, `${path}.taken`) };
  });
}

/** @param {unknown} text @returns {boolean} whether it is a day of the calendar, as 2026-12-07 */
const isDay = (text) =>
  typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && !!new Date(text).toJSON()?.startsWith(text);

/**
 * @param {Bank} bank
 * @param {Report} report
 * @returns {(id: unknown, path: string) => string|null|undefined} the play that this id stands for now; what is not itself is reported
 */
function playsOf({ plays = [], retiredPlays = {} }, report) {
  const known = new Set(plays.map(({ id }) => id));
  return (id, path) => {
    if (known.has(/** @type {string} */ (id))) return /** @type {string} */ (id);
    const play = typeof id === "string" ? own(retiredPlays, id) : undefined;
    report(play ? "play-moved" : play === null ? "play-gone" : "bad-value", path);
    return play;
  };
}

/**
 * @param {Bank} bank
 * @param {Raw} raw
 * @param {Report} report
 * @returns {import("../types.mjs").PlanWishes} play ids of this bank, each under one mark, and a capacity of 1 to 1,000 days
 */
function readPlan(bank, raw, report) {
  const playOf = playsOf(bank, report);
  const named = new Set(Object.values(raw.plan ?? {}).flat());
  const seen = new Set();
  /** @type {Raw} */
  const plan = {};
  for (const [key, value] of entriesOf(raw, "plan")) {
    const path = `plan.${key}`;
    if (key === "daysPerMonth") {
      if (Number.isInteger(value) && value >= 1 && value <= LIMITS.days) plan[key] = value;
      else report("bad-value", path);
    } else if (!MARKS.includes(key)) report("unknown-field", path);
    else if (!Array.isArray(value)) report("bad-value", path);
    else
      plan[key] = value.flatMap((id) => {
        const play = playOf(id, path);
        // As with answers, what has moved never takes the place of what is there.
        if (!play || (play !== id && named.has(play))) return [];
        if (!seen.has(play)) return (seen.add(play), [play]);
        return (play === id && report("bad-value", path), []);
      });
  }
  return plan;
}

/**
 * @param {Bank} bank
 * @param {unknown} list
 * @param {Report} report
 * @returns {Commitment[]} about plays of this bank, the newest 20, at most one of them not yet done
 */
function readCommitments(bank, list, report) {
  if (!Array.isArray(list)) return (report("bad-value", "commitments"), []);
  const playOf = playsOf(bank, report);
  let open = false;
  const found = list.flatMap((raw, index) => {
    const path = `commitments.${index}`;
    const { play: id, date, worked } = Object(raw); // whatever it is
    const play = playOf(id, path);
    if (!play) return [];
    const sound = isDay(date) && (worked === undefined ? !open : isDay(worked));
    if (!sound) return (report("bad-value", path), []);
    if (worked === undefined) open = true;
    const owner = readText(raw, "owner", LIMITS.label, `${path}.owner`, report);
    for (const key of Object.keys(raw)) if (!COMMITMENT_FIELDS.includes(key)) report("unknown-field", `${path}.${key}`);
    return { play, ...(owner && { owner }), date, ...(worked !== undefined && { worked }) };
  });
  found.slice(0, -LIMITS.commitments).forEach(({ play }) => report("bad-value", `commitments.${play}`));
  return found.slice(-LIMITS.commitments);
}

/**
 * @param {Bank} bank
 * @param {unknown} given parsed JSON
 * @param {boolean} frozen whether it is a snapshot
 * @returns {{response: Response|null, problems: Problem[]}}
 */
function readParsed(bank, given, frozen) {
  const refused = refusal(bank, given);
  const raw = refused ? null : upgrade(/** @type {Raw} */ (given));
  if (!raw) return { response: null, problems: [refused ?? { code: "bad-version" }] };
  const { report, problems } = reporter();
  const text = (/** @type {"label"|"role"|"people"} */ key) => readText(raw, key, LIMITS[key], key, report) ?? "";
  const version = readText(raw.bank, "version", LIMITS.version, "bank.version", report) ?? "";
  const fields = [...FIELDS, ...TABLES, "snapshots", frozen ? "taken" : "commitments"];
  for (const key of Object.keys(raw.bank))
    if (key !== "id" && key !== "version") report("unknown-field", `bank.${key}`);
  for (const key of Object.keys(raw)) if (!fields.includes(key)) report("unknown-field", key);
  for (const key of TABLES) if (!isRecord(own(raw, key) ?? {})) report("bad-value", key);
  const form = formOf(bank, raw);
  if (own(raw, "form") !== undefined && raw.form !== form) report("bad-value", "form");
  const { answers, orphans } = readAnswers(bank, raw, version, report);
  /** @type {Response} */
  const response = {
    format: FORMAT,
    version: VERSION,
    bank: { id: bank.id, version },
    form,
    label: text("label"),
    role: text("role"),
    people: text("people") || (bank.people?.[0] ?? ""),
    created: readTime(raw, "created", report),
    updated: readTime(raw, "updated", report),
    answers,
    targets: readTargets(bank, raw, report),
    ...(own(raw, "plan") !== undefined && { plan: readPlan(bank, raw, report) }),
    ...(!frozen &&
      own(raw, "commitments") !== undefined && { commitments: readCommitments(bank, raw.commitments, report) }),
    snapshots: frozen ? [] : readSnapshots(bank, own(raw, "snapshots") ?? [], report),
    ...(Object.keys(orphans).length > 0 && { orphans }),
  };
  recheck(bank, response).forEach((id) => report("recheck", id));
  return { response, problems: problems() };
}

/**
 * Reads the text of a response file. `response` is null when nothing could be read, and `problems` then says why;
 * otherwise `problems` lists what was left out, kept aside or is to be checked again, and is empty when all is well.
 * Never throws, whatever is given.
 * @param {Bank} bank
 * @param {unknown} text
 * @returns {{response: Response|null, problems: Problem[]}}
 */
export function readResponse(bank, text) {
  const refuse = (/** @type {string} */ code) => ({ response: null, problems: [{ code }] });
  if (typeof text !== "string" || text.trim() === "") return refuse("no-text");
  if (isTooLarge(text)) return refuse("too-big");
  let parsed;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return refuse("not-json");
  }
  const found = readParsed(bank, parsed, false);
  // What other programs leave out is added in reading, so that a text near the limit may come out beyond it.
  const grown = found.response !== null && text.length * 2 > LIMITS.bytes && isTooLarge(compact(bank, found.response));
  return grown ? refuse("too-large") : found;
}
