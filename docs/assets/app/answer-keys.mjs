// @ts-check
/** Digits choose a level and ? means "I don't know", only while the focus is inside a question and not in a text. */

/** @param {KeyboardEvent} event */
export function chooseByKey(event) {
  const target = /** @type {HTMLElement} */ (event.target);
  const question = /** @type {HTMLElement|null} */ (target.closest("[data-practice]"));
  if (!question || target.matches("textarea") || event.ctrlKey || event.altKey || event.metaKey) return;
  const value = event.key === "?" ? "unknown" : /^\d$/.test(event.key) ? event.key : null;
  if (value === null) return;
  const input = question.querySelector(`input[name="${question.dataset.practice}"][value="${value}"]`);
  if (!(input instanceof HTMLInputElement)) return;
  event.preventDefault();
  input.focus();
  input.click();
}
