// @ts-check
/** What the respondent says about this run: the word for people, who "you" is, their part in it. */
import { LIMITS, clean } from "../response/edit.mjs";
import { openCurrent } from "../storage/current-response.mjs";
import { h } from "../ui/dom.mjs";

/** @typedef {HTMLInputElement|HTMLSelectElement} Field */

/** Fills every `[data-people]` and `[data-label]` of the page, now and after each change, and takes what is said in `[data-about]`. */
export async function showAbout() {
  const peopleIn = () => document.querySelectorAll("[data-people]"); // more may come, with an earlier wording
  const hints = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-hint]"));
  const labels = document.querySelectorAll("[data-label]");
  const fields = /** @type {NodeListOf<Field>} */ (document.querySelectorAll("[data-about]"));
  if (peopleIn().length + labels.length + fields.length === 0) return;
  const current = await openCurrent();
  for (const field of fields) takeField(field, current);
  const show = () => {
    const { people: word, label } = current.response;
    if (word) for (const place of peopleIn()) place.textContent = word;
    for (const field of fields) showField(field, current.response[nameOf(field)]);
    for (const hint of hints) showHint(hint, word);
    for (const place of labels) {
      place.textContent = label;
      place.closest("[data-for]")?.toggleAttribute("hidden", label === "");
    }
  };
  current.subscribe(show);
  show();
}

/** @param {Field} field @returns {"people"|"label"|"role"} */
const nameOf = (field) => /** @type {"people"|"label"|"role"} */ (field.dataset.about);

/** @param {Field} field @returns {string} what it shows until it is changed */
const first = (field) => (field instanceof HTMLSelectElement ? field.options[0].value : "");

/** @param {Field} field @param {import("../storage/current-response.mjs").Current} current */
function takeField(field, current) {
  const take = () => {
    const name = nameOf(field);
    const value = clean(field.value, LIMITS[name]);
    current.edit((response) => ({ ...response, [name]: value }));
  };
  if (field.value !== first(field)) take(); // given before this module had started
  field.addEventListener("input", take);
}

/** @param {Field} field @param {string} value */
function showField(field, value) {
  if (field instanceof HTMLSelectElement) {
    if (value && ![...field.options].some((option) => option.value === value)) field.append(h("option", {}, value));
  } else if (field === document.activeElement) return;
  field.value = value || first(field);
}

/** Of the hints for several words, the one for this word shows, or else the one for all. @param {HTMLElement} hint @param {string} word */
function showHint(hint, word) {
  const all = /** @type {HTMLElement[]} */ ([...(hint.parentElement?.children ?? [])]);
  const fit = all.find(({ dataset }) => dataset.hint === word) ?? all.find(({ dataset }) => dataset.hint === "");
  hint.hidden = hint !== fit;
  hint.parentElement?.toggleAttribute("hidden", !fit?.textContent);
}
