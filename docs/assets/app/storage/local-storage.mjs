// @ts-check
/**
 * The only module that touches the browser's stores for texts. Never throws: what went wrong comes back as a word.
 * Each opener takes the browser as an argument, so that another can stand in for it.
 */

/** @typedef {"blocked"|"full"|null} Trouble null when all went well */
/** What is used of `window`. `localStorage` lasts until deleted, `sessionStorage` as long as the tab is open.
 * @typedef {Pick<Window, "localStorage"|"sessionStorage"> & {addEventListener: (type: string, told: (event: any) => void) => void}} Browser */
/** @typedef {"localStorage"|"sessionStorage"} Area */
/** A change made by another tab: the text it wrote, null where it deleted it; undefined where a page came back from memory.
 * @typedef {(written?: string|null) => void} Changed */
/**
 * @typedef {object} Store
 * @property {() => {text: string|null, trouble: Trouble}} read
 * @property {(text: string) => Trouble} write
 * @property {() => Trouble} remove
 * @property {(text: string) => Trouble} setAside keeps a text that could not be read, beside any kept before
 * @property {(changed: Changed) => void} onOutside calls back when another tab has changed what is stored, and when Back
 *   has brought this page from memory
 */

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
 * @param {Browser} [browser]
 * @param {Area} [area]
 * @returns {Store}
 */
export function openStore(key, browser = window, area = "localStorage") {
  // Where storage is blocked, reading `browser[area]` itself throws.
  return {
    read() {
      /** @type {string|null} */
      let text = null;
      const trouble = attempt(() => (text = browser[area].getItem(key)));
      return { text, trouble };
    },
    write: (text) => attempt(() => browser[area].setItem(key, text)),
    remove: () => attempt(() => browser[area].removeItem(key)),
    setAside: (text) =>
      attempt(() => {
        for (let n = 1, place = `${key}:aside`; ; place = `${key}:aside:${(n += 1)}`) {
          const there = browser[area].getItem(place);
          if (there === null) browser[area].setItem(place, text);
          if (there === null || there === text) return;
        }
      }),
    onOutside(changed) {
      browser.addEventListener("storage", (event) => {
        if (event.key === key || event.key === null) changed(event.key === null ? null : event.newValue);
      });
      browser.addEventListener("pageshow", (event) => {
        if (event.persisted) changed();
      });
    },
  };
}

/**
 * A place for many texts, each under a name of its own.
 * @typedef {object} Folder
 * @property {() => string[]} names in order; none where storage is blocked
 * @property {() => string[]|null} list the same, null where storage is blocked
 * @property {(name: string) => Store} at
 * @property {(changed: () => void) => void} onOutside calls back when another tab has changed any of them
 */

/** @param {string} prefix of the keys @param {Browser} [browser] @param {Area} [area] @returns {Folder} */
export function openFolder(prefix, browser = window, area = "localStorage") {
  const list = () => {
    /** @type {string[]} */
    let keys = [];
    const trouble = attempt(() => {
      const storage = browser[area];
      keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
    });
    const own = keys.filter((key) => key.startsWith(prefix));
    return trouble ? null : own.map((key) => key.slice(prefix.length)).sort();
  };
  return {
    list,
    names: () => list() ?? [],
    at: (name) => openStore(prefix + name, browser, area),
    onOutside(changed) {
      browser.addEventListener("storage", ({ key }) => {
        if (key === null || key.startsWith(prefix)) changed();
      });
    },
  };
}

/** @param {string} prefix of the keys @param {Browser} browser @returns {Folder[]} of all that is kept under it, in the tab too */
export const openFolders = (prefix, browser) => [
  openFolder(prefix, browser),
  openFolder(prefix, browser, "sessionStorage"),
];

/** Builds before bank 2 kept answers in the tab's name, which any site can read and write. @param {{name: string}} tab */
export function clearTabName(tab) {
  if (tab.name.startsWith("push-to-pull:")) tab.name = "";
}
