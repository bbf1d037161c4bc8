// @ts-check
/** A page of questions: shows what has been answered, saves each change at once, and says so in words. */
import { openCurrent } from "../../storage/current-response.mjs";
import { h, sayer } from "../../ui/dom.mjs";
import { clearAnswer, setAnswer } from "../../response/edit.mjs";
import { showTrouble } from "../save-status.mjs";
import { offerModes } from "./modes.mjs";
import { keepPosition } from "./scroll-position.mjs";

/** @typedef {import("../../storage/current-response.mjs").Current} Current */
/** @typedef {import("../../types.mjs").Answer} Answer */
/** @typedef {(question: HTMLElement, with_: Partial<Answer>) => void} Take */

/** @param {HTMLElement} form */
export async function start(form) {
  const current = await openCurrent();
  const say = sayer(form);
  const questions = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-practice]")]);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.querySelector(`[${name}]`));
  let changed = false;

  const show = () => {
    const { answers } = current.response;
    const stale = current.stale();
    for (const question of questions) {
      showAnswer(question, answers[idOf(question)]);
      question.querySelector("[data-recheck]")?.toggleAttribute("hidden", !stale.includes(idOf(question)));
    }
    if (questions.some((question) => stale.includes(idOf(question)))) showWordings(questions, current, say);
    const answered = questions.filter((question) => answers[idOf(question)]).length;
    part("data-progress").textContent = say("progress", { answered, of: questions.length });
    part("data-bar").style.setProperty("--done", String(answered / questions.length));
    showTrouble(part("data-trouble-text"), current, say);
    if (changed) tell(current.saved ? say("saved") : "");
  };
  // The same words again would be read out again.
  const tell = (/** @type {string} */ text) => {
    if (part("data-saved").textContent !== text) part("data-saved").textContent = text;
  };
  /** @type {Take} */
  const take = (question, with_) => {
    changed = true;
    edit(current, form.dataset.form ?? "full", idOf(question), with_);
  };
  const clear = (/** @type {HTMLElement} */ question) => {
    changed = false;
    takeBack(current, question, say("undo"), () => (changed = true));
    tell(say("cleared"));
  };

  takeEarly(questions, current, take);
  form.addEventListener("change", ({ target }) => takeChoice(/** @type {HTMLElement} */ (target), take));
  form.addEventListener("input", ({ target }) => takeText(/** @type {HTMLElement} */ (target), take));
  form.addEventListener("click", ({ target }) => {
    const button = /** @type {HTMLElement} */ (target);
    const question = /** @type {HTMLElement|null} */ (button.closest("[data-practice]"));
    if (question && button.matches("[data-clear]")) clear(question);
    if (!question || !button.matches("[data-still-true]")) return;
    take(question, { rev: revOf(question) });
    focusAnswer(question);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  offerModes(form, questions, say, (question) => current.response.answers[idOf(question)] !== undefined);
  if (new URLSearchParams(location.search).get("from") === "review") offerReview(form);
  if (form.querySelector(".pp-term")) explain(form);
  current.subscribe(show);
  show();
  // What has just been shown above it has pushed it down.
  if (arrived()) questions.find(({ id }) => `#${id}` === location.hash)?.scrollIntoView();
  for (const more of /** @type {NodeListOf<HTMLDetailsElement>} */ (form.querySelectorAll("[data-more]"))) {
    more.open = inputs(more, "[data-text]").some(({ value }) => value);
  }
  keepPosition(questions);
}

/** @param {HTMLElement} form where the module does not come, the style sheet still shows what a word means */
const explain = (form) =>
  import("../../ui/tooltips.mjs").then(
    ({ explainTerms }) => explainTerms(form),
    (error) => console.error("terms:", error),
  );

/** @returns {boolean} whether a link led here; Back and reload come to where one was */
const arrived = () =>
  /** @type {PerformanceNavigationTiming|undefined} */ (performance.getEntriesByType("navigation")[0])?.type ===
    "navigate" && location.hash !== "";

/** @param {HTMLElement} question @returns {string} */
const idOf = (question) => question.dataset.practice ?? "";

/** @param {HTMLElement} question @returns {number} */
const revOf = (question) => Number(question.dataset.rev);

/** @param {HTMLElement} question @param {string} which @returns {HTMLInputElement[]} */
const inputs = (question, which) => [.../** @type {NodeListOf<HTMLInputElement>} */ (question.querySelectorAll(which))];

/** @param {HTMLElement} question */
const focusAnswer = (question) => inputs(question, `input[name="${idOf(question)}"]:checked`)[0]?.focus();

/**
 * Answers chosen before this module had started; the form itself remembers nothing (autocomplete is off).
 * @param {HTMLElement[]} questions @param {Current} current @param {Take} take
 */
function takeEarly(questions, current, take) {
  for (const question of questions) {
    const [early] = inputs(question, `input[name="${idOf(question)}"]:checked`);
    if (early) takeChoice(early, take);
  }
}

/** @param {HTMLElement} question @param {Answer|undefined} answer */
function showAnswer(question, answer) {
  const value = String(answer?.value ?? "");
  for (const input of inputs(question, `input[name="${idOf(question)}"]`)) input.checked = input.value === value;
  for (const input of inputs(question, "[data-basis]")) input.checked = input.value === (answer?.basis ?? "");
  for (const field of inputs(question, "[data-text]")) {
    const name = /** @type {"note"|"reason"} */ (field.dataset.text);
    if (field !== document.activeElement) field.value = answer?.[name] ?? "";
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (question.querySelectorAll("[data-when]"))) {
    part.hidden = part.dataset.when !== (typeof answer?.value === "number" ? "level" : value);
  }
  /** @type {HTMLElement} */ (question.querySelector("[data-clear]")).hidden = answer === undefined;
  /** @type {HTMLElement} */ (question.querySelector("[data-more]")).hidden = answer === undefined;
}

/** @param {HTMLElement[]} questions @param {Current} current @param {import("../../ui/dom.mjs").Say} say */
async function showWordings(questions, current, say) {
  try {
    const { showEarlier } = await import("./earlier-wording.mjs");
    await showEarlier(questions, current, say);
  } catch (error) {
    console.error("earlier wording:", error);
  }
}

/** @param {HTMLElement} target @param {Take} take */
function takeChoice(target, take) {
  const question = /** @type {HTMLElement|null} */ (target.closest("[data-practice]"));
  if (!question || !(target instanceof HTMLInputElement) || target.type !== "radio") return;
  const { name, value } = target;
  if (name !== idOf(question)) take(question, { basis: /** @type {Answer["basis"]} */ (value || undefined) });
  else
    take(question, {
      value: /^\d+$/.test(value) ? Number(value) : /** @type {"unknown"|"na"} */ (value),
      rev: revOf(question),
    });
}

/** @param {HTMLElement} target @param {Take} take */
function takeText(target, take) {
  const question = /** @type {HTMLElement|null} */ (target.closest("[data-practice]"));
  const name = target.dataset.text;
  if (question && name) take(question, { [name]: /** @type {HTMLInputElement} */ (target).value || undefined });
}

/** @param {Current} current @param {string} page the form it belongs to @param {string} id @param {Partial<Answer>} with_ */
function edit(current, page, id, with_) {
  current.edit((response) => {
    const answer = { ...response.answers[id], ...with_ };
    if (answer.value === undefined) return response;
    // Whoever begins with the quick form stays with it until they answer a question that only the full one asks.
    const { forms = {} } = current.outline;
    const stays = Object.keys(response.answers).length > 0 && forms[response.form]?.includes(id);
    return { ...setAnswer(response, id, /** @type {Answer} */ (answer)), form: stays ? response.form : page };
  });
}

/** @param {Current} current @param {HTMLElement} question @param {string} words @param {() => void} undoing */
function takeBack(current, question, words, undoing) {
  const id = idOf(question);
  const before = current.response.answers[id];
  const tools = /** @type {HTMLElement} */ (question.querySelector("[data-tools]"));
  const undo = h("button", { type: "button", class: "pp-link-button", "data-undo": true }, words);
  undo.addEventListener("click", () => {
    undoing();
    current.edit((response) => setAnswer(response, id, before));
    undo.remove();
    focusAnswer(question);
  });
  current.edit((response) => clearAnswer(response, id));
  tools.querySelector("[data-undo]")?.remove();
  tools.append(undo);
  undo.focus();
  question.addEventListener("change", () => undo.remove(), { once: true });
}

/** Whoever came from the review to change one answer goes back to that row. @param {HTMLElement} form */
function offerReview(form) {
  const back = /** @type {HTMLAnchorElement} */ (form.querySelector("[data-back-to-review]"));
  const question = /** @type {HTMLElement|null} */ (document.getElementById(location.hash.slice(1)));
  if (question?.dataset.practice) back.hash = `review-${idOf(question)}`;
  back.hidden = false;
}
