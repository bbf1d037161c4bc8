// @ts-check
/** What a changed question said when it was answered. Loaded only where an answer waits for a second look. */
import { wording } from "../../response/answers.mjs";
import { loadJson } from "../../storage/site.mjs";
import { h } from "../../ui/dom.mjs";

/** @typedef {import("../../types.mjs").Answer} Answer */
/** @typedef {{rev: number, question: string, anchors: string[]}} Wording */

/** @type {Promise<Record<string, Wording[]>>|undefined} */
let loaded;

/** @returns {Promise<Record<string, Wording[]>>} by practice, oldest first; loaded once a page */
export const earlierWordings = () => (loaded ??= loadJson("earlier.json"));

/**
 * Folds the wording of then, the answer given marked, into the notice of each question whose answer is stale.
 * @param {HTMLElement[]} questions
 * @param {import("../../storage/current-response.mjs").Current} current
 * @param {import("../../ui/dom.mjs").Say} say
 */
export async function showEarlier(questions, current, say) {
  const wordings = await earlierWordings();
  const fill = wording(current.outline, current.response);
  const stale = current.stale();
  for (const question of questions.filter(({ dataset }) => stale.includes(dataset.practice ?? ""))) {
    const id = question.dataset.practice ?? "";
    const answer = current.response.answers[id];
    const asked = wordings[id]?.find(({ rev }) => rev === (answer?.rev ?? 1));
    if (!answer || !asked || question.querySelector(`[data-earlier="${asked.rev}"]`)) continue;
    question.querySelector("[data-earlier]")?.remove();
    question.querySelector("[data-recheck] > p")?.after(fold(asked, answer, fill, say("earlier")));
  }
}

/** @param {Wording} asked @param {Answer} answer @param {(text: string) => string} fill @param {string} summary @returns {Node} */
function fold({ rev, question, anchors }, { value }, fill, summary) {
  const lines = anchors.map((anchor, level) => h("li", level === value ? { "data-mine": true } : {}, fill(anchor)));
  return h(
    "details",
    { "data-earlier": rev },
    h("summary", {}, summary),
    h("p", {}, fill(question)),
    h("ol", { start: "0" }, ...lines),
  );
}
