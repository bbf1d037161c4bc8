// @ts-check
/** All that may be shown of a round, and nothing else: pages draw from this alone. Pure. */
import { answerOf, assessed, practicesOf } from "../response/answers.mjs";
import { scoreResponse, spot } from "../scoring/score.mjs";
import { agreement, levelsGiven, talkFirst } from "./agreement.mjs";
import { groupResponse } from "./group-response.mjs";
import { roleGroups, showsNotes, sightOf } from "./privacy.mjs";
import { effectSize, roleGap } from "./statistics/role-gap.mjs";
import { median } from "./statistics/indices.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Score} Score */
/** @typedef {import("./round.mjs").Round} Round */
/** @typedef {import("./agreement.mjs").Question} Question */
/** A person of the round. @typedef {{name: string, role: string, response: Response}} Person */
/** Without `figures` where only the label may be shown.
 * @typedef {{practice: string, label: Question["label"], chance: boolean, figures: Question|null,
 *   names: string[][]|null, notes: Note[], byRole: RoleMedian[]}} ShownQuestion `names` by level */
/** @typedef {{name: string, text: string}} Note without a name but where names are shown */
/** @typedef {{role: string|null, people: number, median: number|null, others: number|null, gap: number|null}} RoleMedian */
/** @typedef {{axes: Record<string, number|null>}} Dot a person without a name */
/**
 * @typedef {object} Shown
 * @property {import("./privacy.mjs").Sight} sight
 * @property {number} people
 * @property {ShownQuestion[]} questions what to talk about first comes first
 * @property {number|null} alpha
 * @property {"dependable"|"tentative"|"discuss"|null} reading
 * @property {string[]} farAreas dimensions in which those who lead answer far from all others
 * @property {Response} response of the group
 * @property {import("../types.mjs").Profile} profile of that
 * @property {Dot[]} dots
 * @property {Record<string, number[]>} points of people by dimension, lowest first: no line leads from one to the next
 */

const LEADER = "leader";

/** @param {Bank} bank @param {Person[]} people @param {import("./privacy.mjs").RoleGroup[]} groups @param {string} id @returns {RoleMedian[]} */
function byRole(bank, people, groups, id) {
  const levels = (/** @type {number[]} */ members) =>
    levelsGiven(
      bank,
      members.map((index) => people[index].response),
      id,
    );
  return groups.map(({ role, members }) => {
    const others = groups.flatMap((each) => (each.role === role ? [] : each.members));
    const [own, rest] = [levels(members), levels(others)];
    const gap = roleGap(own, rest)?.gap ?? null;
    return { role, people: members.length, median: median(own), others: median(rest), gap };
  });
}

/** @param {Bank} bank @param {Round} round @param {Person[]} people @param {import("./privacy.mjs").RoleGroup[]} groups @returns {string[]} */
function farAreas(bank, { form }, people, groups) {
  const leaders = groups.find(({ role }) => role === LEADER)?.members;
  if (!leaders) return [];
  const given = (/** @type {string} */ dimension, /** @type {boolean} */ inside) =>
    practicesOf(bank, form)
      .filter((each) => each.dimension === dimension)
      .flatMap(({ id }) => {
        const who = people.filter((_, index) => leaders.includes(index) === inside);
        return levelsGiven(
          bank,
          who.map(({ response }) => response),
          id,
        );
      });
  return assessed(bank)
    .filter(({ id }) => effectSize(given(id, true), given(id, false))?.size === "large")
    .map(({ id }) => id);
}

/** @param {Bank} bank @param {Person[]} people @param {string} id @returns {string[][]} names of those who gave each level */
const namesByLevel = (bank, people, id) =>
  bank.levels.map(({ value }) =>
    people.filter(({ response }) => answerOf(bank, response, id) === value).map(({ name }) => name),
  );

/** @param {Person[]} people @param {string} id @param {boolean} named @returns {Note[]} in no order of people */
const notesOn = (people, id, named) =>
  people
    .flatMap(({ name, response }) => {
      const { note, reason } = response.answers[id] ?? {};
      return [note, reason].flatMap((text) => (text ? [{ name: named ? name : "", text }] : []));
    })
    .sort((a, b) => (a.text < b.text ? -1 : 1));

/** @param {Bank} bank @param {Person[]} people @returns {Pick<Shown, "dots"|"points">} */
function spreadOf(bank, people) {
  const profiles = people.map(({ response }) => scoreResponse(bank, response));
  const key = (/** @type {Dot} */ { axes }) =>
    Object.values(axes)
      .map((each) => (each ?? -1).toFixed(6))
      .join();
  const dots = profiles
    .map(({ axes }) => ({ axes: Object.fromEntries(Object.entries(axes).map(([id, score]) => [id, spot(score)])) }))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const points = Object.fromEntries(
    assessed(bank).map(({ id }) => {
      const found = profiles.map(({ dimensions }) => dimensions[id].point).filter((each) => each !== null);
      return [id, found.map(Number).sort((a, b) => a - b)];
    }),
  );
  return { dots, points };
}

/**
 * @param {Bank} bank
 * @param {Round} round that has been revealed
 * @param {Person[]} people
 * @returns {Shown}
 */
export function shownOf(bank, round, people) {
  const sight = sightOf(round.mode, people.length);
  const hidden = sight === "labels";
  const responses = people.map(({ response }) => ({ ...response, form: round.form }));
  const persons = people.map((each, index) => ({ ...each, response: responses[index] }));
  const groups = round.roles && !hidden ? roleGroups(people.map(({ role }) => role)) : [];
  const found = agreement(bank, responses, round.form);
  const roles = new Map(found.questions.map(({ practice }) => [practice, byRole(bank, persons, groups, practice)]));
  const widest = (/** @type {string} */ id) =>
    Math.max(0, ...(roles.get(id) ?? []).map(({ gap }) => Math.abs(gap ?? 0)));
  const gaps = Object.fromEntries([...roles.keys()].map((id) => [id, widest(id)]));
  const order = hidden ? talkFirst(found.questions.map(onlyLabel)) : talkFirst(found.questions, gaps);
  const full = new Map(found.questions.map((each) => [each.practice, each]));
  const response = groupResponse(bank, hidden ? [] : responses, round.agreed, { form: round.form, label: round.name });
  return {
    sight,
    people: people.length,
    questions: order.map(({ practice, label, chance }) => ({
      practice,
      label,
      chance,
      figures: hidden ? null : (full.get(practice) ?? null),
      names: sight === "names" ? namesByLevel(bank, persons, practice) : null,
      notes: showsNotes(sight, people.length) ? notesOn(people, practice, sight === "names") : [],
      byRole: roles.get(practice) ?? [],
    })),
    alpha: hidden ? null : found.alpha,
    reading: hidden ? null : found.reading,
    farAreas: farAreas(bank, round, persons, groups),
    response,
    profile: scoreResponse(bank, response),
    ...(hidden ? { dots: [], points: {} } : spreadOf(bank, persons)),
  };
}

/** So that not even the order tells more than the label. @param {Question} question @returns {Question} */
const onlyLabel = (question) => ({ ...question, unknown: 0, n: 0, deviation: 0 });
