// @ts-check
/** The status of one play for a reader: in the plan, open to it, or what keeps it out. Pure. */
import { answerOf, formOf, practicesOf, topOf } from "../response/answers.mjs";
import { marked } from "./planner.mjs";
import { recommend } from "./recommend.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").PlanWishes} PlanWishes */
/** @typedef {{id: string, practice: string, liftsTo: number}} Play */
/**
 * `now`, `next`, `later`: in that wave of the plan. `free`: it can be added. `covered`: it lifts nothing, since another
 * play of the plan leads as far. The rest as `waiting` has them.
 * @typedef {"now"|"next"|"later"|"free"|"covered"|"done"|"unasked"|"open"|"unknown"|"na"|"reached"} Standing
 */

/** @param {Standing} is @returns {boolean} whether the plan holds the play */
export const isPlanned = (is) => is === "now" || is === "next" || is === "later";

/**
 * Why no plan made from this response can hold the play yet, or at all; null when the plan itself decides.
 * Needs no more of the bank than its outline.
 * @param {Bank} outline
 * @param {Response} response
 * @param {Play} play
 * @returns {Standing|null}
 */
export function waiting(outline, response, { id, practice, liftsTo }) {
  if (response.plan?.done?.includes(id)) return "done";
  if (!practicesOf(outline, formOf(outline, response)).some((each) => each.id === practice)) return "unasked";
  const answer = answerOf(outline, response, practice);
  if (answer === null) return "open";
  if (typeof answer === "string") return answer;
  return answer >= Math.min(topOf(outline), liftsTo) ? "reached" : null;
}

/**
 * @param {Bank} bank
 * @param {Response} response
 * @param {Play} play
 * @returns {Standing}
 */
export function standing(bank, response, play) {
  const before = waiting(bank, response, play);
  if (before) return before;
  const wishes = response.plan ?? {};
  const found = (/** @type {PlanWishes} */ plan) =>
    recommend(bank, response, { ...plan }).plays.find((step) => step.play === play.id);
  const step = found(wishes);
  if (step) return step.wave;
  const added = !wishes.pinned?.includes(play.id) && found(marked(wishes, "pinned", [play.id]));
  return added ? "free" : "covered";
}

/**
 * The wishes without this play: its pin goes and, where the rule would propose it all the same, it is left out.
 * @param {Bank} bank
 * @param {Response} response
 * @param {Play} play
 * @returns {PlanWishes}
 */
export function without(bank, response, play) {
  const plan = marked(response.plan ?? {}, null, [play.id]);
  return isPlanned(standing(bank, { ...response, plan }, play)) ? marked(plan, "dropped", [play.id]) : plan;
}

/**
 * The wishes with the marks of this play as they were before, at the places they had.
 * @param {PlanWishes} wishes
 * @param {PlanWishes} before
 * @param {string} play
 * @returns {PlanWishes}
 */
export function restored(wishes, before, play) {
  const plan = marked(wishes, null, [play]);
  for (const name of /** @type {const} */ (["pinned", "dropped", "done"])) {
    const place = before[name]?.indexOf(play) ?? -1;
    const rest = plan[name] ?? [];
    if (place >= 0) plan[name] = [...rest.slice(0, place), play, ...rest.slice(place)];
  }
  return plan;
}
