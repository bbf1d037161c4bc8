// @ts-check
/** The worksheets kept in this browser: several of a kind, each under a key of its own; and which one a tab has open. */
import { freshId, placesOf } from "./keys.mjs";
import { openFolder, openStore } from "./local-storage.mjs";
import { ROOT } from "./site.mjs";

/** @typedef {import("./local-storage.mjs").Store} Store */
/** @typedef {import("./local-storage.mjs").Trouble} Trouble */
/**
 * @typedef {object} SavedSheets of one kind
 * @property {() => string[]} keys the first of which is that of a sheet without a name of its own
 * @property {(key: string) => Store} at
 * @property {() => string} fresh a key that is not used
 * @property {() => string} open key of the one that this tab shows
 * @property {(key: string) => void} setOpen
 * @property {(told: () => void) => void} onOutside calls back when another tab has changed any of them
 */

const OWN = /^:[0-9a-z]{6,}$/;

/** @param {string} bankId @param {string} kind id of the worksheet @param {import("./local-storage.mjs").Browser} [browser] @returns {SavedSheets} */
export function openSheets(bankId, kind, browser = window) {
  const prefix = `${placesOf(ROOT.pathname, bankId).inUse}:sheet:${kind}`; // as all-sheets.mjs has it
  const folder = openFolder(prefix, browser);
  const chosen = openStore(`${prefix}:open`, browser, "sessionStorage");
  const keys = () => folder.names().filter((key) => key === "" || OWN.test(key));
  return {
    keys,
    at: folder.at,
    fresh: () => `:${freshId()}`,
    open() {
      const [all, key] = [keys(), chosen.read().text];
      return key !== null && (key === "" || all.includes(key)) ? key : (all[0] ?? "");
    },
    setOpen: (key) => void chosen.write(key),
    onOutside: folder.onOutside,
  };
}
