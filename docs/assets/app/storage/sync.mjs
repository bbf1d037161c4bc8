// @ts-check
/**
 * One page's answers against what is stored, which other tabs change too. Browsers pass a stored text on to other tabs
 * only after a while, so two tabs may each write over what the other has just written. Every text names the changes it
 * holds (stored-text.mjs); whoever hears of a text without a change of theirs makes that change again on top of it.
 */
import { difference } from "../response/difference.mjs";
import { compact, isTooLarge, newResponse } from "../response/edit.mjs";
import { listed, pack, together } from "./stored-text.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("./current-response.mjs").Current} Current */
/** @typedef {import("./local-storage.mjs").Store} Store */
/** @typedef {import("./stored-text.mjs").Seen} Seen */
/**
 * What a page knows of what is stored.
 * @typedef {object} Page
 * @property {Bank} outline
 * @property {Current} current
 * @property {Store} store
 * @property {Store} tab for changes that the store did not take, from page to page
 * @property {ReturnType<typeof import("./edit-log.mjs").openLog>} log
 * @property {typeof import("./merge.mjs")|undefined} merge loaded only where something is stored
 * @property {string|null} text the stored text as last read or written
 * @property {string|null} written the text that this page wrote last
 * @property {string|null} tabText what the tab keeps, as last read or written
 * @property {Response} stored what stands in `text`
 * @property {Seen} seen changes in the response
 * @property {boolean} held whether what is stored must stay as it is
 * @property {boolean} due whether the response holds more than is stored
 * @property {boolean} unread whether something is stored that takes `merge`
 */

/** @param {Page} page @returns {boolean} whether it knows what is stored; if not, it must not write */
export function takeIn(page) {
  const { current } = page;
  const [stored, kept] = [page.store.read(), page.tab.read()];
  const text = stored.trouble ? page.text : stored.text;
  const tabText = kept.trouble ? page.tabText : kept.text;
  const changed = text !== page.text || tabText !== page.tabText;
  page.unread = changed && !page.merge;
  if (page.unread) return false;
  if (changed) page.merge?.take(page, text, tabText);
  else if (current.trouble === "blocked") {
    current.trouble = null;
    current.saved = page.text !== null && !page.due && !page.held;
  }
  if (stored.trouble) Object.assign(current, { trouble: stored.trouble, saved: false });
  return !stored.trouble;
}

/** @param {Page} page whose changes are all stored */
export function clearTab(page) {
  if (page.tabText !== null && page.tab.remove() === null) page.tabText = null;
}

/** @param {Page} page @param {import("./edit-log.mjs").Change} change made, and to be stored */
export function note(page, change) {
  page.log.add(change);
  page.seen = together(page.seen, page.log.seen());
  page.due = true;
}

/** Store the response; what cannot be stored stays with the tab. @param {Page} page */
export function save(page) {
  const { current, log, outline, store } = page;
  const known = takeIn(page);
  if (!page.due) return;
  const text = compact(outline, current.response);
  const packed = pack(text, page.seen);
  const trouble = isTooLarge(text) ? "large" : known && !page.held ? store.write(packed) : current.trouble;
  current.saved = known && !page.held && trouble === null;
  // What was found on opening stays said until the page is left: saving again does not undo it.
  if (trouble || current.trouble !== "corrupt") current.trouble = trouble;
  if (!current.saved) return keepInTab(page, trouble === "large");
  Object.assign(page, { text: packed, written: packed, stored: current.response, due: false });
  log.setStored();
  clearTab(page);
}

/** @param {Page} page @param {boolean} tooLarge so that nothing could read it back */
function keepInTab(page, tooLarge) {
  const { current, seen, stored, tab } = page;
  const text = JSON.stringify({ seen: listed(seen), changes: difference(stored, current.response) });
  const kept = !tooLarge && tab.write(text) === null;
  if (kept) page.tabText = text;
  current.lasts = kept ? "tab" : "page";
}

/** What another tab has stored could not be read, and may lack changes of this page. @param {Page} page */
export function doubt(page) {
  const { current, log } = page;
  if (log.seen().size === 0) return;
  page.due = true;
  Object.assign(current, { trouble: "unread", saved: false });
  keepInTab(page, false);
}

/** Forget what is not stored. @param {Page} page */
export function forget(page) {
  page.log.forget();
  page.tab.remove();
  Object.assign(page, { tabText: null, due: false });
  page.current.response = newResponse(page.outline);
}
