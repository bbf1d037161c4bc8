// @ts-check
/** What the card of a result says and shows. */
import { decimal } from "../../../scoring/score.mjs";
import { dateOf } from "../../../ui/format.mjs";
import { firstOf, headlineOf, leadOf, valueShown } from "../../../scoring/sentences.mjs";
import { placed } from "../sections/map.mjs";
import { playOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("../../../types.mjs").Score} Score */

const PLAYS = 3;

/** @param {View} view @param {Say} say the words of the tools @returns {import("../../../charts/card/card.mjs").Card} */
export function cardOf(view, say) {
  const { bank, response, profile, advice, words } = view;
  const title = headlineOf(view);
  const sentence = firstOf(leadOf(view));
  const where = placed(view);
  const { known, unknown } = profile.overall;
  const alone = bank.axes.length > 0 ? [] : [{ id: "", name: view.say("overall") }];
  const scores = [...alone, ...bank.axes, ...bank.dimensions.filter(({ id }) => id in profile.outcomes)];
  const figures = scores.map(({ id, name }) => ({
    name,
    shown: figureOf(profile.axes[id] ?? profile.outcomes[id] ?? profile.overall, say),
  }));
  const plays = advice.plays.slice(0, PLAYS).map(({ play }) => words(playOf(view, play).title));
  const date = dateOf(response.updated ?? new Date().toISOString());
  const foot = [response.label && bank.title, date, say("card_known", { known, n: known + unknown })];
  const told = [
    sentence,
    ...figures.map(({ name, shown: figure }) => say("card_figure", { name, shown: figure })),
    ...plays.map((play, index) => say("card_play", { n: index + 1, play })),
  ];
  return {
    label: response.label || bank.title,
    title,
    sentence,
    figures,
    heading: say("card_first"),
    plays,
    foot: foot.filter(Boolean).join(" · "),
    description: told.join(" "),
    map: { ...where, y: where.y ?? null },
  };
}

/** @param {Score} score @param {Say} say @returns {string} a number, a range where there is none, a dash for nothing */
const figureOf = (score, say) =>
  valueShown(score) ?? say("card_range", { low: decimal(score.low), high: decimal(score.high) });
