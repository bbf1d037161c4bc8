// @ts-check
/** The changes made on one page, numbered, each until every other tab must have heard of it. Pure but for the clock. */

/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("./stored-text.mjs").Seen} Seen */
/** @typedef {(response: Response) => Response} Change */

/** Milliseconds by when a stored text has reached the other tabs of a slow machine. */
const REACHED = 10_000;

/** @returns {string} two pages never have the same */
const freshPage = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join("");

/** @param {() => number} [now] @param {string} [page] */
export function openLog(now = Date.now, page = freshPage()) {
  let count = 0;
  /** @type {{number: number, change: Change, at: number, stored: boolean}[]} */
  let changes = [];
  const dropOld = () => {
    while (changes[0]?.stored && now() - changes[0].at > REACHED) changes.shift();
  };
  return {
    /** @returns {Seen} all changes of this page */
    seen: () => new Map(count > 0 ? [[page, count]] : []),
    /** @param {Change} change */
    add(change) {
      dropOld();
      changes.push({ number: (count += 1), change, at: now(), stored: false });
    },
    /** Take the last one out again: no text holds it. */
    drop() {
      changes.pop();
      count -= 1;
    },
    /** @returns {boolean} whether any change is not stored */
    isDue: () => changes.some(({ stored }) => !stored),
    setStored: () => changes.forEach((each) => (each.stored = true)),
    /** Forget what is stored: whoever has deleted it since meant to. */
    settle: () => (changes = changes.filter(({ stored }) => !stored)),
    forget: () => (changes = []),
    /**
     * From now on these are not stored.
     * @param {Seen} seen what a text holds that was written since
     * @returns {Change[]} what it lacks, in the order made
     */
    missingIn(seen) {
      dropOld();
      for (const each of changes) each.stored = each.number <= (seen.get(page) ?? 0);
      return changes.filter(({ stored }) => !stored).map(({ change }) => change);
    },
  };
}
