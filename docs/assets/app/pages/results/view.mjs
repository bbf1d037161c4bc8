// @ts-check
/** What every part of the result is drawn from, and the few ways in which all parts write numbers and names. */
import { h } from "../../ui/dom.mjs";
import { dateOf } from "../../ui/format.mjs";
import { answerOf, wording } from "../../response/answers.mjs";
import { lastEarlier } from "../../response/earlier.mjs";
import { evidenceBacked, scoreResponse } from "../../scoring/score.mjs";
import { scoreShown } from "../../scoring/sentences.mjs";
import { stepsFor, withPlays } from "../../scoring/steps.mjs";

/** @typedef {import("../../types.mjs").Response} Response */
/** @typedef {import("../../types.mjs").WholeBank} WholeBank */
/** @typedef {import("../../types.mjs").WholePractice} WholePractice */
/** @typedef {import("../../types.mjs").WholePlay} WholePlay */
/** @typedef {import("../../types.mjs").Profile} Profile */
/** @typedef {import("../../types.mjs").Score} Score */
/** @typedef {import("../../ui/dom.mjs").Say} Say */
/** @typedef {import("../../scoring/steps.mjs").Steps} Steps */
/** @typedef {{base: Response, response: Response, plays: string[]}} Trial answers as they were, as they are tried out, and plays ticked on top */
/** @typedef {{sort: "order"|"score", chart: "bars"|"radar"}} Looks */
/**
 * @typedef {object} View
 * @property {WholeBank} bank
 * @property {Response} response what is shown: the reader's own, or the one being tried out
 * @property {Profile} profile of that
 * @property {Profile} own profile of the reader's own response
 * @property {Profile|null} evidenced profile of the answers that were seen, once any basis is given
 * @property {{profile: Profile, said: string}|null} before one's own while trying, else that of the last snapshot with
 *   other answers
 * @property {import("../../scoring/recommend.mjs").Advice} advice only its steps until the page below the first screen is there
 * @property {Trial|null} trial
 * @property {boolean} guest whether it is somebody else's, shown for reading
 * @property {Looks} looks
 * @property {Map<string, boolean>} folds by key, whether a fold that was touched is open
 * @property {Say} say
 * @property {(text: string|undefined) => string} words puts the respondent's word for {people} into a text of the bank
 * @property {Actions} act only once the page below the first screen is there
 */
/** What fills each part of the page. @typedef {Record<string, (view: View) => (Node|null)[]>} Parts */
/**
 * @typedef {object} Actions
 * @property {(change: (response: Response) => Response, said?: string) => void} edit the response that is shown; `said`
 *   is announced to those who cannot see the change
 * @property {(play: string) => void} tick a play, or untick it, while trying
 * @property {(looks: Partial<Looks>) => void} look
 */

/**
 * @param {WholeBank} bank
 * @param {Response} real
 * @param {{trial: Trial|null, guest: boolean, looks: Looks, folds: Map<string, boolean>, say: Say, act: Actions}} rest
 * @returns {View & {advice: Steps}}
 */
export function viewOf(bank, real, rest) {
  const { trial } = rest;
  const response = trial?.plays.length ? tried(bank, trial) : (trial?.response ?? real);
  const own = scoreResponse(bank, real);
  const anyBasis = Object.values(response.answers).some(({ basis }) => basis);
  return {
    ...rest,
    bank,
    response,
    profile: response === real ? own : scoreResponse(bank, response),
    own,
    evidenced: anyBasis ? scoreResponse(bank, evidenceBacked(response)) : null,
    before: trial ? { profile: own, said: rest.say("before_trial") } : beforeOf(bank, response, rest.say),
    advice: /** @type {View["advice"] & Steps} */ (stepsFor(bank, response, response.plan)),
    words: wording(bank, response),
  };
}

/**
 * @param {WholeBank} bank
 * @param {Trial} trial
 * @returns {Response} with the ticked plays done: their new levels rest on no basis yet
 */
