// @ts-check
/** What each practice weighs in the scores: what an answer could move. Pure. */
import { answerOf } from "../response/answers.mjs";
import { groupsOf, weightOf } from "./score.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */

/**
 * What one level of a practice moves: `point` the overall point (0 unless known), `low` the overall low (and high).
 * Scores are linear in the answers, so a gain is a sum of these; tests compare it with scoring again.
 * @param {Bank} bank
 * @param {Answered|null|undefined} response
 * @returns {Map<string, {point: number, low: number}>} of practices that apply
 */
export function shares(bank, response) {
  const live = groupsOf(bank, response).filter(({ score, weight }) => score.low !== null && weight > 0);
  const total = live.reduce((sum, { weight }) => sum + weight, 0);
  const result = new Map();
  for (const { weight, practices, tally } of live) {
    for (const practice of practices) {
      const answer = answerOf(bank, response, practice.id);
      if (answer === "na") continue;
      const part = (weight / total) * weightOf(practice);
      const point = typeof answer === "number" && tally.weight > 0 ? part / tally.weight : 0;
      result.set(practice.id, { point, low: part / (tally.weight + tally.open) });
    }
  }
  return result;
}
