// @ts-check
/** The answers of a group as one ordinary response: what was agreed, and medians where nothing was. Pure. */
import { encode, encodeWithNotes } from "../links/link.mjs";
import { answerOf, practicesOf } from "../response/answers.mjs";
import { newResponse } from "../response/edit.mjs";
import { levelsGiven } from "./agreement.mjs";
import { median } from "./statistics/indices.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Value} Value */
/** What the group settled on. @typedef {{value: Value, reason?: string}} Agreed */

/**
 * @param {Bank} bank @param {Response[]} responses @param {string} id
 * @returns {Value|null} the median; half a step is never rounded up. Where nobody gave a level, what most others said
 */
function groupAnswer(bank, responses, id) {
  const middle = median(levelsGiven(bank, responses, id));
  if (middle !== null) return Math.floor(middle);
  const given = responses.map((response) => answerOf(bank, response, id));
  const [na, unknown] = ["na", "unknown"].map((wanted) => given.filter((answer) => answer === wanted).length);
  return na + unknown === 0 ? null : na > unknown ? "na" : "unknown";
}

/**
 * @param {Bank} bank
 * @param {Response[]} responses none where only what was agreed may be seen
 * @param {Record<string, Agreed>} agreed by practice
 * @param {{form?: string, label?: string, people?: string}} [about]
 * @returns {Response}
 */
export function groupResponse(bank, responses, agreed, { form = "full", label = "", people } = {}) {
  const answers = practicesOf(bank, form).flatMap(({ id, rev = 1 }) => {
    const own = Object.hasOwn(agreed, id) ? agreed[id] : null;
    const value = own ? own.value : groupAnswer(bank, responses, id);
    if (value === null) return [];
    return [[id, { value, ...(own?.reason && { note: own.reason }), ...(rev > 1 && { rev }) }]];
  });
  const empty = newResponse(bank, form);
  return { ...empty, label, people: people || empty.people, answers: Object.fromEntries(answers) };
}

/**
 * @param {Bank} bank
 * @param {Response} response of a group
 * @returns {Promise<string>} its code for a link: with the group's name where it has one, and never with reasons
 */
export async function groupCode(bank, response) {
  const answers = Object.fromEntries(
    Object.entries(response.answers).map(([id, { value, rev }]) => [id, { value, ...(rev && { rev }) }]),
  );
  const named = response.label ? await encodeWithNotes(bank, { ...response, answers }) : null;
  return named ?? encode(bank, response);
}
