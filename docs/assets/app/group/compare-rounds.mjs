// @ts-check
/** Medians of two rounds, question by question. Pure. */
import { practicesOf } from "../response/answers.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("./shown.mjs").Shown} Shown */
/** @typedef {{practice: string, before: number|null, after: number|null, change: number|null}} Row */

/** @param {Pick<Shown, "questions"|"response">} shown @param {string} id @returns {number|null} the median; what was agreed where no median may be shown */
function middleOf({ questions, response }, id) {
  const figures = questions.find(({ practice }) => practice === id)?.figures;
  if (figures) return figures.median;
  const value = response.answers[id]?.value;
  return typeof value === "number" ? value : null;
}

/**
 * Answers to a question that has since come to ask something else count in neither round, so nothing is compared with them.
 * @param {Bank} bank @param {Pick<Shown, "questions"|"response">} before @param {Pick<Shown, "questions"|"response">} after
 * @returns {Row[]} a row for each question that both rounds asked, in bank order
 */
export function compareRounds(bank, before, after) {
  const asked = new Set(practicesOf(bank, before.response.form).map(({ id }) => id));
  return practicesOf(bank, after.response.form).flatMap(({ id }) => {
    if (!asked.has(id)) return [];
    const [then, now] = [middleOf(before, id), middleOf(after, id)];
    return [{ practice: id, before: then, after: now, change: then === null || now === null ? null : now - then }];
  });
}
