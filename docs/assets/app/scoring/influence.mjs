// @ts-check
/** What each practice weighs in the scores: what an answer could move, and which are worth finding out. Pure. */
import { answerOf, practicesOf, topOf } from "../response/answers.mjs";
import { EPSILON, groupsOf, summarise, weightOf } from "./score.mjs";

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

/**
 * Unknown practices that could settle the quadrant: those of each axis whose range crosses its cut, the largest share
 * first.
 * @param {Bank} bank @param {Answered|null|undefined} response @returns {string[]} practice ids; ties in bank order
 */
export function unsettled(bank, response) {
  const { form, axes } = summarise(bank, response);
  const cut = topOf(bank) / 2 - EPSILON;
  const open = new Set(
    bank.axes.map(({ id }) => id).filter((id) => Number(axes[id].low) < cut && Number(axes[id].high) >= cut),
  );
  const axisOf = new Map(bank.dimensions.map(({ id, axis }) => [id, axis]));
  const share = shares(bank, response);
  return practicesOf(bank, form)
    .filter(
      ({ id, dimension }) =>
        open.has(axisOf.get(dimension) ?? "") && share.has(id) && typeof answerOf(bank, response, id) !== "number",
    )
    .map(({ id }) => id)
    .sort((a, b) => (share.get(b)?.low ?? 0) - (share.get(a)?.low ?? 0));
}
