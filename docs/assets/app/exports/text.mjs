// @ts-check
/** What several kinds of exported files say alike. Pure. */
import { formTitle, wording } from "../response/answers.mjs";
import { decimal } from "../scoring/score.mjs";
import { valueShown } from "../scoring/sentences.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Score} Score */
/** @typedef {import("../scoring/recommend.mjs").Step} Step */
/** The words of `exports`. @typedef {import("../types.mjs").Say} Say */

/** @param {Response} response @param {Say} say @returns {string} as it was chosen, or as a file has it */
export function roleText({ role }, say) {
  const said = say(`role_${role}`);
  return said === `role_${role}` ? role : said;
}

/** @param {Bank} bank @param {string} form @param {Say} say @returns {string} its name */
export const formText = (bank, form, say) =>
  say(form === "full" ? "form_full" : "form_short", { form: formTitle(bank, form) });

/** @param {Score} score @param {Say} say @param {number} top @returns {string} in words, on its scale */
export function scoreText(score, say, top) {
  if (score.low === null) return say("nothing");
  const point = valueShown(score);
  if (point === null) return say("range", { low: decimal(score.low), high: decimal(score.high), top });
  return say("point", { point, top });
}

/** @param {Score} score @returns {{point: string, range: string}} numbers alone; empty where there is none */
export const scoreCells = ({ point, low, high }) => ({
  point: point === null ? "" : decimal(point),
  range: low === null ? "" : [...new Set([decimal(low), decimal(high)])].join("–"),
});

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
    say(step.from > step.because.value ? "once_at" : "because", { anchor: words(step.because.anchor) }),
    say("next_step", { anchor: words(step.because.next) }),
    step.effort !== null && play?.firstStep && say("first_step", { text: words(play.firstStep) }),
    play?.workedWhen && say(step.effort === null ? "shown_by" : "worked_when", { text: words(play.workedWhen) }),
    play?.lead && say("lead", { text: words(play.lead) }),
    step.effort !== null && say("effort", { name: effort?.name ?? step.effort, days: step.days }),
  ];
  return {
    title: words(play?.title ?? step.play),
    dimension: practice?.dimension ?? "",
    lines: lines.flatMap((line) => line || []),
    url: site && play?.url ? site + play.url : null,
  };
}

/**
 * @param {Bank} bank
 * @param {Response} response
 * @param {import("../scoring/recommend.mjs").Wave} wave
 * @param {Say} say
 * @returns {string} the first step that stands in a wave without a whole play; empty where there is none
 */
export function beginText(bank, response, { begin }, say) {
  const words = wording(bank, response);
  const play = bank.plays?.find(({ id }) => id === begin);
  return play?.firstStep ? say("wave_begin", { title: words(play.title ?? play.id), text: words(play.firstStep) }) : "";
}

/** @param {string|null} effort of a step @param {string} url @param {Say} say @returns {string} where to read on: of a play, or of the practice where no play leads on */
export const readOnText = (effort, url, say) => say(effort === null ? "read_practice" : "read", { url });

/** Days from the start of a plan to where a wave begins and ends.
 * @type {Record<string, {from: number, to: number|null}>} */
export const WAVE_DAYS = { now: { from: 0, to: 30 }, next: { from: 30, to: 90 }, later: { from: 90, to: null } };

/** The last day to count from: a date is written with a year of four digits. */
export const LAST_DAY = "9999-12-31";

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
