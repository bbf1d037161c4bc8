// @ts-check
/** The way back to a round that asked for these answers and has not got them. */
import { isAwaited } from "../../../storage/open-invitation.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";

/** @param {import("../view.mjs").View} view @returns {Node[]} */
export function invited({ bank, response: { created }, say }) {
  if (!isAwaited(bank.id, created)) return [];
  const back = h("a", { href: new URL("team/answer/", ROOT) }, say("invited_hand_in"));
  return [h("p", { class: "pp-notice" }, say("invited"), " ", back)];
}
