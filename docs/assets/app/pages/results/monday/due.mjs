// @ts-check
/** The question whether the play of the Monday card has worked: loaded where there is a card. */
import { later } from "../lazy.mjs";
import { noticeIn } from "./monday-notice.mjs";

/** @typedef {import("../view.mjs").View} View */

const withQuestion = later(async () => {
  const [{ question }, { loadWords }] = await Promise.all([import("./monday-question.mjs"), import("../../words.mjs")]);
  return { question, words: await loadWords() };
});

/** @param {View} view @returns {boolean} whether there is a card, or was one */
export const hasCard = ({ response }) => (response.commitments ?? []).length > 0;

/** @param {View} view @returns {boolean} whether the answers, and what goes with them, are the reader's own */
export const isOwn = ({ guest, trial }) => !guest && !trial;

/** @param {View} view @returns {Node[]} once its day is over */
export const due = (view) =>
  isOwn(view) && (hasCard(view) || noticeIn("due") !== null)
    ? withQuestion(view, ({ question, words }) => question(view, words))
    : [];
