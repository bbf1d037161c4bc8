// @ts-check
/** When a page gets what it does without at first: the theme's script, and the whole of its style sheet. */

const FIELD = "[data-md-component=search-query]";

/** Once a page has been shown; one that has no other use for the theme's script waits until somebody turns to search. */
export function bringTheme() {
  const scripts = /** @type {HTMLScriptElement[]} */ ([...document.querySelectorAll("script[data-late]")]);
  const words = new URLSearchParams(location.search);
  const bring = () => {
    for (const sheet of document.querySelectorAll("link[data-late]")) sheet.removeAttribute("disabled");
    import("./theme-script.mjs").then((module) => module.bring(scripts, sayMissing), sayMissing);
  };
  if (words.has("h") || words.has("q") || scripts[0]?.dataset.late === "load") {
    afterLoad(bring);
    return;
  }
  document.addEventListener("focusin", function turn({ target }) {
    if (!(/** @type {Element} */ (target).matches(FIELD))) return;
    document.removeEventListener("focusin", turn);
    bring();
  });
}

/** Where the theme would say for ever that it begins; it may not be there to open its search. */
function sayMissing() {
  const place = /** @type {HTMLElement|null} */ (document.querySelector("[data-no-search]"));
  const toggle = /** @type {HTMLInputElement|null} */ (document.getElementById("__search"));
  if (place) place.textContent = place.dataset.noSearch ?? "";
  if (toggle && document.activeElement?.matches(FIELD)) toggle.checked = true;
}

/** @param {() => void} act */
function afterLoad(act) {
  const wait = () => ("requestIdleCallback" in window ? requestIdleCallback(act, { timeout: 1000 }) : setTimeout(act));
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
}
