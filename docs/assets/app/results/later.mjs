// @ts-check
/** Parts of the result that are loaded when somebody first wants to see them, and drawn at once from then on. */
import { h } from "../dom.mjs";

/** @typedef {import("./view.mjs").View} View */

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
    const place = h("div");
    load()
      .then((module) => place.replaceWith(...draw((loaded = module))))
      .catch((error) => {
        console.error("part of the result:", error);
        place.textContent = say("not_loaded");
      });
    return [place];
  };
}
