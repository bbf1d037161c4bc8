// @ts-check
/** What other tabs and earlier pages have stored, taken into a page's answers. Loaded only where there is any. */
import { readResponse } from "../response/read.mjs";
import { newResponse } from "../response/edit.mjs";
import { withDifference } from "../response/patch.mjs";
import { covers, seenOf, together, unpack } from "./stored-text.mjs";
import { clearTab } from "./sync.mjs";

export { recheck } from "../response/read.mjs";

/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("./sync.mjs").Page} Page */
/** @typedef {{response: Response, seen: import("./stored-text.mjs").Seen}} State */

/** What reading may report without having left anything out. */
const WHOLE = ["kept-aside", "restored", "moved", "play-moved", "recheck"];

/** @param {Page} page @param {string|null} text @param {string|null} tabText takes both, with this page's changes on top */
export function take(page, text, tabText) {
  const { current, log, outline } = page;
  Object.assign(page, { text, tabText, held: false });
  current.trouble = null;
  if (text === null) log.settle();
  const read = text === null ? { response: newResponse(outline), seen: new Map() } : readStored(page, text);
  page.stored = read?.response ?? newResponse(outline);
  // What cannot be read leaves the response as it is, with all changes in it.
  const base = read ?? { response: current.response, seen: page.seen };
  const kept = keptOn(page, base);
  const { response, seen } = kept ?? base;
  const missing = read ? log.missingIn(seen) : [];
  current.response = missing.reduce((before, change) => change(before), response);
  page.seen = together(seen, log.seen());
  page.due = kept !== null || log.isDue();
  current.saved = text !== null && read !== null && !page.due;
  if (current.saved) clearTab(page);
}

/** @param {Page} page @param {string} packed @returns {State|null} null where it cannot be read: `held` and `trouble` say what of it */
function readStored(page, packed) {
  const { current, log, outline, store } = page;
  const { text, seen } = unpack(packed);
  // A text that does not say what it holds was not written by a page like this one.
  if (seen === null) log.settle();
  const { response, problems } = readResponse(outline, text);
  if (response) {
    const whole = problems.every(({ code }) => WHOLE.includes(code));
    page.held = !whole && store.setAside(text) !== null;
    if (page.held) current.trouble = "full";
    current.problems = problems;
    return { response, seen: seen ?? new Map() };
  }
  if (problems[0].code === "newer-version") {
    page.held = true;
    current.trouble = "newer";
  } else {
    current.aside = text;
    page.held = store.setAside(text) !== null;
    current.trouble = page.held ? "full" : "corrupt";
  }
  return null;
}

/**
 * @param {Page} page
 * @param {State} base
 * @returns {State|null} with the changes that the tab keeps; null where it keeps none, or the base holds them
 */
function keptOn(page, { response, seen }) {
  try {
    const kept = JSON.parse(page.tabText ?? "null");
    const held = seenOf(kept?.seen);
    if (!held || covers(seen, held)) return null;
    const text = JSON.stringify(withDifference(response, kept.changes));
    const found = readResponse(page.outline, text).response;
    return found && { response: found, seen: together(seen, held) };
  } catch {
    return null; // not written by a page like this one
  }
}

/**
 * A text that this page has written over, perhaps without having read it: its writer may be gone, so what it held is
 * taken in here. Where it lacks a change of a third page, its writer or that page must be there to make up for it.
 * @param {Page} page @param {string} packed
 */
export function hear(page, packed) {
  const { seen } = unpack(packed);
  if (!seen || page.text === null || page.text !== page.written || covers(page.seen, seen)) return;
  const own = page.log.seen();
  if (!covers(seen, new Map([...page.seen].filter(([id]) => !own.has(id))))) return;
  const { text } = page;
  take(page, packed, page.tabText);
  page.text = text;
  page.due = true;
}
