// @ts-check
/** What every part of the result is drawn from, and the few ways in which all parts write numbers and names. Pure. */
import { recommend, withPlays } from "../recommend.mjs";
import { evidenceBacked, scoreResponse } from "../score.mjs";

/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Profile} Profile */
/** @typedef {import("../types.mjs").Score} Score */
/** @typedef {import("../dom.mjs").Say} Say */
/** @typedef {{response: Response, plays: string[]}} Trial answers tried out, and plays ticked on top of them */
/** @typedef {{sort: "order"|"score", chart: "bars"|"radar"}} Looks */
/**
 * @typedef {object} View
 * @property {any} bank bank.json whole
 * @property {Response} response what is shown: the reader's own, or the one being tried out
 * @property {Profile} profile of that
 * @property {Profile} own profile of the reader's own response
 * @property {Profile|null} evidenced profile of the answers that were seen, once any basis is given
 * @property {import("../recommend.mjs").Advice} advice
 * @property {Trial|null} trial
 * @property {Looks} looks
 * @property {Say} say
 * @property {(text: string) => string} words puts the respondent's word for {people} into a text of the bank
 * @property {Actions} act
 */
/**
 * @typedef {object} Actions
 * @property {(change: (response: Response) => Response) => void} edit the response that is shown
 * @property {(play: string) => void} tick a play, or untick it, while trying
 * @property {(looks: Partial<Looks>) => void} look
 */

/**
 * @param {any} bank
 * @param {Response} real
 * @param {Trial|null} trial
 * @param {Looks} looks
 * @param {Say} say
 * @param {Actions} act
 * @returns {View}
 */
export function viewOf(bank, real, trial, looks, say, act) {
  const response = trial ? /** @type {Response} */ (withPlays(bank, trial.response, trial.plays)) : real;
  const word = response.people || bank.people[0];
  const anyBasis = Object.values(response.answers).some(({ basis }) => basis);
  return {
    bank,
    response,
    profile: scoreResponse(bank, response),
    own: scoreResponse(bank, real),
    evidenced: anyBasis ? scoreResponse(bank, evidenceBacked(response)) : null,
    advice: recommend(bank, response, { ...response.plan }),
    trial,
    looks,
    say,
    words: (text) => text.replaceAll("{people}", word),
    act,
  };
}

const RAMP = 4; // the ramp's last colour; scales of any length are spread over it

/** @param {View} view @returns {number} the value of the highest level */
export const topOf = ({ bank }) => bank.levels.length - 1;

/** @param {View} view @param {number|null} value @returns {number|null} the colour of a value on the ramp, 0 to 4 */
export const stepOf = (view, value) => (value === null ? null : Math.round((value / topOf(view)) * RAMP));

/** @param {number|null} x @returns {string} one decimal; a dash for nothing */
export const shown = (x) => (x === null ? "–" : x.toFixed(1));

/** @param {Score} score @returns {string} the score, or its range where no score is shown */
export const short = ({ point, low, high }) =>
  point === null ? (low === null ? "–" : `${shown(low)} to ${shown(high)}`) : shown(point);

/** @param {View} view @param {Score} score @returns {string} the level's name, or the two that the range spans */
export function nameOf({ bank, say }, { levels }) {
  if (levels.length === 0) return say("nothing");
  const [low, high] = levels.map((level) => bank.levels[level].name);
  return low === high ? low : say("between", { low, high });
}

/** @param {View} view @param {Score} score @returns {string} the score in words, on its scale */
export function numberOf(view, { point, low, high }) {
  const top = topOf(view);
  if (low === null) return view.say("nothing");
  if (point === null) return view.say("range", { low: shown(low), high: shown(high), top });
  return view.say("score", { point: shown(point), top });
}

/** @param {View} view @param {string} id @returns {any} */
export const practiceOf = ({ bank }, id) => bank.practices.find((/** @type {any} */ each) => each.id === id);

/** @param {View} view @param {string} id @returns {any} */
export const playOf = ({ bank }, id) => bank.plays.find((/** @type {any} */ each) => each.id === id);

/** @param {View} view @param {string} id @returns {number|null} the level answered, if one was */
export function levelOf({ response }, id) {
  const value = response.answers[id]?.value;
  return typeof value === "number" ? value : null;
}
