// @ts-check
/** Style sheets that only some pages need. */
import { h } from "./dom.mjs";

/** @type {Map<string, Promise<unknown>>} */
const loaded = new Map();

/** @param {string} file beside this one @returns {Promise<unknown>} once its look is there, or cannot be had */
export function styled(file) {
  const load = () =>
    new Promise((done) => {
      const href = new URL(file, import.meta.url);
      document.head.append(h("link", { rel: "stylesheet", href, onload: done, onerror: done }));
    });
  if (!loaded.has(file)) loaded.set(file, load());
  return /** @type {Promise<unknown>} */ (loaded.get(file));
}
