// @ts-check
/** The ways of answering, chosen by each person on each device: by number keys, and one question at a time. */
import { ROOT } from "../../storage/site.mjs";
import { openStore } from "../../storage/local-storage.mjs";

/** Kept apart from the answers, which travel. @typedef {{single: boolean, keys: boolean}} Settings */

const store = openStore(`push-to-pull:${ROOT.pathname}:settings`);

/** @returns {Settings} what was chosen here before; else grouped questions, with keys */
function readSettings() {
  try {
    const { single, keys } = JSON.parse(store.read().text ?? "{}");
    return { single: single === true, keys: keys !== false };
  } catch {
    return { single: false, keys: true };
  }
}

/** @param {HTMLElement} form @param {HTMLElement[]} questions */
export function offerWays(form, questions) {
  const settings = readSettings();
  const single = oneAtATime(form, questions);
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("[data-setting]"))) {
    const name = /** @type {"single"|"keys"} */ (box.dataset.setting);
    box.checked = settings[name];
    box.addEventListener("change", () => {
      settings[name] = box.checked;
      store.write(JSON.stringify(settings));
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
}

/** Digits choose a level and ? means "I don't know", only within a question and not in a text. @param {KeyboardEvent} event */
function chooseByKey(event) {
  const { key, target } = /** @type {KeyboardEvent & {target: HTMLElement}} */ (event);
  const id = /** @type {HTMLElement|null} */ (target.closest("[data-practice]"))?.dataset.practice;
  if (!id || target.matches("textarea, [type=text]") || event.ctrlKey || event.altKey || event.metaKey) return;
  const value = key === "?" ? "unknown" : /^\d$/.test(key) ? key : null;
  const input = document.querySelector(`input[name="${id}"][value="${value}"]`);
  if (!(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  input.focus();
  input.click();
}

/**
 * One question at a time: the address names the question, so that Back, reload and links work as elsewhere.
 * @param {HTMLElement} form
 * @param {HTMLElement[]} questions
 * @returns {(on: boolean) => void} switches it on or off
 */
function oneAtATime(form, questions) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (form.querySelector(`[data-${name}]`));
  let on = false;
  let here = 0;
  const show = () => {
    const named = questions.findIndex(({ id }) => `#${id}` === location.hash);
    // Other places of the page may be named too, by the link that skips to the content.
    if (named >= 0 || location.hash === "") here = Math.max(0, named);
    const last = here === questions.length - 1;
    questions.forEach((question, index) => (question.hidden = on && index !== here));
    form.toggleAttribute("data-one", on);
    part("single").hidden = !on;
    part("previous").hidden = here === 0;
    part("next").hidden = last;
    part("onward").hidden = on && !last;
    return questions[here];
  };
  const go = (/** @type {number} */ step) => {
    location.hash = questions[here + step].id;
  };
  part("previous").addEventListener("click", () => go(-1));
  part("next").addEventListener("click", () => go(1));
  window.addEventListener("hashchange", () => {
    const before = here;
    const question = show();
    if (!on || here === before) return;
    question.scrollIntoView();
    /** @type {HTMLElement} */ (question.querySelector("h2")).focus({ preventScroll: true });
  });
  return (wanted) => {
    on = wanted;
    show();
  };
}
