// @ts-check
/** What a changed question said when it was answered. Loaded only where an answer waits for a second look. */
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
  const word = current.response.people || (current.outline.people?.[0] ?? "");
  const stale = current.stale();
  for (const question of questions.filter(({ dataset }) => stale.includes(dataset.practice ?? ""))) {
    const id = question.dataset.practice ?? "";
    const answer = current.response.answers[id];
    const asked = wordings[id]?.find(({ rev }) => rev === (answer?.rev ?? 1));
    if (!answer || !asked || question.querySelector(`[data-earlier="${asked.rev}"]`)) continue;
    question.querySelector("[data-earlier]")?.remove();
    question.querySelector("[data-recheck] > p")?.after(fold(asked, answer, word, say("earlier")));
  }
}

/** @param {Wording} asked @param {Answer} answer @param {string} word for people @param {string} summary @returns {Node} */
function fold({ rev, question, anchors }, { value }, word, summary) {
  const fill = (/** @type {string} */ text) =>
    text.split("{people}").flatMap((part, gap) => (gap ? [h("span", { "data-people": true }, word), part] : [part]));
  const lines = anchors.map((anchor, level) => h("li", level === value ? { "data-mine": true } : {}, ...fill(anchor)));
  return h(
    "details",
    { "data-earlier": rev },
    h("summary", {}, summary),
    h("p", {}, ...fill(question)),
    h("ol", { start: "0" }, ...lines),
  );
}
