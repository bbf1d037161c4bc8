// @ts-check
/** The worksheets of every kind that are kept in this browser. */
import { freshId, placesOf } from "./keys.mjs";
import { openFolder } from "./local-storage.mjs";
import { ROOT } from "./site.mjs";

const SHEET = /^[^:]*(:[0-9a-z]{6,})?$/; // beside it lies what a tab has open, and what could not be read

/** @param {string} bankId @param {import("./local-storage.mjs").Browser} [browser] @returns {import("./local-storage.mjs").Folder} */
export const sheetsFolder = (bankId, browser) => openFolder(`${placesOf(ROOT.pathname, bankId).inUse}:sheet:`, browser);

/** @param {string} bankId @param {import("./local-storage.mjs").Browser} [browser] @returns {string[]} their texts */
export function allSheets(bankId, browser) {
  const folder = sheetsFolder(bankId, browser);
  return folder
    .names()
    .filter((name) => SHEET.test(name))
    .flatMap((name) => folder.at(name).read().text ?? []);
}

/**
 * @param {string} bankId @param {string} kind id of the worksheet @param {string} text @param {import("./local-storage.mjs").Browser} [browser]
 * @returns {{trouble: import("./local-storage.mjs").Trouble, remove: () => void}} of a further sheet of this kind: none is written over
 */
export function addSheet(bankId, kind, text, browser) {
  const folder = sheetsFolder(bankId, browser);
  const isFirst = !folder.names().some((name) => SHEET.test(name) && name.split(":")[0] === kind);
  const store = folder.at(isFirst ? kind : `${kind}:${freshId()}`);
  return { trouble: store.write(text), remove: store.remove };
}
