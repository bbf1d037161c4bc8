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
/** @typedef {import("./current-response.mjs").Trouble} Trouble */
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
  const { current, outline } = page;
  const known = takeIn(page);
  if (!page.due) return;
  const text = compact(outline, current.response);
  const trouble = isTooLarge(text) ? "large" : known && !page.held ? put(page, text, page.seen) : current.trouble;
  if (page.due) {
    Object.assign(current, { trouble, saved: false });
    return keepInTab(page, trouble === "large");
  }
  page.stored = current.response;
}

/**
 * Make a change only if it can be stored at once. To take it back later might undo what another tab has stored since.
 * @param {Page} page @param {import("./edit-log.mjs").Change} change
 * @returns {Trouble} null when it is made and stored; else nothing has changed
 */
export function attempt(page, change) {
  const { current, log, outline } = page;
  if (!takeIn(page) || page.held) return current.trouble ?? "unread";
  const response = change(current.response);
  const text = compact(outline, response);
  log.add(change);
  const seen = together(page.seen, log.seen());
  const trouble = isTooLarge(text) ? "large" : put(page, text, seen);
  if (trouble) log.drop();
  else {
    current.response = response;
    Object.assign(page, { seen, stored: response });
  }
  return trouble;
}

/** @param {Page} page @param {string} text of all that it shows @param {Seen} seen changes in it @returns {Trouble} null when it is stored */
function put(page, text, seen) {
  const { current, log, store } = page;
  const packed = pack(text, seen);
  const trouble = store.write(packed);
  if (trouble) return trouble;
  Object.assign(page, { text: packed, written: packed, due: false });
  // What was found on opening stays said until the page is left: saving again does not undo it.
  if (current.trouble !== "corrupt") current.trouble = null;
  current.saved = true;
  log.setStored();
  clearTab(page);
  return null;
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
