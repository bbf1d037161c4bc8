// @ts-check
/** The Monday card: loaded when somebody wants one, or has one. */
import { later } from "../lazy.mjs";
import { fold } from "../view.mjs";
import { hasCard, isOwn } from "./due.mjs";
import { noticeIn } from "./monday-notice.mjs";

/** @typedef {import("../view.mjs").View} View */

const withCard = later(async () => {
  const [{ card }, { loadWords }] = await Promise.all([import("./monday-card.mjs"), import("../../words.mjs")]);
  return { card, words: await loadWords() };
});

/** @param {View} view @returns {Node[]} a card for the first play, folded until there is one */
export function monday(view) {
  const has = hasCard(view) || noticeIn("monday") !== null;
  if (!isOwn(view) || !(has || view.advice.plays.length > 0)) return [];
  const content = () => withCard(view, ({ card, words }) => card(view, words));
  return [fold(view, "monday", [view.say("monday")], content, { open: has })];
}
