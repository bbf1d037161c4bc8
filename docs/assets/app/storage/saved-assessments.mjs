// @ts-check
/** The assessments kept in this browser: listed, put aside, taken into use. What cannot be done changes nothing. */
import { ROOT } from "./site.mjs";
import { compact, isTooLarge } from "../response/edit.mjs";
import { freshId, placesOf } from "./keys.mjs";
import { inOrder, readEarlier, unwrap, worthKeeping, wrap } from "../response/saved-format.mjs";
import { openFolder, openStore } from "./local-storage.mjs";

/** @typedef {import("./current-response.mjs").Current} Current */
/** @typedef {import("../response/saved-format.mjs").Held} Held */
/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {Exclude<import("./current-response.mjs").Trouble, "elsewhere"|"corrupt">} Trouble */
/** `text` as it is stored, null where the browser did not give it out.
 * @typedef {{id: string, text: string|null} & ReturnType<typeof unwrap>} Entry */
/**
 * @typedef {object} Kept
 * @property {() => Entry[]} others all but the one in use
 * @property {() => Held} inUse
 * @property {(held: Held, id?: string) => Trouble} add keeps it beside the one in use, under this id or a fresh one
 * @property {(id: string, text: string) => Trouble} put
 * @property {(id: string) => Trouble} remove
 * @property {(held: Held) => Trouble} take puts it in the place of the one in use; where this browser stores nothing, as
 *   long as the page is open
 * @property {(held: Held, from?: string) => Trouble} use puts the one in use aside, if anybody would miss it, and takes
 *   this one, which leaves its place among the others
 * @property {import("./local-storage.mjs").Folder} aside texts that could not be read
 * @property {(changed: () => void) => void} subscribe
 */

/** @type {WeakMap<Current, Kept>} */
const opened = new WeakMap();

/** @param {Current} current @returns {Kept} the same for every module of the page */
export function openKept(current) {
  const kept = opened.get(current) ?? open(current);
  opened.set(current, kept);
  return kept;
}

/** @param {Current} current @returns {Kept} */
function open(current) {
  const { browser, outline } = current;
  const places = placesOf(ROOT.pathname, outline.id);
  const folder = openFolder(places.others, browser);
  const before = openStore(places.before, browser);
  /** @type {(() => void)[]} */
  const listeners = [];
  const tell = () => listeners.forEach((told) => told());
  const putAside = (/** @type {Held} */ held, /** @type {string} */ id) =>
    storing(outline, held, () => folder.at(id).write(wrap(outline, held)));
  const told = (/** @type {Trouble} */ trouble) => (tell(), trouble);
  /** @type {Kept} */
  const kept = {
    others() {
      /** @type {(id: string) => Entry[]} */
      const read = (id) => {
        const { text, trouble } = folder.at(id).read();
        if (trouble) return [{ id, text, response: null, before: null, problems: [{ code: "not-given" }] }];
        return text === null ? [] : [{ id, text, ...unwrap(outline, text) }];
      };
      return inOrder(folder.names().flatMap(read));
    },
    inUse() {
      const { text, trouble } = before.read();
      const unread = trouble !== null && current.trouble !== "blocked";
      return { response: current.response, before: unread ? undefined : readEarlier(outline, text) };
    },
    add: (held, id = freshId()) => told(putAside(held, id)),
    put: (id, text) => told(folder.at(id).write(text)),
    remove: (id) => told(folder.at(id).remove()),
    take: (held) => told(take(current, before, held)),
    use(held, from) {
      if (current.trouble === "newer") return "newer";
      const present = kept.inUse();
      if (present.before === undefined) return "blocked";
      const id = freshId();
      const trouble = worthKeeping(present) ? putAside(present, id) : null;
      if (trouble) return trouble;
      const taken = take(current, before, held);
      if (taken === null && from !== undefined) folder.at(from).remove();
      // Only when the one in use is stored again in its place.
      if (taken !== null && current.saved) folder.at(id).remove();
      return told(taken);
    },
    aside: openFolder(places.aside, browser),
    subscribe: (listener) => listeners.push(listener),
  };
  folder.onOutside(tell);
  return kept;
}

/** Never stores what could not be read back. @param {Bank} outline @param {Held} held @param {() => Trouble} store @returns {Trouble} */
const storing = (outline, { response, before }, store) =>
  [response, before].some((each) => each && isTooLarge(compact(outline, each))) ? "large" : store();

/**
 * @param {Current} current
 * @param {import("./local-storage.mjs").Store} before earlier answers shown beside those in use
 * @param {Held} held comes in the place of both
 * @returns {Trouble}
 */
function take(current, before, held) {
  if (current.trouble === "newer") return "newer";
  const { outline } = current;
  const was = { response: current.response, before: before.read() };
  // Where nothing can be stored at all, the page alone holds it.
  const unstored = current.trouble === "blocked";
  if (unstored !== (was.before.trouble !== null)) {
    current.edit((response) => response); // what could not be read before, and must not be written over
    return "blocked";
  }
  const beside = held.before && compact(outline, held.before);
  // Earlier answers come before those they are shown beside, and go after them: what fails between loses none.
  const trouble = storing(outline, held, () => (beside ? before.write(beside) : null));
  if (trouble === "large" || (trouble && !unstored)) return trouble;
  const change = () => held.response;
  const lost = /** @type {Trouble} */ (current.attempt(change));
  if (lost === "blocked" && unstored) {
    current.edit(change);
    return null;
  }
  const left = lost ?? (beside ? null : before.remove());
  if (left && !lost) current.edit(() => was.response);
  if (left && beside) {
    const { text } = was.before;
    const trouble = text === null ? before.remove() : before.write(text);
    // Where even that fails, the page is to say so.
    if (trouble) current.edit((response) => response);
  }
  return left;
}
