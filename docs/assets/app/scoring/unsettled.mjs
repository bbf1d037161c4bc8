// @ts-check
/** Which unknown answers could settle the place on the map. Pure. */
import { answerOf, practicesOf, topOf } from "../response/answers.mjs";
import { shares } from "./influence.mjs";
import { EPSILON, summarise } from "./score.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Answered} Answered */

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
