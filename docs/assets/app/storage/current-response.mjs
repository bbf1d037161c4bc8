// @ts-check
/** The response being worked on in this browser: read once, changed by pure edits, written after each, told to all. */
import { newResponse, serialise } from "../response/edit.mjs";
import { placesOf } from "./keys.mjs";
import { openStore } from "./local-storage.mjs";
import { ROOT, loadJson } from "./site.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Problem} Problem */
/** @typedef {(response: Response) => Response} Change */
/** @typedef {"blocked"|"full"|"newer"|"corrupt"|"elsewhere"|null} Trouble */
/**
 * @typedef {object} Current
 * @property {Bank} outline as much of the bank as reading and saving takes
 * @property {Response} response
 * @property {boolean} saved whether the response is stored in this browser as it stands
 * @property {Trouble} trouble why it is not, or what was found
 * @property {string|null} aside a stored text that could not be read
 * @property {Problem[]} problems what reading the stored text had to report
 * @property {() => string[]} stale ids of practices whose meaning has changed since they were answered
 * @property {(change: Change) => void} edit the change may be made again, on top of what another tab has stored
 * @property {(told: () => void) => void} subscribe
 */

/** @type {Promise<Current>|undefined} */
let opened;

/** @returns {Promise<Current>} the same for every module of the page */
export const openCurrent = () => (opened ??= loadJson("outline.json").then(open));

/** What reading may report without having left anything out. */
const WHOLE = ["kept-aside", "restored", "moved", "recheck"];

/** @param {Bank} outline @returns {Promise<Current>} */
async function open(outline) {
  const store = openStore(placesOf(ROOT.pathname, outline.id).inUse);
  /** @type {(() => void)[]} */
  const listeners = [];
  const tell = () => listeners.forEach((told) => told());
  /** Loaded only where something is stored. @type {typeof import("../response/read.mjs")|undefined} */
  let reader;
  /** The stored text as this page last read or wrote it. @type {string|null} */
  let known = null;
  /** Changes made here that are not stored. @type {Change[]} */
  let unsaved = [];
  let held = false; // what is stored must stay as it is

  /** @type {Current} */
  const current = {
    outline,
    response: newResponse(outline),
    saved: false,
    trouble: null,
    aside: null,
    problems: [],
    stale: () => reader?.recheck(outline, current.response) ?? [],
    edit(change) {
      current.response = change(current.response);
      unsaved.push(change);
      save();
      tell();
    },
    subscribe: (told) => listeners.push(told),
  };

  /** Changes made here go on top of what another tab has stored. @param {Response} response */
  const rebase = (response) => (current.response = unsaved.reduce((before, change) => change(before), response));

  /** @returns {boolean} whether this page knows what is stored; if not, the reader is on its way */
  const takeIn = () => {
    const { text, trouble } = store.read();
    if (trouble) current.trouble = trouble;
    if (text === known) return true;
    if (text !== null && !reader) {
      readLater();
      return false;
    }
    known = text;
    held = false;
    current.trouble = null;
    if (text === null) rebase(newResponse(outline));
    else takeText(text);
    return true;
  };

  /** @param {string} text what cannot be read leaves the response as it is */
  const takeText = (text) => {
    const { response, problems } = /** @type {typeof import("../response/read.mjs")} */ (reader).readResponse(outline, text);
    const lost = problems.some(({ code }) => !WHOLE.includes(code));
    if (response) {
      if (lost) store.setAside(text);
      current.problems = problems;
      current.saved = true;
      rebase(response);
    } else if (problems[0].code === "newer-version") {
      held = true;
      current.trouble = "newer";
    } else {
      current.aside = text;
      held = store.setAside(text) !== null;
      current.trouble = held ? "full" : "corrupt";
    }
  };

  /** What cannot be stored stays with the tab, so that it lasts from page to page. */
  const save = () => {
    const found = takeIn();
    if (unsaved.length === 0) return;
    const text = serialise(outline, current.response);
    const trouble = found && !held ? store.write(text) : current.trouble;
    current.saved = found && !held && trouble === null;
    store.keepInTab(current.saved ? null : text);
    // What was found on opening stays said until the page is left: saving again does not undo it.
    if (trouble || current.trouble !== "corrupt") current.trouble = trouble;
    if (!current.saved) return;
    known = text;
    unsaved = [];
  };

  const load = async () => (reader ??= await import("../response/read.mjs"));
  const readLater = () => {
    load()
      .then(save)
      .then(tell)
      .catch((error) => console.error("reader:", error));
  };

  const inTab = store.inTab();
  if (store.read().text !== null || inTab !== null) await load();
  takeIn();
  const kept = inTab === null ? null : reader?.readResponse(outline, inTab).response;
  if (kept) current.edit((stored) => ({ ...stored, ...kept, answers: { ...stored.answers, ...kept.answers } }));
  // Questions to be checked again are told as long as they are.
  const found = current.problems.filter(({ code }) => code !== "recheck");
  if (found.length > 0) {
    (await import("./notices.mjs")).keepReports(outline, found);
    current.edit((response) => response); // as it was read, so that nothing is reported again
  }
  store.onOutside(async (otherTab) => {
    await load();
    const before = current.response;
    save();
    if (otherTab && current.response !== before) current.trouble ??= "elsewhere";
    tell();
  });
  return current;
}
