// @ts-check
/** Says once, in plain words, when answers are not being saved, and offers them as a file. */
import { download, h } from "./dom.mjs";
import { serialise } from "./responses.mjs";

/** @typedef {import("./current.mjs").Current} Current */

/**
 * @param {HTMLElement} status an element with role=status
 * @param {Current} current
 * @param {import("./dom.mjs").Say} say
 * @returns {boolean} whether there is trouble
 */
export function showTrouble(status, current, say) {
  const { trouble } = current;
  if (trouble === null) {
    delete status.dataset.trouble;
    return false;
  }
  if (status.dataset.trouble === trouble) return true;
  status.dataset.trouble = trouble;
  const save = () => download("push-to-pull-answers.json", serialise(current.outline, current.response));
  const buttons = [h("button", { type: "button", class: "pp-link-button", onclick: save }, say("save_file"))];
  const { aside } = current;
  if (aside) {
    const keep = () => download("push-to-pull-unreadable.txt", aside, "text/plain");
    buttons.unshift(h("button", { type: "button", class: "pp-link-button", onclick: keep }, say("save_aside")));
  }
  status.replaceChildren(say(trouble), ...buttons.flatMap((button) => [" ", button]));
  return true;
}
