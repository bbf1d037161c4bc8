// @ts-check
/** The theme's script (Material 9.8.1), brought once a page has been shown. */

const MISSING = 4; // our search worker's word, beside the theme's kinds of message

/**
 * Each script runs after the one before it; the theme's is the first.
 * @param {HTMLScriptElement[]} scripts
 * @param {() => void} missing says that search is not there
 */
export function bring(scripts, missing) {
  if (new URLSearchParams(location.search).has("h")) nameSearch();
  watchSearch(missing);
  const made = scripts.map(({ src }) => {
    const script = document.createElement("script");
    script.async = false;
    script.src = src;
    return script;
  });
  made[0]?.addEventListener("load", beginTheme);
  made[0]?.addEventListener("error", missing);
  document.body.append(...made);
}

/** By this name the theme knows that it must fetch the index, of which it needs a part to mark words. */
function nameSearch() {
  document.querySelector("[data-md-component=search-query]")?.closest("form")?.setAttribute("name", "search");
}

/** The theme waits for the event that says that a page has been read, which has passed: its own sign tells it so. */
function beginTheme() {
  /** @type {Window & {document$?: {next: (page: Document) => void}}} */ (window).document$?.next(document);
}

/** The theme hands its worker to nobody, and says nothing where it does not come. @param {() => void} missing */
function watchSearch(missing) {
  const { Worker } = window;
  window.Worker = class extends Worker {
    /** @param {string|URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      window.Worker = Worker;
      this.addEventListener("error", missing);
      this.addEventListener("message", ({ data }) => data?.type === MISSING && missing());
    }
  };
}
