// @ts-check
/** The assessments kept in this browser: listed, put aside, taken into use. What cannot be done changes nothing. */
import { ROOT } from "./site.mjs";
import { compact, isTooLarge } from "../response/edit.mjs";
import { placesOf } from "./keys.mjs";
import { inOrder, readEarlier, unwrap, worthKeeping, wrap } from "../response/saved-format.mjs";
import { openFolder, openStore } from "./local-storage.mjs";

/** @typedef {import("./current-response.mjs").Current} Current */
/** @typedef {import("../response/saved-format.mjs").Held} Held */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {Exclude<import("./current-response.mjs").Trouble, "elsewhere"|"corrupt">} Trouble */
/** `text` as it is stored. @typedef {{id: string, text: string} & ReturnType<typeof unwrap>} Entry */
/**
 * @typedef {object} Kept
 * @property {() => Entry[]} others all but the one in use
 * @property {() => Held} inUse
 * @property {(held: Held, id?: string) => Trouble} add keeps it beside the one in use, under this id or a fresh one
 * @property {(id: string, text: string) => Trouble} put
 * @property {(id: string) => Trouble} remove
 * @property {(held: Held) => Trouble} take puts it in the place of the one in use
 * @property {(held: Held, from?: string) => Trouble} use puts the one in use aside, if anybody would miss it, and takes
 *   this one, which leaves its place among the others
 * @property {import("./local-storage.mjs").Folder} aside texts that could not be read
 * @property {(changed: () => void) => void} subscribe
 */

/** With these the change has to be taken back; without storage, it holds as long as the tab is open. */
const FAILED = ["full", "large", "unread"];

/** @type {WeakMap<Current, Kept>} */
const opened = new WeakMap();

/** @param {Current} current @returns {Kept} the same for every module of the page */
export function openKept(current) {
  const kept = opened.get(current) ?? open(current);
  opened.set(current, kept);
  return kept;
}

/** @returns {string} sorts by time; two tabs never choose the same */
export const freshId = () =>
  Date.now().toString(36) + [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(36)).join("");

/** @param {Current} current @returns {Kept} */
function open(current) {
  const { browser, outline } = current;
  const places = placesOf(ROOT.pathname, outline.id);
  const folder = openFolder(places.others, browser);
  const before = openStore(places.before, browser);
  /** @type {(() => void)[]} */
  const listeners = [];
  const tell = () => listeners.forEach((told) => told());
  const setBefore = (/** @type {string|null} */ text) => (text === null ? before.remove() : before.write(text));
  const textOf = (/** @type {Response} */ response) => compact(outline, response);
  /** Never stores what could not be read back. @type {(held: Held, store: () => Trouble) => Trouble} */
  const storing = ({ response, before }, store) =>
    [response, before].some((each) => each && isTooLarge(textOf(each))) ? "large" : store();
  const putAside = (/** @type {Held} */ held, /** @type {string} */ id) =>
    storing(held, () => folder.at(id).write(wrap(outline, held)));
  const told = (/** @type {Trouble} */ trouble) => (tell(), trouble);

  const take = (/** @type {Held} */ held) => {
    if (current.trouble === "newer") return "newer";
    const was = { response: current.response, before: before.read().text };
    const trouble = storing(held, () => setBefore(held.before && textOf(held.before)));
    if (trouble === "large") return trouble;
    if (trouble !== "full") current.edit(() => held.response);
    const found = /** @type {Trouble} */ (trouble === "full" || current.saved ? trouble : current.trouble);
    if (!FAILED.includes(found ?? "")) return found;
    setBefore(was.before);
    current.edit(() => was.response);
    return found;
  };
  /** @type {Kept} */
  const kept = {
    others() {
      const texts = folder.names().map((id) => ({ id, text: folder.at(id).read().text ?? "" }));
      return inOrder(texts.map(({ id, text }) => ({ id, text, ...unwrap(outline, text) })));
    },
    inUse: () => ({ response: current.response, before: readEarlier(outline, before.read().text) }),
    add: (held, id = freshId()) => told(putAside(held, id)),
    put: (id, text) => told(folder.at(id).write(text)),
    remove: (id) => told(folder.at(id).remove()),
    take: (held) => told(take(held)),
    use(held, from) {
      if (current.trouble === "newer") return "newer";
      const present = kept.inUse();
      const id = freshId();
      const trouble = worthKeeping(present) ? putAside(present, id) : null;
      if (trouble) return trouble;
      const taken = take(held);
      if (taken) folder.at(id).remove();
      else if (from !== undefined) folder.at(from).remove();
      return told(taken);
    },
    aside: openFolder(places.aside, browser),
    subscribe: (listener) => listeners.push(listener),
  };
  folder.onOutside(tell);
  return kept;
}
