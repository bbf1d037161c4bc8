// @ts-check
/** The response being worked on in this browser: read once, changed by pure edits, written after each, told to all. */
import { newResponse } from "../response/edit.mjs";
import { openLog } from "./edit-log.mjs";
import { placesOf } from "./keys.mjs";
import { openStore } from "./local-storage.mjs";
import { ROOT, loadJson } from "./site.mjs";
import { attempt, doubt, forget, note, save, takeIn } from "./sync.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Problem} Problem */
/** @typedef {import("./edit-log.mjs").Change} Change */
/** @typedef {import("./local-storage.mjs").Browser} Browser */
/** @typedef {import("./sync.mjs").Page} Page */
/** @typedef {"blocked"|"full"|"large"|"newer"|"corrupt"|"unread"|"elsewhere"|null} Trouble */
/**
 * @typedef {object} Current
 * @property {Bank} outline as much of the bank as reading and saving takes
 * @property {Browser} browser that it is stored in
 * @property {Response} response
 * @property {boolean} saved whether the response is stored in this browser as it stands
 * @property {Trouble} trouble why it is not, or what was found
 * @property {"tab"|"page"} lasts how long what is not stored stays
 * @property {string|null} aside a stored text that could not be read
 * @property {Problem[]} problems what reading the stored text had to report
 * @property {() => string[]} stale ids of practices whose meaning has changed since they were answered
 * @property {(change: Change) => void} edit the change may be made again, on top of what another tab has stored
 * @property {(change: Change) => Trouble} attempt null when the change is made and stored; else nothing has changed
 * @property {() => void} forget what is not stored
 * @property {(told: () => void) => void} subscribe
 */

/** @type {Promise<Current>|undefined} */
let opened;

/** @returns {Promise<Current>} the same for every module of the page */
export const openCurrent = () => (opened ??= loadJson("outline.json").then((outline) => openResponse(outline)));

const loadMerge = () => import("./merge.mjs");

/**
 * @param {Bank} outline
 * @param {Browser} [browser]
 * @param {typeof loadMerge} [load]
 * @param {() => number} [now]
 * @returns {Promise<Current>}
 */
export async function openResponse(outline, browser = window, load = loadMerge, now = Date.now) {
  const key = placesOf(ROOT.pathname, outline.id).inUse;
  const [store, tab] = [openStore(key, browser), openStore(key, browser, "sessionStorage")];
  /** @type {(() => void)[]} */
  const listeners = [];
  const tell = () => listeners.forEach((told) => told());
  const response = newResponse(outline);
  /** @type {Current} */
  const current = {
    ...{ outline, browser, response, saved: false, trouble: null, aside: null, problems: [] },
    lasts: tab.read().trouble ? "page" : "tab",
    stale: () => page.merge?.recheck(outline, current.response) ?? [],
    edit(change) {
      current.response = change(current.response);
      note(page, change);
      save(page);
      if (page.unread) mergeLater();
      tell();
    },
    attempt(change) {
      const trouble = attempt(page, change);
      tell();
      return trouble;
    },
    forget() {
      forget(page);
      tell();
    },
    subscribe: (told) => listeners.push(told),
  };
  /** @type {Page} */
  const page = {
    ...{ outline, current, store, tab, log: openLog(now), merge: undefined, stored: response, seen: new Map() },
    ...{ text: null, written: null, tabText: null, held: false, due: false, unread: false },
  };
  const ready = async () => (page.merge ??= await load());
  const mergeLater = () =>
    ready().then(
      () => (save(page), tell()),
      (error) => fail(page, error, tell),
    );

  takeIn(page);
  if (page.unread) await ready();
  save(page);
  await report(current);
  store.onOutside((written) => changedOutside(page, written, ready).then(tell, (error) => fail(page, error, tell)));
  return current;
}

/** @param {Page} page @param {unknown} error @param {() => void} tell that what is stored could not be read for want of the module */
function fail(page, error, tell) {
  console.error("stored answers:", error);
  doubt(page);
  tell();
}

/** @param {Current} current keeps what reading had to report until the task list tells it */
async function report(current) {
  // Questions to be checked again are told as long as they are.
  const found = current.problems.filter(({ code }) => code !== "recheck");
  if (found.length === 0) return;
  (await import("./notices.mjs")).keepReports(current, found);
  current.edit((response) => response); // as it was read, so that nothing is reported again
}

/** @param {Page} page @param {string|null|undefined} written @param {() => Promise<unknown>} ready */
async function changedOutside(page, written, ready) {
  const { current, log } = page;
  const before = current.response;
  // Deleted by another tab, or long since stored and perhaps deleted.
  if (typeof written !== "string") log.settle();
  takeIn(page);
  if (written || page.unread) {
    await ready();
    takeIn(page);
  }
  if (written) page.merge?.hear(page, written);
  save(page);
  if (written !== undefined && current.response !== before) current.trouble ??= "elsewhere";
}
