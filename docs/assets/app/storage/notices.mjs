// @ts-check
/** What reading the stored answers had to report, kept until the task list has told it. */
import { ROOT } from "./site.mjs";
import { placesOf } from "./keys.mjs";
import { openStore } from "./local-storage.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Problem} Problem */

/** @param {Bank} outline */
const storeOf = ({ id }) => openStore(placesOf(ROOT.pathname, id).reports);

/** What could not be stored. @type {Problem[]} */
let untold = [];

/** @param {Bank} outline @returns {Problem[]} */
function reportsOf(outline) {
  try {
    const list = JSON.parse(storeOf(outline).read().text ?? "[]");
    return [...untold, ...list.filter((/** @type {any} */ each) => typeof each?.code === "string")];
  } catch {
    return untold;
  }
}

/** @param {Bank} outline @param {Problem[]} problems */
export function keepReports(outline, problems) {
  const texts = [...reportsOf(outline), ...problems].map((each) => JSON.stringify(each));
  const all = [...new Set(texts)].map((text) => JSON.parse(text));
  untold = storeOf(outline).write(JSON.stringify(all)) ? all : [];
}

/** @param {Bank} outline @returns {Problem[]} what nobody has been shown; it is given out once */
export function takeReports(outline) {
  const all = reportsOf(outline);
  if (all.length > 0) storeOf(outline).remove();
  untold = [];
  return all;
}
