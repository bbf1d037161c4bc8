// @ts-check
/** What comes before a result: answers that do not count yet, and a round that asked for them and has not got them. */
import { placesOf } from "../../../storage/keys.mjs";
import { openFolder } from "../../../storage/local-storage.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";

/** @typedef {import("../view.mjs").View} View */

/** @param {View} view @param {string} key @param {string} path where to go on @param {number} n @returns {Node[]} */
const notice = ({ say }, key, path, n) => [
  h("p", { class: "pp-notice" }, say(key, { n }), " ", h("a", { href: new URL(path, ROOT) }, say(`${key}_look`))),
];

/** @param {View} view @returns {Node[]} answers that do not count until they are looked at */
export const waiting = (view, n = view.profile.waiting.length) =>
  n > 0 ? notice(view, "waiting", "assessment/review/", n) : [];

/** @param {View} view @returns {Node[]} */
export function invited(view) {
  const { bank, response } = view;
  // Not by saved-rounds.mjs: what both shared would bring this page's script to the pages of a round.
  const folder = openFolder(placesOf(ROOT.pathname, bank.id).invited);
  // An invitation keeps the mark of each assessment that was handed in, by when that was begun.
  const waits = folder.names().some((id) => !folder.at(id).read().text?.includes(`"${response.created}"`));
  return waits ? notice(view, "invited", "team/answer/", 1) : [];
}
