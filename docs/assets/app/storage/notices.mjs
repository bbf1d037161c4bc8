// @ts-check
/** What reading the stored answers had to report, kept until the task list has told it. */
import { ROOT } from "./site.mjs";
import { placesOf } from "./keys.mjs";
import { openStore } from "./local-storage.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */

/** @param {Bank} outline */
const storeOf = ({ id }) => openStore(placesOf(ROOT.pathname, id).reports);

/** What could not be stored. @type {string[]} */
let untold = [];

/** @param {Bank} outline @returns {string[]} */
function reportsOf(outline) {
  try {
    const list = JSON.parse(storeOf(outline).read().text ?? "[]");
    return [...untold, ...list.filter((/** @type {unknown} */ each) => typeof each === "string")];
  } catch {
    return untold;
  }
}

/** @param {Bank} outline @param {string[]} messages */
export function keepReports(outline, messages) {
  const all = [...new Set([...reportsOf(outline), ...messages])];
  untold = storeOf(outline).write(JSON.stringify(all)) ? all : [];
}

/** @param {Bank} outline @returns {string[]} sentences that nobody has been shown; they are given out once */
export function takeReports(outline) {
  const all = reportsOf(outline);
  if (all.length > 0) storeOf(outline).remove();
  untold = [];
  return all;
}
