// @ts-check
/** What the card of a result says and shows. */
import { dateOf, shown } from "../../../ui/format.mjs";
import { firstOf } from "../sections/map.mjs";
import { nameOf, numberOf, playOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("../../../types.mjs").Score} Score */

const PLAYS = 3;

/** @param {View} view @param {Say} say the words of the tools @returns {import("../../../charts/card.mjs").Card} */
export function cardOf(view, say) {
  const { bank, response, profile, advice, words } = view;
  const { title, sentence } = reading(view, say);
  const { known, unknown } = profile.overall;
  const scores = [...bank.axes, ...bank.dimensions.filter(({ id }) => id in profile.outcomes)];
  const figures = scores.map(({ id, name }) => ({
    name,
    shown: figureOf(profile.axes[id] ?? profile.outcomes[id], say),
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
    map: place(view),
  };
}

/** @param {View} view @param {Say} say @returns {{title: string, sentence: string}} */
function reading(view, say) {
  const { bank, profile, words } = view;
  const touched = bank.quadrants.filter(({ id }) => profile.quadrants.includes(id));
  const names = touched.map(({ name }) => name);
  if (touched.length === 1) return { title: names[0], sentence: words(firstOf(touched[0].reading)) };
  if (touched.length === 0) return { title: nameOf(view, profile.overall), sentence: numberOf(view, profile.overall) };
  const title = say("card_either", { names: names.slice(0, -1).join(", "), last: names[names.length - 1] });
  return { title, sentence: say("card_undecided") };
}

/** @param {Score} score @param {Say} say @returns {string} a number, a range where there is none, a dash for nothing */
const figureOf = ({ point, low, high }, say) =>
  point !== null || low === null || low === high
    ? shown(point ?? low)
    : say("card_range", { low: shown(low), high: shown(high) });

/** @param {View} view @returns {import("../../../charts/card-map.mjs").Place} */
function place(view) {
  const { bank, profile } = view;
  const spans = bank.axes.map(({ id, name }) => ({ name, ...profile.axes[id] }));
  return {
    top: topOf(view),
    x: spans[0],
    y: spans[1] ?? null,
    quadrants: bank.quadrants.map(({ id, name, at }) => ({
      name,
      at: bank.axes.map((axis) => at[axis.id]),
      here: profile.quadrants.includes(id),
    })),
  };
}
