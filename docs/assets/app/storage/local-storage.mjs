// @ts-check
/** The only module that touches localStorage. Never throws: what went wrong comes back as a word. */

/** @typedef {"blocked"|"full"|null} Trouble null when all went well */
/**
 * @typedef {object} Store
 * @property {() => {text: string|null, trouble: Trouble}} read
 * @property {(text: string) => Trouble} write
 * @property {() => Trouble} remove
 * @property {(text: string) => Trouble} setAside keeps a text that could not be read, beside any kept before
 * @property {() => string|null} inTab what this tab keeps by itself
 * @property {(text: string|null) => void} keepInTab from page to page, as long as the tab is open; null forgets it
 * @property {(changed: (otherTab: boolean) => void) => void} onOutside calls back when another tab may have changed
 *   what is stored, or another page of this one before Back led here again
 */

/** @returns {Storage|null} reading the getter itself throws where storage is blocked */
function storageHere() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** @param {() => void} act @returns {Trouble} */
function attempt(act) {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof DOMException && /quota/i.test(error.name) ? "full" : "blocked";
  }
}

/**
 * A place for one text. Sites under one host share their storage, so the key must name the site's path.
 * @param {string} key
 * @returns {Store}
 */
export function openStore(key) {
  const storage = /** @type {Storage} */ (storageHere()); // where there is none, each attempt fails
  const mark = `${key}\n`;
  return {
    read() {
      let text = null;
      const trouble = attempt(() => (text = storage.getItem(key)));
      return { text, trouble };
    },
    write: (text) => attempt(() => storage.setItem(key, text)),
    remove: () => attempt(() => storage.removeItem(key)),
    setAside: (text) =>
      attempt(() => {
        for (let n = 1, place = `${key}:aside`; ; place = `${key}:aside:${(n += 1)}`) {
          const there = storage.getItem(place);
          if (there === null) storage.setItem(place, text);
          if (there === null || there === text) return;
        }
      }),
    // A tab's name outlives its pages, and browsers clear it for other sites.
    inTab: () => (window.name.startsWith(mark) ? window.name.slice(mark.length) : null),
    keepInTab(text) {
      if (text !== null) window.name = mark + text;
      else if (window.name.startsWith(mark)) window.name = "";
    },
    onOutside(changed) {
      window.addEventListener("storage", (event) => {
        if (event.key === key || event.key === null) changed(true);
      });
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) changed(false);
      });
    },
  };
}

/**
 * A place for many texts, each under a name of its own.
 * @typedef {object} Folder
 * @property {() => string[]} names in order; none where storage is blocked
 * @property {(name: string) => Store} at
 * @property {(changed: () => void) => void} onOutside calls back when another tab has changed any of them
 */

/** @param {string} prefix of the keys @returns {Folder} */
export function openFolder(prefix) {
  return {
    names() {
      /** @type {string[]} */
      let keys = [];
      attempt(() => (keys = Object.keys(storageHere() ?? {})));
      const own = keys.filter((key) => key.startsWith(prefix));
      return own.map((key) => key.slice(prefix.length)).sort();
    },
    at: (name) => openStore(prefix + name),
    onOutside(changed) {
      window.addEventListener("storage", ({ key }) => {
        if (key === null || key.startsWith(prefix)) changed();
      });
    },
  };
}
