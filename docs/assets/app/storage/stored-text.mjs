// @ts-check
/**
 * The text that a browser keeps of a response: its compact JSON, with a note of the changes it holds. Each page numbers
 * its changes; a tab that reads `seen` knows which of its own another tab has written over without having read them. Pure.
 */

/** How many changes of each page, by the page's id; the pages that wrote last stand last. @typedef {Map<string, number>} Seen */

const MARK = /,"seen":(\[[^{}]*\])\}$/;
const MOST = 40; // pages; an id is forgotten when so many have written since

/** @param {Seen} seen @returns {[string, number][]} as JSON holds it */
export const listed = (seen) => [...seen].slice(-MOST);

/** @param {unknown} list @returns {Seen|null} null for anything else than `listed` gives */
export function seenOf(list) {
  const isPair = (/** @type {unknown} */ each) =>
    Array.isArray(each) && typeof each[0] === "string" && Number.isInteger(each[1]);
  return Array.isArray(list) && list.every(isPair) ? new Map(list) : null;
}

/** @param {string} text JSON of an object @param {Seen} seen @returns {string} */
export const pack = (text, seen) => `${text.slice(0, -1)},"seen":${JSON.stringify(listed(seen))}}`;

/** @param {string} packed @returns {{text: string, seen: Seen|null}} null where the text does not say */
export function unpack(packed) {
  const found = MARK.exec(packed);
  if (!found) return { text: packed, seen: null };
  const text = `${packed.slice(0, found.index)}}`;
  try {
    return { text, seen: seenOf(JSON.parse(found[1])) };
  } catch {
    return { text, seen: null };
  }
}

/** @param {Seen} seen @param {Seen} other @returns {boolean} whether the first holds all that the other does */
export const covers = (seen, other) => [...other].every(([page, count]) => (seen.get(page) ?? 0) >= count);

/** @param {Seen} one @param {Seen} other @returns {Seen} what both together hold */
export function together(one, other) {
  const all = new Map(one);
  for (const [page, count] of other) {
    const most = Math.max(count, all.get(page) ?? 0);
    all.delete(page); // so that it stands last
    all.set(page, most);
  }
  return all;
}
