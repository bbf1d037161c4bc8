// @ts-check
/** The way back to a round that asked for these answers and has not got them. */
import { placesOf } from "../../../storage/keys.mjs";
import { openFolder } from "../../../storage/local-storage.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";

/** @param {import("../view.mjs").View} view @returns {Node[]} */
export function invited({ bank, response: { created }, say }) {
  // Not by saved-rounds.mjs: what both shared would bring this page's script to the pages of a round.
  const folder = openFolder(placesOf(ROOT.pathname, bank.id).invited);
  // An invitation keeps the mark of each assessment that was handed in, by when that was begun.
  const waits = folder.names().some((id) => !folder.at(id).read().text?.includes(`"${created}"`));
  if (!waits) return [];
  const back = h("a", { href: new URL("team/answer/", ROOT) }, say("invited_hand_in"));
  return [h("p", { class: "pp-notice" }, say("invited"), " ", back)];
}
