// @ts-check
/** A page of questions: shows what has been answered, saves each change at once, clears, and says so in words. */
import { openCurrent } from "./current.mjs";
import { sayer } from "./dom.mjs";
import { clearAnswer, setAnswer } from "./responses.mjs";
import { showTrouble } from "./trouble.mjs";

/** @typedef {import("./current.mjs").Current} Current */

/** @param {HTMLElement} form */
export async function start(form) {
  const current = await openCurrent();
  const say = sayer(form);
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-saved]"));
  const questions = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-practice]")]);

  const show = () => {
    for (const question of questions) showAnswer(question, current);
    const answered = questions.filter((question) => current.response.answers[idOf(question)]).length;
    if (showTrouble(status, current, say) || answered === 0) return;
    const progress = say("progress", { answered, of: questions.length });
    status.textContent = current.saved ? `${progress}. ${say("saved")}` : progress;
  };

  form.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (input.type === "radio") answer(current, form.dataset.form ?? "full", input);
  });
  form.addEventListener("click", (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    if (!target.matches("[data-clear]")) return;
    const question = /** @type {HTMLElement} */ (target.closest("[data-practice]"));
    current.edit((response) => clearAnswer(response, idOf(question)));
    /** @type {HTMLElement} */ (question.querySelector("input")).focus();
  });
  // The theme's single-key shortcuts would leave the page or open the search while an answer has the focus.
  form.addEventListener("keydown", (event) => event.stopPropagation());
  form.addEventListener("submit", (event) => event.preventDefault());
  current.subscribe(show);
  show();
}

/** @param {HTMLElement} question @returns {string} */
const idOf = (question) => question.dataset.practice ?? "";

/** @param {HTMLElement} question @param {Current} current */
function showAnswer(question, current) {
  const answer = current.response.answers[idOf(question)];
  for (const input of question.querySelectorAll("input")) input.checked = answer !== undefined && input.value === String(answer.value);
  const clear = question.querySelector("[data-clear]");
  if (clear) clear.toggleAttribute("hidden", answer === undefined);
}

/** @param {Current} current @param {string} form @param {HTMLInputElement} input */
function answer(current, form, input) {
  const value = input.value === "unknown" || input.value === "na" ? input.value : Number(input.value);
  const question = /** @type {HTMLElement} */ (input.closest("[data-practice]"));
  const rev = Number(question.dataset.rev);
  current.edit((response) => {
    const first = Object.keys(response.answers).length === 0;
    const before = response.answers[idOf(question)] ?? {};
    return { ...setAnswer(response, idOf(question), { ...before, value, rev }), form: first || form === "full" ? form : response.form };
  });
}
