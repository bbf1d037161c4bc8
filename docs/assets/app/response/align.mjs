// @ts-check
/** The answers of two responses to one bank, question by question, and what became of each. Pure. */
import { answerOf, formOf, practicesOf, revOf } from "./answers.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Practice} Practice */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Value} Value */
/** `rev` is 0 where nothing is answered; `anchor` is null for no level, else its words as they were asked then.
 * @typedef {{value: Value|null, rev: number, anchor: string|null}} Reading */
/**
 * What became of an answer: `apart` if both answered, but not to the same words; else `changed` from one level to
 * another, `same` level, `gained` a level, `lost` one; null where neither is a level.
 * @typedef {"apart"|"changed"|"same"|"gained"|"lost"|null} Kind
 */

/** @param {Practice} practice @param {number} rev @param {Value|null} value @returns {string|null} */
function anchorOf(practice, rev, value) {
  const asked = rev === (practice.rev ?? 1) ? practice : practice.earlier?.find((each) => each.rev === rev);
  return typeof value === "number" ? (asked?.anchors[value] ?? null) : null;
}

/** @param {Bank} bank @param {Response} response @returns {(practice: Practice) => Reading} */
function reading(bank, response) {
  const asked = new Set(practicesOf(bank, formOf(bank, response)).map(({ id }) => id));
  return (practice) => {
    const value = asked.has(practice.id) ? answerOf(bank, response, practice.id) : null;
    const rev = value === null ? 0 : revOf(bank, response.bank?.version, practice, response.answers[practice.id]);
    return { value, rev, anchor: anchorOf(practice, rev, value) };
  };
}

/** @param {Reading} from @param {Reading} to @returns {Kind} */
function kindOf(from, to) {
  if (from.rev > 0 && to.rev > 0 && from.rev !== to.rev) return "apart";
  const [before, after] = [from, to].map(({ value }) => typeof value === "number");
  if (before && after) return from.value === to.value ? "same" : "changed";
  return before ? "lost" : after ? "gained" : null;
}

/**
 * @param {Bank} bank
 * @param {Response} before
 * @param {Response} after
 * @returns {{practice: Practice, from: Reading, to: Reading, kind: Kind}[]} in bank order
 */
export function sideBySide(bank, before, after) {
  const [then, now] = [reading(bank, before), reading(bank, after)];
  return bank.practices.map((practice) => {
    const [from, to] = [then(practice), now(practice)];
    return { practice, from, to, kind: kindOf(from, to) };
  });
}
