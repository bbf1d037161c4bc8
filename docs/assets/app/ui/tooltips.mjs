// @ts-check
/**
 * Words explained in place. The style sheet shows a meaning while its word has the pointer or the focus; this
 * lets Escape close it (WCAG 1.4.13), gives a tapped word the focus in every browser, and keeps it on the screen.
 */

const MARGIN = 16; // pixels between a meaning and the edge of the window

/** @param {HTMLElement} root */
export function explainTerms(root) {
  for (const term of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".pp-term"))) {
    const text = /** @type {HTMLElement} */ (term.querySelector(".pp-term__text"));
    const open = () => {
      delete term.dataset.dismissed;
      text.style.left = "0";
      const { left, right } = text.getBoundingClientRect();
      const over = Math.max(0, right - document.documentElement.clientWidth + MARGIN);
      text.style.left = `${-Math.min(over, left - MARGIN)}px`;
    };
    for (const event of ["pointerenter", "focusin"]) term.addEventListener(event, open);
    term.querySelector("button")?.addEventListener("click", ({ currentTarget }) => {
      /** @type {HTMLElement} */ (currentTarget).focus();
      open();
    });
  }
  const close = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    for (const term of root.querySelectorAll(".pp-term:is(:hover, :focus-within)"))
      term.toggleAttribute("data-dismissed", true);
  };
  document.addEventListener("keydown", close, { capture: true });
}
