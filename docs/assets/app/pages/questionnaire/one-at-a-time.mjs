// @ts-check
/** One question at a time: the address names the question, so that Back, reload and links work as elsewhere. */

const PAUSE = 350; // milliseconds in which one sees what has been chosen

/**
 * @param {HTMLElement} form
 * @param {HTMLElement[]} questions
 * @param {import("../../types.mjs").Say} say
 * @param {(question: HTMLElement) => boolean} isAnswered
 * @returns {{single: (on: boolean) => void, moveOn: () => void}} switches it on or off; goes to the next question soon
 */
export function oneAtATime(form, questions, say, isAnswered) {
  const part = (/** @type {string} */ name) => /** @type {HTMLAnchorElement} */ (form.querySelector(`[data-${name}]`));
  const [modes, top, foot, previous, next] = ["ways", "top", "foot", "previous", "next"].map(part);
  const before = previous.href;
  let on = false;
  let here = 0;
  let soon = 0;
  const show = () => {
    const named = questions.findIndex(({ id }) => `#${id}` === location.hash);
    // Other places of the page may be named too, by the link that skips to the content.
    if (named >= 0 || location.hash === "") here = Math.max(0, named);
    const last = here === questions.length - 1;
    questions.forEach((question, index) => (question.hidden = on && index !== here));
    form.toggleAttribute("data-one", on);
    part("place").textContent = say("place", { n: here + 1, of: questions.length });
    previous.href = here === 0 ? before : `#${questions[here - 1].id}`;
    if (!last) next.href = `#${questions[here + 1].id}`;
    next.hidden = last;
    part("leave").hidden = !last;
    return questions[here];
  };
  window.addEventListener("hashchange", () => {
    const left = here;
    const question = show();
    if (!on || here === left) return;
    clearTimeout(soon);
    scrollTo(0, 0);
    /** @type {HTMLElement} */ (question.querySelector("h2")).focus({ preventScroll: true });
  });
  return {
    single(wanted) {
      on = wanted;
      const open = questions.findIndex((question) => !isAnswered(question));
      if (on && location.hash === "" && open > 0) history.replaceState(null, "", `#${questions[open].id}`);
      const question = show();
      // Seen below the question where there is room, and reached after Next.
      if (on) foot.after(modes);
      else top.after(modes);
      if (!on && here > 0) question.scrollIntoView();
    },
    moveOn() {
      clearTimeout(soon);
      if (on && !next.hidden) soon = setTimeout(() => next.click(), PAUSE);
    },
  };
}
