// @ts-check
/** The Monday card, and the question whether it has worked: loaded when somebody wants a card, or has one. */
import { later } from "../lazy.mjs";
import { fold } from "../view.mjs";
import { noticeIn } from "./monday-notice.mjs";

/** @typedef {import("../view.mjs").View} View */

const withCard = later(async () => {
  const [{ card }, { question }, { loadWords }] = await Promise.all([
    import("./monday-card.mjs"),
    import("./monday-question.mjs"),
    import("../../words.mjs"),
  ]);
  return { card, question, words: await loadWords() };
});

/** @param {View} view @returns {boolean} whether there is a card, or was one */
const hasCard = ({ response }) => (response.commitments ?? []).length > 0;

/** @param {View} view @returns {boolean} whether the answers, and what goes with them, are the reader's own */
const isOwn = ({ guest, trial }) => !guest && !trial;

/** @param {View} view @returns {Node[]} a card for the first play, folded until there is one */
export function monday(view) {
  const has = hasCard(view) || noticeIn("monday") !== null;
  if (!isOwn(view) || !(has || view.advice.plays.length > 0)) return [];
  const content = () => withCard(view, ({ card, words }) => card(view, words));
  return [fold(view, "monday", [view.say("monday")], content, { open: has })];
}

/** @param {View} view @returns {Node[]} the question whether it has worked, once its day is over */
export const due = (view) =>
  isOwn(view) && (hasCard(view) || noticeIn("due") !== null)
    ? withCard(view, ({ question, words }) => question(view, words))
    : [];
