// @ts-check
/** The words of exported files, which have no page to take them from, and the facts that several kinds share. Pure. */

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Score} Score */
/** @typedef {import("../scoring/recommend.mjs").Step} Step */
/** @typedef {(key: string, values?: Record<string, string|number>) => string} Say */

/** Every word of every export; of two forms the first is for n = 1. @type {Record<string, string|[string, string]>} */
export const WORDS = {
  result: "{title}: result",
  role: "Role: {role}",
  answered_on: "Last answered: {date}",
  questions: "Questions: {form}, version {version}",
  people: "Word for the people served: {people}",
  form_quick: "quick check",
  form_full: "full assessment",
  where: "Where you are",
  headline: "{name}, {score}.",
  point: "{point} on a scale from 0 to {top}",
  range: "somewhere from {low} to {high} on a scale from 0 to {top}",
  nothing: "Not assessed",
  between: "Between {low} and {high}",
  known: "{known} of the {n} questions that apply have a known answer.",
  left_out: ["1 question does not apply and is left out.", "{n} questions do not apply and are left out."],
  score_part: "Part",
  score_point: "Score",
  score_range: "Lowest to highest",
  score_level: "Level",
  score_known: "Known",
  overall: "Overall",
  of: "{known} of {n}",
  beside: "{name} (beside the score, not in it)",
  map_one: "On the map: {names}.",
  map_many: "On the map: {names}. The answers so far do not settle which.",
  or: " or ",
  then_do: "Next: {next}",
  patterns: "Patterns",
  plan: "Plan",
  now: "Now: the first 30 days",
  next: "Next: to day 90",
  later: "Later: after day 90",
  wave_event: "{title} – {wave}",
  wave_days: ["1 person-day", "{n} person-days"],
  wave_score: "Overall score then: {score}.",
  no_plays: "There is no play to suggest for these answers.",
  because: "Because you answered: {anchor}",
  next_step: "Next level: {anchor}",
  first_step: "First step: {text}",
  worked_when: "It has worked when: {text}",
  lead: "Who leads: {text}",
  effort: "Effort: {name}, about {days} person-days",
  read: "Read the play: {url}",
  find_out: "Find out",
  who_knows: "Who would know: {text}",
  keep_doing: "Keep doing",
  more: ["And 1 more.", "And {n} more."],
  answers: "Answers",
  unanswered: "Left alone",
  waiting: "Not counted: the question has changed since, and the answer has not been looked at again",
  unknown: "Not known",
  na: "Does not apply",
  basis_seen: "I have seen it",
  basis_told: "I was told",
  basis_assumed: "I assume so",
  basis: "How it is known: {basis}",
  reason: "Reason: {reason}",
  note: "Note: {note}",
  about: "How to read this",
  about_scores:
    "The scores show what was answered about practice, not results. What is not known widens the range from lowest to highest; it is never counted as bad.",
  about_rule: "The plan ranks plays by score gained per effort, sooner when a pattern points at one.",
  review: "Review: answer the questions again",
  review_text:
    "Answer again without looking at the old answers, then compare. Changes of less than half a level in one area may be chance.",
};

/** @type {Say} the words above; {name} is filled from the values */
export function english(key, values = {}) {
  const entry = WORDS[key] ?? key;
  const pattern = Array.isArray(entry) ? entry[values.n === 1 ? 0 : 1] : entry;
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {Bank} bank @param {Response} response @returns {(text: string|undefined) => string} puts in {people} */
export function wording(bank, response) {
  const word = response.people || (bank.people?.[0] ?? "");
  return (text) => (text ?? "").replaceAll("{people}", word);
}

/** @param {number|null} x @returns {string} one decimal */
const shown = (x) => (x === null ? "" : x.toFixed(1));

/** @param {Score} score @param {Say} say @param {number} top @returns {string} in words, on its scale */
export function scoreText({ point, low, high }, say, top) {
  if (low === null) return say("nothing");
  if (point === null) return say("range", { low: shown(low), high: shown(high), top });
  return say("point", { point: shown(point), top });
}

/** @param {Score} score @returns {{point: string, range: string}} numbers alone; empty where there is none */
export const scoreCells = ({ point, low, high }) => ({
  point: shown(point),
  range: [...new Set([shown(low), shown(high)])].join("–"),
});

/** @param {Bank} bank @param {Score} score @param {Say} say @returns {string} its level, or the two its range spans */
export function levelText(bank, { levels }, say) {
  if (levels.length === 0) return say("nothing");
  const [low, high] = levels.map((level) => bank.levels[level].name ?? String(level));
  return low === high ? low : say("between", { low, high });
}

/**
 * @param {Bank} bank
 * @param {Response} response
 * @param {Step} step of a plan
 * @param {Say} say
 * @param {string} [site] address of the site, with a slash at its end; without it no link is given
 * @returns {{title: string, dimension: string, lines: string[], url: string|null}}
 */
export function stepText(bank, response, step, say, site) {
  const words = wording(bank, response);
  const play = bank.plays?.find(({ id }) => id === step.play);
  const effort = bank.effort?.find(({ id }) => id === step.effort);
  const practice = bank.practices.find(({ id }) => id === step.practice);
  const lines = [
    say("because", { anchor: words(step.because.anchor) }),
    say("next_step", { anchor: words(step.because.next) }),
    play?.firstStep && say("first_step", { text: words(play.firstStep) }),
    play?.workedWhen && say("worked_when", { text: words(play.workedWhen) }),
    play?.lead && say("lead", { text: words(play.lead) }),
    say("effort", { name: effort?.name ?? step.effort, days: step.days }),
  ];
  return {
    title: words(play?.title ?? step.play),
    dimension: practice?.dimension ?? "",
    lines: lines.flatMap((line) => line || []),
    url: site && play?.url ? site + play.url : null,
  };
}

/** Days from the start of a plan to where a wave begins and ends.
 * @type {Record<string, {from: number, to: number|null}>} */
export const WAVE_DAYS = { now: { from: 0, to: 30 }, next: { from: 30, to: 90 }, later: { from: 90, to: null } };

/**
 * @param {Date|string} start "2026-11-21", alone or at the head of a time; a Date counts in UTC
 * @param {number} days
 * @returns {string} the date so many days later, as 2026-12-21; throws RangeError where the start is no date
 */
export function dayAfter(start, days) {
  const first = typeof start === "string" ? start.slice(0, 10) : start.toISOString().slice(0, 10);
  const date = new Date(`${first}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
