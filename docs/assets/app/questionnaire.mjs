// @ts-check
/** A page of questions: shows what has been answered, saves each change at once, and says so in words. */
import { openCurrent } from "./current.mjs";
import { h, sayer } from "./dom.mjs";
import { chooseByKey } from "./answer-keys.mjs";
import { clearAnswer, setAnswer } from "./responses.mjs";
import { readSettings, writeSettings } from "./settings.mjs";
import { oneAtATime } from "./single.mjs";
import { showTrouble } from "./trouble.mjs";

/** @typedef {import("./current.mjs").Current} Current */
/** @typedef {import("./types.mjs").Answer} Answer */

/** @param {HTMLElement} form */
export async function start(form) {
  const current = await openCurrent();
  const say = sayer(form);
  const questions = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-practice]")]);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.querySelector(`[${name}]`));

  const show = () => {
    for (const question of questions) showAnswer(question, current.response.answers[idOf(question)]);
    const answered = questions.filter((question) => current.response.answers[idOf(question)]).length;
    part("data-progress").textContent = answered > 0 ? say("progress", { answered, of: questions.length }) : "";
    showTrouble(part("data-trouble-text"), current, say);
  };
  const change = (/** @type {HTMLElement} */ question, /** @type {Partial<Answer>} */ with_) => {
    edit(current, form.dataset.form ?? "full", question, with_);
    if (current.saved) part("data-saved").textContent = say("saved");
  };

  form.addEventListener("change", ({ target }) => takeChange(/** @type {HTMLElement} */ (target), change));
  form.addEventListener("input", ({ target }) => takeNote(/** @type {HTMLElement} */ (target), change));
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target);
    const question = /** @type {HTMLElement|null} */ (button.closest("[data-practice]"));
    if (question && button.matches("[data-clear]")) clear(current, question, say);
    if (question && button.matches("[data-still-true]")) change(question, {});
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  settle(form, questions);
  current.subscribe(show);
  show();
}

/** @param {HTMLElement} question @returns {string} */
const idOf = (question) => question.dataset.practice ?? "";

/** @param {HTMLElement} form @param {HTMLElement[]} questions the ways of answering, as chosen on this device */
function settle(form, questions) {
  const settings = readSettings();
  const single = oneAtATime(form, questions);
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-setting]"))) {
    const name = /** @type {"single"|"keys"} */ (box.dataset.setting);
    box.checked = settings[name];
    box.addEventListener("change", () => {
      settings[name] = box.checked;
      writeSettings(settings);
      if (name === "single") single(box.checked);
    });
  }
  /** @type {HTMLElement} */ (form.querySelector("[data-ways]")).hidden = false;
  single(settings.single);
  form.addEventListener("keydown", (event) => {
    // The theme's single-key shortcuts would leave the page or open the search while an answer has the focus.
    event.stopPropagation();
    if (settings.keys) chooseByKey(event);
  });
  const review = new URLSearchParams(location.search).get("from") === "review";
  /** @type {HTMLElement|null} */ (form.querySelector("[data-back-to-review]"))?.toggleAttribute("hidden", !review);
}

/** @param {HTMLElement} question @param {Answer|undefined} answer */
function showAnswer(question, answer) {
  const id = idOf(question);
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll(`input[name="${id}"]`))) {
    input.checked = answer !== undefined && input.value === String(answer.value);
  }
  for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll("[data-basis]"))) {
    input.checked = input.value === (answer?.basis ?? "");
  }
  const note = /** @type {HTMLTextAreaElement} */ (question.querySelector("[data-note]"));
  if (note !== document.activeElement) note.value = answer?.note ?? "";
  /** @type {HTMLElement} */ (question.querySelector("[data-clear]")).hidden = answer === undefined;
  const more = /** @type {HTMLDetailsElement} */ (question.querySelector("[data-more]"));
  more.hidden = answer === undefined;
  more.open ||= Boolean(answer?.note || answer?.basis);
  showEarlier(question, answer);
}

/** @param {HTMLElement} question @param {Answer|undefined} answer shows what an answer to an earlier wording answered */
function showEarlier(question, answer) {
  const stale = answer !== undefined && (answer.rev ?? 1) < Number(question.dataset.rev);
  for (const box of /** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll("[data-earlier]"))) {
    box.hidden = !stale || Number(box.dataset.earlier) !== (answer.rev ?? 1);
    for (const line of /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll("[data-earlier-value]"))) {
      line.toggleAttribute("data-mine", line.dataset.earlierValue === String(answer?.value));
    }
  }
}

/** @param {HTMLElement} target @param {(question: HTMLElement, with_: Partial<Answer>) => void} change */
function takeChange(target, change) {
  const question = /** @type {HTMLElement|null} */ (target.closest("[data-practice]"));
  if (!question || !(target instanceof HTMLInputElement) || target.type !== "radio") return;
  if (target.name === idOf(question)) change(question, { value: valueOf(target.value) });
  else change(question, { basis: /** @type {any} */ (target.value || undefined) });
}

/** @param {HTMLElement} target @param {(question: HTMLElement, with_: Partial<Answer>) => void} change */
function takeNote(target, change) {
  const question = /** @type {HTMLElement|null} */ (target.closest("[data-practice]"));
  if (question && target instanceof HTMLTextAreaElement) change(question, { note: target.value || undefined });
}

/** @param {string} text @returns {import("./types.mjs").Value} */
const valueOf = (text) => (text === "unknown" || text === "na" ? text : Number(text));

/**
 * @param {Current} current
 * @param {string} form of the page
 * @param {HTMLElement} question
 * @param {Partial<Answer>} with_
 */
function edit(current, form, question, with_) {
  const id = idOf(question);
  const rev = Number(question.dataset.rev);
  current.edit((response) => {
    const before = response.answers[id];
    const answer = { ...before, ...with_, rev };
    if (answer.value === undefined) return response;
    // Whoever begins with the quick form stays with it until they answer a question on a page of the full one.
    const first = Object.keys(response.answers).length === 0;
    return { ...setAnswer(response, id, answer), form: first || form === "full" ? form : response.form };
  });
}

/** @param {Current} current @param {HTMLElement} question @param {import("./dom.mjs").Say} say */
function clear(current, question, say) {
  const id = idOf(question);
  const before = current.response.answers[id];
  const tools = /** @type {HTMLElement} */ (question.querySelector("[data-tools]"));
  current.edit((response) => clearAnswer(response, id));
  const undo = h("button", { type: "button", class: "pp-link-button" }, say("undo"));
  const notice = h("span", { role: "status", "data-cleared": true }, say("cleared"), undo);
  undo.addEventListener("click", () => {
    current.edit((response) => setAnswer(response, id, before));
    notice.remove();
    /** @type {HTMLElement} */ (question.querySelector("input:checked")).focus();
  });
  tools.querySelector("[data-cleared]")?.remove();
  tools.append(notice);
  undo.focus();
  question.addEventListener("change", () => notice.remove(), { once: true });
}
