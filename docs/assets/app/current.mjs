// @ts-check
/** The response being worked on in this browser: read once, changed by pure edits, written after each, told to all. */
import { newResponse, readResponse, serialise } from "./responses.mjs";
import { openStore } from "./storage.mjs";

/** @typedef {import("./types.mjs").Bank} Bank */
/** @typedef {import("./types.mjs").Response} Response */
/** @typedef {"blocked"|"full"|"newer"|"corrupt"|null} Trouble */
/**
 * @typedef {object} Current
 * @property {Bank} outline as much of the bank as reading and saving takes
 * @property {Response} response
 * @property {boolean} saved whether anything has been stored in this browser
 * @property {Trouble} trouble why saving fails, or what was found on opening
 * @property {string|null} aside a stored text that could not be read
 * @property {(change: (response: Response) => Response) => void} edit
 * @property {() => Response} forget starts again, and returns what was there, for undoing
 * @property {(told: (outside: boolean) => void) => void} subscribe
 */

/** The folder that holds the site, whatever page this runs on. */
export const ROOT = new URL("../../", import.meta.url);

/** @param {string} file below the site's root @returns {Promise<any>} its JSON */
export async function loadJson(file) {
  const answer = await fetch(new URL(file, ROOT));
  if (!answer.ok) throw new Error(`${file} could not be loaded (${answer.status})`);
  return answer.json();
}

/** @type {Promise<Current>|undefined} */
let opened;

/** @returns {Promise<Current>} the same for every module of the page */
export const openCurrent = () => (opened ??= loadJson("outline.json").then(open));

/** @param {Bank} outline @returns {Current} */
function open(outline) {
  const store = openStore(`push-to-pull:${ROOT.pathname}:${outline.id}`);
  /** @type {((outside: boolean) => void)[]} */
  const listeners = [];
  const tell = (/** @type {boolean} */ outside) => listeners.forEach((told) => told(outside));
  /** @type {Current} */
  const current = {
    outline,
    ...load(outline, store),
    edit(change) {
      current.response = change(current.response);
      if (current.trouble !== "newer") write();
      tell(false);
    },
    forget() {
      const before = current.response;
      current.edit(() => newResponse(outline, before.form));
      return before;
    },
    subscribe: (told) => listeners.push(told),
  };
  const write = () => {
    const trouble = store.write(serialise(outline, current.response));
    current.trouble = trouble;
    current.saved ||= trouble === null;
  };
  store.onOutside(() => {
    Object.assign(current, load(outline, store));
    tell(true);
  });
  return current;
}

/** @param {Bank} outline @param {import("./storage.mjs").Store} store
 * @returns {{response: Response, saved: boolean, trouble: Trouble, aside: string|null}} */
function load(outline, store) {
  const { text, trouble } = store.read();
  const empty = { response: newResponse(outline), saved: false, aside: null };
  if (text === null) return { ...empty, trouble };
  const { response, problems } = readResponse(outline, text);
  if (response) return { response, saved: true, trouble: null, aside: null };
  if (problems.some(({ code }) => code === "newer")) return { ...empty, trouble: "newer" };
  store.setAside(text);
  return { ...empty, trouble: "corrupt", aside: text };
}
