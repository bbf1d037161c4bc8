// @ts-check
/** Puts what the respondent said about this run wherever a page speaks of it: the word for people, and who "you" is. */
import { openCurrent } from "../storage/current-response.mjs";

/** Fills every `[data-people]` and `[data-label]` of the page, now and after each change. */
export async function showAbout() {
  const people = document.querySelectorAll("[data-people]");
  const hints = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-hint]"));
  const labels = document.querySelectorAll("[data-label]");
  if (people.length + labels.length === 0) return;
  const current = await openCurrent();
  const show = () => {
    const { people: word, label } = current.response;
    if (word) for (const place of people) place.textContent = word;
    for (const hint of hints) showHint(hint, word);
    for (const place of labels) {
      place.textContent = label;
      place.closest("[data-for]")?.toggleAttribute("hidden", label === "");
    }
  };
  current.subscribe(show);
  show();
}

/** Of the hints for several words, the one for this word shows, or else the one for all. @param {HTMLElement} hint @param {string} word */
function showHint(hint, word) {
  const all = /** @type {HTMLElement[]} */ ([...(hint.parentElement?.children ?? [])]);
  const fit = all.find(({ dataset }) => dataset.hint === word) ?? all.find(({ dataset }) => dataset.hint === "");
  hint.hidden = hint !== fit;
  hint.parentElement?.toggleAttribute("hidden", !fit?.textContent);
}
