// @ts-check
/** The response being worked on in this browser: read once, changed by pure edits, written after each, told to all. */
import { newResponse, readResponse, serialise } from "./responses.mjs";
import { openStore } from "./storage.mjs";

/** @typedef {import("./types.mjs").Bank} Bank */
/** @typedef {import("./types.mjs").Response} Response */
/** @typedef {import("./types.mjs").Problem} Problem */
/** @typedef {"blocked"|"full"|"newer"|"corrupt"|"elsewhere"|null} Trouble */
/**
 * @typedef {object} Current
 * @property {Bank} outline as much of the bank as reading and saving takes
 * @property {Response} response
 * @property {boolean} saved whether the response is stored in this browser as it stands
 * @property {Trouble} trouble why it is not, or what was found
 * @property {string|null} aside a stored text that could not be read
 * @property {Problem[]} problems what reading the stored text had to report
 * @property {(change: (response: Response) => Response) => void} edit
 * @property {(told: () => void) => void} subscribe
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
  /** @type {(() => void)[]} */
  const listeners = [];
  const tell = () => listeners.forEach((told) => told());
  /** @type {Current} */
  const current = {
    outline,
    ...load(outline, store),
    edit(change) {
      current.response = change(current.response);
      if (current.trouble !== "newer") save(current, store);
      tell();
    },
    subscribe: (told) => listeners.push(told),
  };
  store.onOutside(() => {
    Object.assign(current, load(outline, store));
    current.trouble ??= "elsewhere";
    tell();
  });
  return current;
}

/** @param {Current} current @param {import("./storage.mjs").Store} store */
function save(current, store) {
  const trouble = store.write(serialise(current.outline, current.response));
  current.saved = trouble === null;
  // What was found on opening stays said until the page is left: saving again does not undo it.
  if (trouble || current.trouble !== "corrupt") current.trouble = trouble;
}

/** @param {Bank} outline @param {import("./storage.mjs").Store} store
 * @returns {{response: Response, saved: boolean, trouble: Trouble, aside: string|null, problems: Problem[]}} */
function load(outline, store) {
  const { text, trouble } = store.read();
  const empty = { response: newResponse(outline), saved: false, aside: null, problems: [] };
  if (text === null) return { ...empty, trouble };
  const { response, problems } = readResponse(outline, text);
  if (response) return { response, saved: true, trouble: null, aside: null, problems };
  if (problems.some(({ code }) => code === "newer-version")) return { ...empty, trouble: "newer" };
  store.setAside(text);
  return { ...empty, trouble: "corrupt", aside: text };
}
