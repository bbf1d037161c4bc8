// @ts-check
/** Says once, in plain words, when answers are not being saved or were changed elsewhere, and offers them as a file. */
import { download, h } from "../ui/dom.mjs";
import { serialise } from "../response/edit.mjs";

/** @typedef {import("../storage/current-response.mjs").Current} Current */

/**
 * @param {HTMLElement} status an element with role=status
 * @param {Current} current
 * @param {import("../ui/dom.mjs").Say} say
 */
export function showTrouble(status, current, say) {
  const { trouble, aside } = current;
  if ((status.dataset.trouble ?? null) === trouble) return;
  if (trouble === null) {
    delete status.dataset.trouble;
    status.replaceChildren();
    return;
  }
  status.dataset.trouble = trouble;
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    h("button", { type: "button", class: "pp-link-button", onclick: act }, say(key));
  const save = () => download("push-to-pull-answers.json", serialise(current.outline, current.response));
  const keep = () => download("push-to-pull-unreadable.txt", aside ?? "", "text/plain");
  const buttons = trouble === "elsewhere" ? [] : [button("save_file", save)];
  if (aside) buttons.unshift(button("save_aside", keep));
  const kept = aside && trouble !== "corrupt" ? `${say("unreadable_kept")} ` : "";
  status.replaceChildren(h("p", {}, kept, say(trouble)), ...buttons);
}