function tried(bank, { response, plays }) {
  const after = /** @type {Response} */ (withPlays(bank, response, plays));
  const answers = Object.entries(after.answers).map(([id, answer]) => {
    const { basis, ...bare } = answer;
    return [id, answer.value === response.answers[id]?.value ? answer : bare];
  });
  return { ...after, answers: Object.fromEntries(answers) };
}

/** @param {WholeBank} bank @param {Response} response @param {Say} say @returns {View["before"]} the last snapshot with other answers */
function beforeOf(bank, response, say) {
  const last = lastEarlier(bank, response);
  return last && { profile: scoreResponse(bank, last), said: say("before", { date: dateOf(last.taken) }) };
}

/**
 * A fold whose content is made when it is first opened: a bank of a thousand questions redraws as fast as a small one.
 * @param {View} view
 * @param {string} key
 * @param {(Node|string)[]} summary
 * @param {() => (Node|null)[]} content
 * @param {{open?: boolean, now?: boolean}} [how] `open` until touched; `now` makes the content at once
 * @returns {HTMLElement}
 */
export function fold({ folds }, key, summary, content, { open = false, now = false } = {}) {
  const is = folds.get(key) ?? open;
  const details = /** @type {HTMLDetailsElement} */ (
    h("details", { "data-key": key, open: is }, h("summary", {}, ...summary))
  );
  let filled = false;
  const fill = () => {
    if (!filled) details.append(...content().filter((node) => node !== null));
    filled = true;
  };
  if (is || now) fill();
  details.addEventListener("toggle", () => {
    folds.set(key, details.open);
    if (details.open) fill();
  });
  return details;
}

const RAMP = 4; // the ramp's last colour; scales of any length are spread over it

/** @param {View} view @returns {number} the value of the highest level */
export const topOf = ({ bank }) => bank.levels.length - 1;

/** @param {View} view @param {number|null} value @returns {number|null} the colour of a value on the ramp, 0 to 4 */
export const stepOf = (view, value) => (value === null ? null : Math.round((value / topOf(view)) * RAMP));

/** @param {View} view @param {Score} score @returns {string} the score, or its range where no score is shown */
export const short = ({ say }, score) => scoreShown(say, score);

/** @type {WeakMap<{id: string}[], Map<string, {id: string}>>} */
const indexes = new WeakMap();

/**
 * Finds by an index made once: searching a thousand for each of a thousand takes noticeable time.
 * @template {{id: string}} T
 * @param {T[]} things
 * @param {string} id
 * @returns {T|undefined}
 */
function byId(things, id) {
  if (!indexes.has(things)) indexes.set(things, new Map(things.map((each) => [each.id, each])));
  return /** @type {T|undefined} */ (indexes.get(things)?.get(id));
}

/** @param {View} view @param {string} id @returns {WholePractice|undefined} undefined where the bank has none */
export const findPractice = ({ bank }, id) => byId(bank.practices, id);

/** @param {View} view @param {string} id @returns {WholePlay|undefined} undefined where the bank has none */
export const findPlay = ({ bank }, id) => byId(bank.plays, id);

/** @param {View} view @param {string} id of a practice that the bank has @returns {WholePractice} */
export const practiceOf = (view, id) => /** @type {WholePractice} */ (findPractice(view, id));

/** @param {View} view @param {string} id of a play that the bank has @returns {WholePlay} */
export const playOf = (view, id) => /** @type {WholePlay} */ (findPlay(view, id));

/** @param {View} view @param {WholePlay} play @returns {WholeBank["effort"][number]|undefined} undefined where it is unknown */
export const effortOf = ({ bank }, { effort }) => (effort === null ? undefined : byId(bank.effort, effort));

/** @param {View} view @param {string} id of a practice @returns {number|null} the level answered, if one was */
export function levelOf({ bank, response }, id) {
  const value = answerOf(bank, response, id);
  return typeof value === "number" ? value : null;
}
