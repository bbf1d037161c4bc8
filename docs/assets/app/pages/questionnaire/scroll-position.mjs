// @ts-check
/**
 * Reload and Back come to the question that one was at, with its number in sight. Answered questions grow as they are
 * shown, so that the place which a browser remembers is another question by then.
 */

const PAUSE = 150; // milliseconds after which scrolling has ended

/** @param {HTMLElement[]} questions, shown as they are answered */
export function keepPosition(questions) {
  history.scrollRestoration = "manual";
  comeBack(questions, history.state?.at);
  let soon = 0;
  window.addEventListener("scroll", () => {
    clearTimeout(soon);
    soon = setTimeout(() => history.replaceState({ ...history.state, at: placeIn(questions) }, ""), PAUSE);
  });
}

/** @param {HTMLElement[]} questions @returns {{id: string, top: number}|null} the one being read; null at the top of the page */
function placeIn(questions) {
  if (scrollY === 0) return null;
  const read = questions.find((each) => each.getBoundingClientRect().bottom > innerHeight / 3);
  return read ? { id: read.id, top: read.getBoundingClientRect().top } : null;
}

/** @param {HTMLElement[]} questions @param {{id: string, top: number}|null|undefined} place */
function comeBack(questions, place) {
  const question = questions.find(({ id }) => id === place?.id);
  // One at a time, a question begins where its page does.
  if (!question || !place || question.closest("[data-one]")) return;
  question.scrollIntoView();
  scrollBy(0, Math.min(0, question.getBoundingClientRect().top - place.top));
}
