// @ts-check
/** Parts of the result that are loaded when somebody first wants to see them, and drawn at once from then on. */
import { h, styled } from "../../ui/dom.mjs";

/** @typedef {import("./view.mjs").View} View */

/** @returns {Promise<unknown>} once the look of such parts is there */
export const dressed = () => styled("results-lazy.css");

const WAIT = 2_000; // milliseconds, for those who only look, and for searching in the page
const SIGNS = ["scroll", "pointermove", "pointerdown", "keydown", "focusin"];

/** @returns {Promise<void>} once somebody turns to the page: at the first sign of it, at once where the address names a place, else after a while */
export const wanted = () =>
  new Promise((done) => {
    const go = () => {
      for (const sign of SIGNS) window.removeEventListener(sign, go);
      done();
    };
    for (const sign of SIGNS) window.addEventListener(sign, go, { passive: true });
    if (location.hash) go();
    else setTimeout(go, WAIT);
  });

/**
 * @template Module
 * @param {() => Promise<Module>} load
 * @returns {(view: View, draw: (module: Module) => Node[]) => Node[]} what `draw` makes; while the module is on its
 *   way, a place that makes room for it, and says so should it not come
 */
export function later(load) {
  /** @type {Module|undefined} */
  let loaded;
  return ({ say }, draw) => {
    if (loaded) return draw(loaded);
    const place = h("div", { "aria-busy": "true" });
    Promise.all([load(), dressed()])
      .then(([module]) => place.replaceWith(...draw((loaded = module))))
      .catch((error) => {
        console.error("part of the result:", error);
        place.removeAttribute("aria-busy");
        place.textContent = say("not_loaded");
      });
    return [place];
  };
}
