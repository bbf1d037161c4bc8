// @ts-check
/** What a plan says in sentences: where it begins and where it ends, and what it would lead to. Pure. */
import { formTitle, isPart } from "../response/answers.mjs";
import { headlineOf, overallOf, scoreShown } from "./sentences.mjs";

/** @typedef {import("./plan-reasons.mjs").Advised} Advised */

const FIRST_MONTHS = 3; // until the end of the second wave
const PART = 3; // plays that a short form suggests at most

/** @param {Advised} told @param {number} index @returns {string} title of a play of the plan */
function titleOf({ bank, advice, words }, index) {
  const { play } = advice.plays[index];
  return words(bank.plays?.find(({ id }) => id === play)?.title ?? play);
}

/** @param {Advised} told @param {number} days that can be given each month @returns {{lead: string, step: string}|null} a first step for the first wave, where no whole play fits in it */
export function startOf(told, days) {
  const { bank, response, advice, say, words } = told;
  const { begin } = advice.waves[0];
  if (begin === null) return null;
  // What is pinned next would come after what is pinned already.
  const fits = response.plan?.pinned?.includes(begin) ? -1 : advice.plays.findIndex((step) => step.days <= days);
  const values = { title: titleOf(told, 0), n: days, days: advice.plays[0].days };
  const lead = fits < 0 ? say("now_start", values) : say("now_start_fits", { ...values, other: titleOf(told, fits) });
  return { lead, step: words(bank.plays?.find(({ id }) => id === begin)?.firstStep ?? "") };
}

/** @param {Advised} told @param {number} days that can be given each month @returns {string} why the second wave is empty while a later one is not */
export function gapOf(told, days) {
  const later = told.advice.plays.findIndex(({ wave }) => wave === "later");
  return told.say("next_gap", { title: titleOf(told, later), n: FIRST_MONTHS * days });
}

/** @param {Advised} told @returns {string} why the plan goes no further */
export function endOf({ bank, profile, advice, say }) {
  const { form } = profile;
  if (isPart(form)) return advice.plays.length >= PART ? say("end_part", { form: formTitle(bank, form) }) : "";
  return advice.plays.some(({ wave }) => wave === "later") ? "" : say("end_full", { n: advice.plays.length });
}

/** @param {Advised} told @param {import("../types.mjs").Profile} after @returns {string} the scores that a part of the plan would lead to */
export function scoresOf({ bank, say }, after) {
  const axes = bank.axes.map(({ id, name = id }) => ({ name, score: after.axes[id] }));
  const all = [{ name: say("overall"), score: after.overall }, ...axes];
  return all.map(({ name, score }) => say("scored", { name, score: scoreShown(say, score) })).join(", ");
}

/** @param {Advised} told @returns {string} the present result and what the plan would lead to, for those who cannot see it change */
export function summaryOf(told) {
  const { advice, say } = told;
  const last = advice.waves.filter(({ plays }) => plays.length > 0).at(-1);
  const plan = last
    ? say("plan_summary", { n: advice.plays.length, scores: scoresOf(told, last.profile) })
    : say("plan_empty");
  return `${headlineOf(told)}. ${overallOf(told)} ${plan}`;
}
