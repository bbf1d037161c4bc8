// @ts-check
/** The only module that touches localStorage. Never throws: what went wrong comes back as a word. */

/** @typedef {"blocked"|"full"|null} Trouble null when all went well */
/**
 * @typedef {object} Store
 * @property {() => {text: string|null, trouble: Trouble}} read
 * @property {(text: string) => Trouble} write
 * @property {() => Trouble} remove
 * @property {(text: string) => Trouble} setAside keeps a text that could not be read, under a key of its own
 * @property {(changed: () => void) => void} onOutside calls back when another tab has changed what is stored
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
  const storage = storageHere();
  return {
    read() {
      let text = null;
      const trouble = storage ? attempt(() => (text = storage.getItem(key))) : "blocked";
      return { text, trouble };
    },
    write: (text) => (storage ? attempt(() => storage.setItem(key, text)) : "blocked"),
    remove: () => (storage ? attempt(() => storage.removeItem(key)) : "blocked"),
    setAside: (text) => (storage ? attempt(() => storage.setItem(`${key}:aside`, text)) : "blocked"),
    onOutside(changed) {
      window.addEventListener("storage", (event) => {
        if (event.key === key || event.key === null) changed();
      });
      window.addEventListener("pageshow", (event) => {
        if (event.persisted) changed();
      });
    },
  };
}
