// @ts-check
/** What a response chose for its plan, named as a link names it, and back. Pure. */
import { MARKS } from "../response/fields.mjs";
import { LIMITS } from "../response/edit.mjs";
import { topOf } from "../response/answers.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Practice} Practice */
/** @typedef {import("./plan-bits.mjs").PackedPlan} PackedPlan */
/** @typedef {import("./plan-bits.mjs").Group} Group */
/** @typedef {Pick<Response, "targets"|"plan">} Choices */

/** @param {Bank} bank @param {Response} response @returns {boolean} whether anything was chosen for the plan */
export function hasChoices(bank, response) {
  const marked = MARKS.some((name) => markedIn(bank, response, name).length > 0);
  return marked || daysOf(response) > 0 || targetsIn(bank, response).length > 0;
}

/** @param {Response} response @returns {number} person-days a month; 0 for the usual ones */
function daysOf(response) {
  const days = response?.plan?.daysPerMonth ?? 0;
  return Number.isInteger(days) && days >= 1 && days <= LIMITS.days ? days : 0;
}

/** @param {Bank} bank @param {Response} response @param {string} name @returns {string[]} ids of plays that the bank has */
function markedIn({ plays = [] }, response, name) {
  const given = response?.plan?.[/** @type {"pinned"} */ (name)];
  return Array.isArray(given) ? given.filter((id) => plays.some((play) => play.id === id)) : [];
}

/** @param {Bank} bank @param {Response} response @returns {[string, number][]} level by dimension, in bank order */
const targetsIn = (bank, response) =>
  bank.dimensions.flatMap(({ id }) => {
    const level = response?.targets?.[id];
    return Number.isInteger(level) && level >= 0 && level <= topOf(bank) ? [[id, level]] : [];
  });

/**
 * @param {Bank} bank
 * @param {Response} response
 * @param {Map<number, Practice>} numbers
 * @returns {PackedPlan|null} null where nothing was chosen
 */
export function choicesOf(bank, response, numbers) {
  if (!hasChoices(bank, response)) return null;
  const ids = MARKS.map((name) => markedIn(bank, response, name));
  const numberOf = new Map([...numbers].map(([number, { id }]) => [id, number]));
  const first = (/** @type {string} */ dimension) =>
    Math.min(...[...numbers].flatMap(([number, each]) => (each.dimension === dimension ? number : [])));
  const targets = targetsIn(bank, response).map(([id, level]) => ({ number: first(id), level }));
  return {
    days: daysOf(response),
    targets: targets.filter(({ number }) => Number.isFinite(number)),
    groups: isClear(bank) ? ids.map((list) => grouped(bank, list, numberOf)) : null,
    ids,
  };
}

/** @param {Bank} bank @returns {boolean} whether practice and level tell any two plays apart */
function isClear(bank) {
  const plays = bank.plays ?? [];
  const known = new Set(bank.practices.map(({ id }) => id));
  const goals = plays.map(({ practice, liftsTo }) => `${practice} ${liftsTo}`);
  const sound = plays.every(({ practice, liftsTo }) => known.has(practice) && liftsTo >= 1 && liftsTo <= topOf(bank));
  return sound && new Set(goals).size === goals.length;
}

/** @param {Bank} bank @param {string[]} ids @param {Map<string, number>} numberOf @returns {Group[]} in their order: a group holds plays of one practice that come one after another */
function grouped(bank, ids, numberOf) {
  /** @type {Group[]} */
  const groups = [];
  for (const id of ids) {
    const play = /** @type {import("../types.mjs").Play} */ (bank.plays?.find((each) => each.id === id));
    const number = /** @type {number} */ (numberOf.get(play.practice));
    const last = groups.at(-1);
    if (last?.number === number && play.liftsTo > Math.max(...last.levels)) last.levels.push(play.liftsTo);
    else groups.push({ number, levels: [play.liftsTo] });
  }
  return groups;
}

/**
 * @param {Bank} bank
 * @param {PackedPlan} packed
 * @param {Map<number, Practice>} numbers
 * @returns {{choices: Choices, lost: number}} `lost`: choices about a play or dimension that this bank does not have
 */
export function choicesFrom(bank, { days, targets, groups, ids }, numbers) {
  let lost = 0;
  const plays = bank.plays ?? [];
  const found = (/** @type {string|undefined} */ id) => id ?? ((lost += 1), []);
  const byGoal = (/** @type {Group} */ { number, levels }) =>
    levels.flatMap((level) =>
      found(plays.find(({ practice, liftsTo }) => practice === numbers.get(number)?.id && liftsTo === level)?.id),
    );
  const byId = (/** @type {string} */ id) => found(plays.find((play) => play.id === id)?.id);
  const lists = groups ? groups.map((list) => list.flatMap(byGoal)) : ids.map((list) => list.flatMap(byId));
  const marks = MARKS.flatMap((name, index) => (lists[index].length > 0 ? [[name, lists[index]]] : []));
  const aims = targets.flatMap(({ number, level }) => {
    const id = found(numbers.get(number)?.dimension);
    return typeof id === "string" ? [[id, level]] : [];
  });
  const plan = { ...(days > 0 && { daysPerMonth: days }), ...Object.fromEntries(marks) };
  return { choices: { targets: Object.fromEntries(aims), ...(Object.keys(plan).length > 0 && { plan }) }, lost };
}
