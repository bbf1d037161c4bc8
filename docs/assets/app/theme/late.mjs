// @ts-check
/** Brings what a page does without at first: the whole of the theme's style sheet, and its script (Material 9.8.1). */

const FIELD = "[data-md-component=search-query]";

/** Once a page has been shown; one that has no other use for the theme's script waits until somebody turns to search. */
export function bringTheme() {
  const scripts = /** @type {HTMLScriptElement[]} */ ([...document.querySelectorAll("script[data-late]")]);
  const words = new URLSearchParams(location.search);
  if (words.has("h")) nameSearch();
  if (words.has("h") || words.has("q") || scripts[0]?.dataset.late === "load") {
    afterLoad(() => bring(scripts));
    return;
  }
  document.addEventListener("focusin", function turn({ target }) {
    if (!(/** @type {Element} */ (target).matches(FIELD))) return;
    document.removeEventListener("focusin", turn);
    bring(scripts);
  });
}

/** By this name the theme knows that it must fetch the index, of which it needs a part to mark words. */
function nameSearch() {
  document.querySelector(FIELD)?.closest("form")?.setAttribute("name", "search");
}

/** @param {() => void} act */
function afterLoad(act) {
  const wait = () => ("requestIdleCallback" in window ? requestIdleCallback(act, { timeout: 1000 }) : setTimeout(act));
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
}

/** Each script runs after the one before it; the theme's is the first. @param {HTMLScriptElement[]} scripts */
function bring(scripts) {
  for (const sheet of document.querySelectorAll("link[data-late]")) sheet.removeAttribute("disabled");
  const made = scripts.map(({ src }) => {
    const script = document.createElement("script");
    script.async = false;
    script.src = src;
    return script;
  });
  made[0]?.addEventListener("load", beginTheme);
  document.body.append(...made);
}

/** The theme waits for the event that says that a page has been read, which has passed: its own sign tells it so. */
function beginTheme() {
  /** @type {Window & {document$?: {next: (page: Document) => void}}} */ (window).document$?.next(document);
}
