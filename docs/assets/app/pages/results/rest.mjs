// @ts-check
/** What is below the first screen, loaded once somebody turns to the page. */
import { later } from "./lazy.mjs";
import { monday } from "./monday/monday.mjs";
import { plan } from "./plan/plan.mjs";
import { evidence } from "./sections/evidence.mjs";
import { findOut, keepDoing } from "./sections/follow-up.mjs";
import { outcomes } from "./sections/outcomes.mjs";
import { patterns } from "./sections/patterns.mjs";
import { profile } from "./sections/profile.mjs";
import { readings } from "./sections/readings.mjs";
import { trialBar } from "./sections/trial-bar.mjs";
import { adviceOn } from "../../scoring/recommend.mjs";
import { fold } from "./view.mjs";

export { actionsOf, showCapacity, takeControls } from "./controls.mjs";
export { keepingPlace } from "./keep-place.mjs";
export { offer } from "./offers.mjs";
export { openTools } from "./tools/tools.mjs";
export { showTrouble } from "../save-status.mjs";
export { takeDue } from "./tools/auto-snapshot.mjs";
export { summaryOf } from "../../scoring/plan-sentences.mjs";

/** @typedef {import("./view.mjs").View} View */

/** @param {ReturnType<typeof import("./view.mjs").viewOf>} view @returns {View} with the whole advice */
export const advised = (view) => ({ ...view, advice: adviceOn(view.bank, view.response, view.advice) });

const withSums = later(() => import("./sections/workings.mjs"));

/** @param {View} view @returns {Node[]} */
const sums = (view) => [fold(view, "sums", [view.say("sums")], () => withSums(view, (module) => module.sums(view)))];

/** @type {import("./view.mjs").Parts} */
export const REST = {
  monday,
  readings,
  outcomes,
  evidence,
  profile,
  patterns,
  plan,
  "find-out": findOut,
  "keep-doing": keepDoing,
  sums,
  trial: trialBar,
};
