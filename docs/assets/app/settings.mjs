// @ts-check
/** How this person likes the form on this device: kept apart from the answers, which travel. */
import { ROOT } from "./current.mjs";
import { openStore } from "./storage.mjs";

/** One question at a time; number keys choose answers. @typedef {{single: boolean, keys: boolean}} Settings */

const store = openStore(`push-to-pull:${ROOT.pathname}:settings`);

/** @returns {Settings} what was chosen here before; else grouped questions, with keys */
export function readSettings() {
  try {
    const { single, keys } = JSON.parse(store.read().text ?? "{}");
    return { single: single === true, keys: keys !== false };
  } catch {
    return { single: false, keys: true };
  }
}

/** @param {Settings} settings */
export const writeSettings = (settings) => store.write(JSON.stringify(settings));
