// @ts-check
/** What reading the stored answers had to report, kept until the task list has told it. */
import { ROOT } from "./site.mjs";
import { placesOf } from "./keys.mjs";
import { openStore } from "./local-storage.mjs";

/** @typedef {Pick<import("./current-response.mjs").Current, "outline"|"browser">} Place */
/** @typedef {import("../types.mjs").Problem} Problem */

/** @param {Place} place */
const storeOf = ({ outline, browser }) => openStore(placesOf(ROOT.pathname, outline.id).reports, browser);

/** What could not be stored. @type {Problem[]} */
let untold = [];

/** @param {Place} place @returns {Problem[]} */
function reportsOf(place) {
  try {
    const list = JSON.parse(storeOf(place).read().text ?? "[]");
    return [...untold, ...list.filter((/** @type {any} */ each) => typeof each?.code === "string")];
  } catch {
    return untold;
  }
}

/** @param {Place} place @param {Problem[]} problems */
export function keepReports(place, problems) {
  const texts = [...reportsOf(place), ...problems].map((each) => JSON.stringify(each));
  const all = [...new Set(texts)].map((text) => JSON.parse(text));
  untold = storeOf(place).write(JSON.stringify(all)) ? all : [];
}

/** @param {Place} place @returns {Problem[]} what nobody has been shown; it is given out once */
export function takeReports(place) {
  const all = reportsOf(place);
  if (all.length > 0) storeOf(place).remove();
  untold = [];
  return all;
}
