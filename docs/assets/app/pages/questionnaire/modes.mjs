// @ts-check
/** How the questions are shown and answered, chosen by each person on each device. */
import { ROOT } from "../../storage/site.mjs";
import { openStore } from "../../storage/local-storage.mjs";
import { oneAtATime } from "./one-at-a-time.mjs";

/** Kept apart from the answers, which travel. Until one has chosen, the width decides whether questions come singly.
 * @typedef {{single?: boolean, onward: boolean, keys: boolean}} Settings */

const store = openStore(`push-to-pull:${ROOT.pathname}:settings`);
const NARROW = "(max-width: 44.98em)"; // as in form.css

/** @returns {Settings} what was chosen here before */
function readSettings() {
  try {
    const { single, onward, keys } = JSON.parse(store.read().text ?? "{}");
    return { single: typeof single === "boolean" ? single : undefined, onward: onward === true, keys: keys !== false };
  } catch {
    return { onward: false, keys: true };
  }
}

/**
 * @param {HTMLElement} form @param {HTMLElement[]} questions @param {import("../../types.mjs").Say} say
 * @param {(question: HTMLElement) => boolean} isAnswered
 */
export function offerModes(form, questions, say, isAnswered) {
  const settings = readSettings();
  const { single, moveOn } = oneAtATime(form, questions, say, isAnswered);
  const wanted = () => settings.single ?? matchMedia(NARROW).matches;
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-setting]"))) {
    const name = /** @type {keyof Settings} */ (box.dataset.setting);
    box.checked = name === "single" ? wanted() : settings[name];
    box.addEventListener("change", () => {
      settings[name] = box.checked;
      store.write(JSON.stringify(settings));
      if (name === "single") single(box.checked);
    });
  }
  single(wanted());
  form.addEventListener("keydown", (event) => {
    // The theme's single-key shortcuts would leave the page or open the search while an answer has the focus.
    event.stopPropagation();
    if (settings.keys && chooseByKey(event) && settings.onward) moveOn();
  });
  form.addEventListener("click", ({ target, detail }) => {
    // Arrow keys try one answer after another; their clicks have no count.
    const answer = /** @type {HTMLElement} */ (target).closest(".pp-answer");
    if (answer && detail > 0 && settings.onward) moveOn();
  });
  form.addEventListener("focusin", ({ target }) => showAll(/** @type {HTMLElement} */ (target)));
}

/** Digits choose a level and ? means "I don't know", only within a question and not in a text.
 * @param {KeyboardEvent} event @returns {boolean} whether it chose an answer */
function chooseByKey(event) {
  const { key, target } = /** @type {KeyboardEvent & {target: HTMLElement}} */ (event);
  const id = /** @type {HTMLElement|null} */ (target.closest("[data-practice]"))?.dataset.practice;
  if (!id || target.matches("textarea, [type=text]") || event.ctrlKey || event.altKey || event.metaKey) return false;
  const value = key === "?" ? "unknown" : /^\d$/.test(key) ? key : null;
  const input = document.querySelector(`input[name="${id}"][value="${value}"]`);
  if (!(input instanceof HTMLInputElement)) return false;
  event.preventDefault();
  input.focus();
  input.click();
  return true;
}

/** Scrolls so that no answer is hidden below one that keys have reached. @param {HTMLElement} focused */
function showAll(focused) {
  if (!focused.matches(".pp-answer :focus-visible")) return;
  for (const part of [".pp-answers", ".pp-answer"]) focused.closest(part)?.scrollIntoView({ block: "nearest" });
}
