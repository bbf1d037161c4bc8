// @ts-check
/** Puts the respondent's own word for the people they serve wherever the page speaks of them. */
import { openCurrent } from "./current.mjs";

/** Fills every `[data-people]` of the page, now and after each change. */
export async function showPeople() {
  const places = document.querySelectorAll("[data-people]");
  if (places.length === 0) return;
  const current = await openCurrent();
  const show = () => {
    const word = current.response.people;
    if (word) for (const place of places) place.textContent = word;
  };
  current.subscribe(show);
  show();
}
