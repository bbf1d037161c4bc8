// @ts-check
/** Why a play is in the plan, and why there is none, in sentences. Pure. */
import { answerOf, practicesOf, practiceOf, topOf } from "../response/answers.mjs";

/** @typedef {import("./sentences.mjs").Told & {response: import("../types.mjs").Response, advice: import("./recommend.mjs").Advice}} Advised */

/** @param {Advised} told @param {import("./recommend.mjs").Step} step @returns {string} the answer that a play follows from, or what has come of it by then, with what was asked */
export function becauseOf({ bank, say, words }, { practice, from, because }) {
  const title = words(practiceOf(bank, practice)?.title ?? practice);
  return say(from > because.value ? "once_at" : "answered_to", { title, anchor: words(because.anchor) });
}

/** @param {Advised} told @returns {string} why there is no play */
export function nothingOf({ bank, profile, response, advice, say }) {
  const { low, known, unknown } = profile.overall;
  if (low === null) return say("no_applicable");
  if (known === 0) return say("no_known");
  if (unknown === 0 && low === topOf(bank)) return say("all_top");
  const below = practicesOf(bank, profile.form).some(({ id, dimension }) => {
    const level = answerOf(bank, response, id);
    return typeof level === "number" && level < (advice.targets[dimension] ?? 0);
  });
  if (!below) return say("no_plays");
  const { dropped = [], done = [] } = response.plan ?? {};
  return say(dropped.length + done.length > 0 ? "no_plays_left" : "no_plays_offered");
}
