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
  // The link to the page itself, which the theme hides where it offers the page's headings in its place.
  for (const each of ["a.md-nav__link--active", "a, input[type=text]"])
    if (!place.contains(document.activeElement))
      /** @type {HTMLElement|null} */ (level.querySelector(each))?.focus();
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
  // A level that slides in has the focus already: the browser scrolls sideways to where it stood.
  const scrolled = (/** @type {Event} */ { target }) => {
    if (target instanceof Element && (target.contains(place) || place.contains(target))) target.scrollLeft = 0;
  };
  document.addEventListener("scroll", scrolled, { capture: true });
  document.addEventListener("focusin", ({ target }) => {
    const isAway = target !== button && !place.contains(/** @type {Element} */ (target));
    if (isAway && toggle.checked) toggle.click();
  });
}

/** On a phone, each level of the menu covers the one above. @param {HTMLElement} place @param {Element} target in sight from now on */
function uncover(place, target) {
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll("li > input")))
    box.checked = box.parentElement?.querySelector("nav")?.contains(target) ?? false;
}
