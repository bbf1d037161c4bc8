// @ts-check
/** Where the focus goes when the result is redrawn. */

/**
 * Redraw, and leave the focus where it was; where its element has gone, on what came after it, or before it, in the
 * same part of the page, and at last on the heading.
 * @param {HTMLElement} root
 * @param {() => void} redraw
 */
export function keepingPlace(root, redraw) {
  const focused = document.activeElement;
  const name = /** @type {HTMLElement|null} */ (focused?.closest("[data-part]"))?.dataset.part;
  if (name === undefined) return redraw();
  const keyed = () => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(`[data-part="${name}"] [data-key]`)]);
  const before = keyed().map(({ dataset }) => dataset.key);
  const key = /** @type {HTMLElement|null} */ (focused?.closest("[data-key]"))?.dataset.key;
  const place = before.indexOf(key);
  redraw();
  const inSight = keyed().filter((each) => !each.parentElement?.closest("details:not([open])"));
  const after = new Map(inSight.map((each) => [each.dataset.key, each]));
  const near = key === undefined ? [] : [...before.slice(place), ...before.slice(0, place).reverse()];
  const next = near.find((each) => after.has(each));
  const heading = root.querySelector(`section:has([data-part="${name}"]) h2`);
  const found = /** @type {HTMLElement} */ ((next !== undefined && after.get(next)) || heading);
  const goal = found instanceof HTMLDetailsElement ? /** @type {HTMLElement} */ (found.firstElementChild) : found;
  if (goal && goal === heading) goal.tabIndex = -1;
  goal?.focus({ preventScroll: true });
  goal?.scrollIntoView({ block: "nearest" });
}
