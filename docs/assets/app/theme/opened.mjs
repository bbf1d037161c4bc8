// @ts-check
/** The focus while the theme's menu or search is open: it goes there, is seen there, and comes back on Escape. */

/** @type {WeakSet<HTMLElement>} */
const followed = new WeakSet();

/** @param {HTMLInputElement} toggle which has opened or closed the place @param {HTMLElement} place @param {HTMLElement} button */
export function follow(toggle, place, button) {
  if (!followed.has(toggle)) listen(toggle, place, button);
  followed.add(toggle);
  if (!toggle.checked || place.contains(document.activeElement)) return;
  // On a phone the menu opens at the level of the page.
  const level = [...place.querySelectorAll("input:checked ~ nav")].at(-1) ?? place;
  /** @type {HTMLElement|null} */ (level.querySelector("a, input[type=text]"))?.focus();
}

/** @param {HTMLInputElement} toggle @param {HTMLElement} place @param {HTMLElement} button */
function listen(toggle, place, button) {
  place.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
    // Where there is room the search stands open, and has no button.
    if (document.activeElement === button) return;
    place.tabIndex = -1;
    place.focus();
  });
  place.addEventListener("focusin", ({ target }) => {
    if (toggle.checked) uncover(place, /** @type {Element} */ (target));
  });
  document.addEventListener("focusin", ({ target }) => {
    const isAway = target !== button && !place.contains(/** @type {Element} */ (target));
    if (isAway && toggle.checked) toggle.click();
  });
}

/** On a phone, each level of the menu covers the one above. @param {HTMLElement} place @param {Element} target in sight from now on */
function uncover(place, target) {
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll("li > input")))
    box.checked = box.parentElement?.querySelector("nav")?.contains(target) ?? false;
  // The browser scrolls to where a level stood before it slides in.
  requestAnimationFrame(() => {
    for (let each = /** @type {Element|null} */ (target); each; each = each.parentElement) each.scrollLeft = 0;
  });
}
