// @ts-check
/**
 * Shows under each answer what the same question was answered before: after one has answered, so that it does not sway.
 * Loaded only where there are such answers.
 */
import { openCurrent } from "../../storage/current-response.mjs";
import { h, sayer } from "../../ui/dom.mjs";
import { dateOf } from "../../ui/format.mjs";
import { readResponse } from "../../response/read.mjs";
import { earlierWordings } from "./earlier-wording.mjs";

/** @typedef {import("./earlier-wording.mjs").Wording} Wording */
/** @typedef {import("../../types.mjs").Response} Response */
/** @typedef {import("../../ui/dom.mjs").Say} Say */

/** @param {HTMLElement} form @param {import("../../storage/local-storage.mjs").Store} store */
export async function start(form, store) {
  const current = await openCurrent();
  const say = sayer(form);
  const read = () => {
    const { text } = store.read();
    return text === null ? null : readResponse(current.outline, text).response;
  };
  let before = read();
  const reworded = questionsOf(form).some((question) => rewordedIn(question, before));
  const wordings = reworded ? await earlierWordings() : {};
  const questions = questionsOf(form);
  const places = questions.map((question) => ({ question, place: h("div", { role: "status", "data-before": true }) }));
  const show = () => {
    for (const { question, place } of places) {
      const id = question.dataset.practice ?? "";
      const lines = before && current.response.answers[id] ? linesOf(question, before, wordings, say) : [];
      // A live region is read out when it changes, so it is left alone when it does not.
      if (lines.join("\n") === place.dataset.before) continue;
      place.dataset.before = lines.join("\n");
      place.replaceChildren(...lines.map((line) => h("p", { class: "pp-notice" }, line)));
    }
  };
  show();
  for (const { question, place } of places) question.querySelector(".pp-answers")?.after(place);
  current.subscribe(show);
  store.onOutside(() => {
    before = read();
    show();
  });
}

/** @param {HTMLElement} form @returns {HTMLElement[]} */
const questionsOf = (form) => [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-practice]"))];

/** @param {HTMLElement} question @param {Response|null} before @returns {boolean} whether it was asked in other words then */
function rewordedIn({ dataset }, before) {
  const answer = before?.answers[dataset.practice ?? ""];
  return answer !== undefined && (answer.rev ?? 1) !== Number(dataset.rev);
}

/**
 * @param {HTMLElement} question @param {Response} before @param {Record<string, Wording[]>} wordings of earlier releases
 * @param {Say} say @returns {string[]}
 */
function linesOf(question, before, wordings, say) {
  const { label, updated, answers } = before;
  const id = question.dataset.practice ?? "";
  const answer = answers[id];
  if (!answer) return [];
  const reworded = rewordedIn(question, before);
  const asked = wordings[id]?.find(({ rev }) => rev === (answer.rev ?? 1));
  const words =
    answer.value === "unknown" || answer.value === "na"
      ? say(`before_${answer.value}`)
      : reworded
        ? asked?.anchors[answer.value]?.replaceAll("{people}", before.people)
        : question.querySelector(`.pp-answer:has(input[value="${answer.value}"]) span`)?.textContent;
  const when = updated ? dateOf(updated) : "";
  const whose = [label, when].filter((part) => part).join(", ");
  const line = say(reworded ? "before_reworded" : "before", { whose, words: words ?? String(answer.value) });
  return answer.note ? [line, say("before_note", { note: answer.note })] : [line];
}
