// @ts-check
/** One question at a time: the address names the question, so that Back, reload and links work as elsewhere. */

/**
 * @param {HTMLElement} form
 * @param {HTMLElement[]} questions
 * @returns {(on: boolean) => void} switches it on or off
 */
export function oneAtATime(form, questions) {
  const buttons = /** @type {HTMLElement} */ (form.querySelector("[data-single]"));
  const previous = /** @type {HTMLButtonElement} */ (form.querySelector("[data-previous]"));
  const next = /** @type {HTMLButtonElement} */ (form.querySelector("[data-next]"));
  const onward = /** @type {HTMLElement} */ (form.querySelector("[data-onward]"));
  let on = false;
  const place = () =>
    Math.max(
      0,
      questions.findIndex(({ id }) => `#${id}` === location.hash),
    );
  const show = () => {
    const here = place();
    const last = here === questions.length - 1;
    questions.forEach((question, index) => (question.hidden = on && index !== here));
    buttons.hidden = !on;
    previous.hidden = here === 0;
    next.hidden = last;
    onward.hidden = on && !last;
  };
  const go = (/** @type {number} */ step) => {
    location.hash = questions[place() + step].id;
  };
  previous.addEventListener("click", () => go(-1));
  next.addEventListener("click", () => go(1));
  window.addEventListener("hashchange", () => {
    if (!on) return;
    show();
    const question = questions[place()];
    /** @type {HTMLElement} */ (question.querySelector("h2")).focus({ preventScroll: true });
    window.scrollTo({ top: question.getBoundingClientRect().top + window.scrollY - 110 });
  });
  return (wanted) => {
    on = wanted;
    show();
  };
}
