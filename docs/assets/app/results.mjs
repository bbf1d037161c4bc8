// @ts-check
/** The results page: what the response scores, how sure that is, and what to do first. */
import { loadJson, openCurrent } from "./current.mjs";
import { sayer } from "./dom.mjs";
import { recommend } from "./recommend.mjs";
import { progress } from "./responses.mjs";
import { findOut, keepDoing, patterns } from "./results-answers.mjs";
import { first, plan } from "./results-plan.mjs";
import { headline, map, profileBars } from "./results-scores.mjs";
import { scoreResponse } from "./score.mjs";

/**
 * What every part of the page is drawn from.
 * @typedef {object} View
 * @property {any} bank bank.json whole
 * @property {import("./types.mjs").Response} response
 * @property {import("./types.mjs").Profile} profile
 * @property {import("./recommend.mjs").Advice} advice
 * @property {import("./dom.mjs").Say} say
 * @property {string} people the respondent's word for those served
 */

/** @type {Record<string, (view: View) => (Node|null)[]>} part of the page: what fills it; nothing hides its section */
const PARTS = {
  headline,
  first,
  map,
  profile: profileBars,
  patterns,
  plan,
  "find-out": findOut,
  "keep-doing": keepDoing,
};

/** @param {HTMLElement} root */
export async function start(root) {
  const waiting = /** @type {HTMLElement} */ (root.querySelector("[data-waiting]"));
  waiting.hidden = false;
  const [current, bank] = await Promise.all([openCurrent(), loadJson("bank.json")]);
  const say = sayer(root);
  const show = () => {
    const { response } = current;
    const begun = progress(bank, response, "full").answered > 0;
    /** @type {HTMLElement} */ (root.querySelector("[data-empty]")).hidden = begun;
    /** @type {HTMLElement} */ (root.querySelector("[data-result]")).hidden = !begun;
    if (begun) draw(root, viewOf(bank, response, say));
  };
  current.subscribe(show);
  show();
  waiting.hidden = true;
}

/** @param {any} bank @param {import("./types.mjs").Response} response @param {import("./dom.mjs").Say} say @returns {View} */
function viewOf(bank, response, say) {
  const people = response.people || bank.people[0];
  return { bank, response, profile: scoreResponse(bank, response), advice: recommend(bank, response, {}), say, people };
}

/** @param {HTMLElement} root @param {View} view */
function draw(root, view) {
  for (const [name, part] of Object.entries(PARTS)) {
    const nodes = part(view).filter((node) => node !== null);
    /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`)).replaceChildren(...nodes);
    const section = /** @type {HTMLElement|null} */ (root.querySelector(`[data-part-section="${name}"]`));
    if (section) section.hidden = nodes.length === 0;
  }
}
