// @ts-check
/** Takes answers into a round out of whatever people paste or drop: sealed codes, plain links, saved files. Pure. */
import { seal } from "../links/bits.mjs";
import { decode, encode } from "../links/link.mjs";
import { readFile } from "../response/import-file.mjs";
import { findCodes } from "./find-codes.mjs";
import { readHandedIn, responseOf } from "./handed-in.mjs";
import { MOST, inOrder } from "./round.mjs";
import { openSealed } from "./sealed-code.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("./round.mjs").Round} Round */
/** @typedef {import("./handed-in.mjs").Member} Member */
/** `alike`: a plain link with answers that are in already; `elsewhere`: of another round; `forged`: of this one, yet not made
 * as its codes are; `refused`: a file without answers. @typedef {"added"|"replaced"|"same"|"alike"|"elsewhere"|"damaged"|"forged"|"refused"|"surplus"} Outcome */
/** `versions` of the questions, other than ours, that some answered; `elsewhere`: ids of other rounds.
 * @typedef {{round: Round, counts: Record<Outcome, number>, versions: string[], elsewhere: string[]}} Collected */

const NONE = { added: 0, replaced: 0, same: 0, alike: 0, elsewhere: 0, damaged: 0, forged: 0, refused: 0, surplus: 0 };

/** `version` of the questions that were answered, where it is another than ours. @typedef {{member: Member, version: string|null, isLink?: boolean}} Found */

/** @param {import("../links/link.mjs").Decoded["problems"]} problems @returns {string|null} */
const otherVersion = (problems) => {
  const found = problems.find(({ code }) => code === "other-bank-version");
  return found ? String(found.values?.theirs) : null;
};

/**
 * @param {Bank} bank
 * @param {string} code of a plain link
 * @param {import("../types.mjs").Response} [file] that it was made from
 * @returns {Found|null} links with the same answers have the same id, files only where they were begun at the same second
 */
function fromPlain(bank, code, file) {
  const { response, problems } = decode(bank, code);
  const begun = file?.created ? seal("", file.created).slice(file.created.length) : "";
  const id = `plain-${code.slice(-10)}${begun}`.replace(/[^\w-]/g, "-");
  const member = { id, role: file?.role ?? "", name: "", code };
  return response && { member, version: otherVersion(problems), isLink: !file };
}

/** @param {Bank} bank @param {string[]} candidates @returns {Found|"damaged"} */
function fromLink(bank, candidates) {
  for (const code of candidates) {
    const found = fromPlain(bank, code);
    if (found) return found;
  }
  return "damaged";
}

/** @param {Bank} bank @param {Round} round @param {string} code @returns {Promise<Found|"forged">} */
async function fromSealed(bank, { keys }, code) {
  const text = await openSealed(keys, code);
  const member = text === null ? null : readHandedIn(text);
  if (!member) return "forged";
  const { response, problems } = await responseOf(bank, member);
  return response ? { member, version: otherVersion(problems) } : "forged";
}

/** @param {Bank} bank @param {string} text @returns {(Found|"refused")[]} of a file, or of a bare code */
function fromWhole(bank, text) {
  if (/^\s*\ufeff?\s*[{[]/.test(text)) {
    const { response } = readFile(bank, text);
    if (!response || Object.keys(response.answers).length === 0) return ["refused"];
    return [fromPlain(bank, encode(bank, { ...response, targets: {}, plan: {} }), response) ?? "refused"];
  }
  const bare = text.trim().replace(/[\W_]+$/, "");
  const found = bare.length > MOST.code || /\s/.test(bare) ? null : fromPlain(bank, bare);
  return found ? [found] : [];
}

/**
 * @param {Bank} bank
 * @param {Round} round
 * @param {string} text a heap of text, or a file
 * @returns {Promise<Collected>} the round with all that was found; unchanged where nothing new was. Never rejects
 */
export async function collect(bank, round, text) {
  const heap = findCodes(text);
  const mine = heap.sealed.filter((each) => each.round === round.id);
  const others = heap.sealed.filter((each) => each.round !== round.id);
  const found = [
    ...(await Promise.all(mine.map(({ code }) => fromSealed(bank, round, code)))),
    ...heap.links.map((candidates) => fromLink(bank, candidates)),
  ];
  const nothing = found.length + others.length + heap.damaged === 0;
  const all = nothing ? fromWhole(bank, text) : found;
  const counts = { ...NONE, elsewhere: others.length, damaged: heap.damaged };
  const members = new Map(round.members.map((each) => [each.id, each]));
  for (const each of all) {
    const outcome = typeof each === "string" ? each : take(members, each);
    counts[outcome] += 1;
  }
  const changed = counts.added + counts.replaced > 0;
  const versions = all.flatMap((each) => (typeof each === "string" || each.version === null ? [] : [each.version]));
  return {
    round: changed ? { ...round, members: inOrder([...members.values()]) } : round,
    counts,
    versions: [...new Set(versions)].sort(),
    elsewhere: [...new Set(others.map((each) => each.round))],
  };
}

/** @param {Map<string, Member>} members to which it is added @param {Found} found @returns {"added"|"replaced"|"same"|"alike"|"surplus"} */
function take(members, { member, isLink }) {
  const before = members.get(member.id);
  if (before && JSON.stringify(before) === JSON.stringify(member)) return isLink ? "alike" : "same";
  if (!before && members.size >= MOST.members) return "surplus";
  members.set(member.id, member);
  return before ? "replaced" : "added";
}
