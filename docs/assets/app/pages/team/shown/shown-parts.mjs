// @ts-check
/** The parts of a round whose answers are shown. Loaded when they are. */
import { responseOf } from "../../../group/handed-in.mjs";
import { shownOf } from "../../../group/shown.mjs";
import { talkPart } from "./talk.mjs";
import { togetherPart } from "./together.mjs";

/** @typedef {import("../team.mjs").TeamPage} TeamPage */
/** @typedef {import("../../../group/round.mjs").Round} Round */
/** @typedef {import("../../../group/shown.mjs").Shown} Shown */
/** @typedef {import("../../../types.mjs").WholeBank} WholeBank */
/** @typedef {(round: Round) => Shown} Look what may be seen of the round as it now is */
/** @typedef {TeamPage & {look: Look}} ShownPage */

/** @param {WholeBank} bank @param {Round} round @returns {Promise<Look>} */
export async function looking(bank, round) {
  const read = await Promise.all(
    round.members.map(async (member) => ({ ...member, response: (await responseOf(bank, member)).response })),
  );
  const people = read.flatMap(({ name, role, response }) => (response ? [{ name, role, response }] : []));
  return (now) => shownOf(bank, now, people);
}

/** @param {TeamPage} page @param {Round} round @returns {Promise<Record<string, import("../team.mjs").Part>>} */
export async function load(page, round) {
  const shownPage = { ...page, look: await looking(page.bank, round) };
  return {
    talk: (place, _, now) => talkPart(place, shownPage, now),
    together: (place, _, now) => togetherPart(place, shownPage, now),
  };
}
