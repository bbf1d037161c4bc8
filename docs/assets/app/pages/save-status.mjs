// @ts-check
/** Says once, in plain words, when answers are not being saved or were changed elsewhere, and offers them as a file. */
import { download, h } from "../ui/dom.mjs";
import { saveAnswers } from "./answers-file.mjs";

/** @typedef {import("../storage/current-response.mjs").Current} Current */

/** With these, what was changed last is not stored. */
const UNSAVED = ["blocked", "full", "newer", "unread"];

/**
 * @param {HTMLElement} status an element with role=status
 * @param {Current} current
 * @param {import("../ui/dom.mjs").Say} say
 */
export function showTrouble(status, current, say) {
  const { trouble, aside, lasts } = current;
  const lost = trouble !== null && UNSAVED.includes(trouble);
  const state = [trouble, lost && lasts].filter(Boolean).join(" ");
  if ((status.dataset.trouble ?? "") === state) return;
  if (trouble === null) {
    delete status.dataset.trouble;
    return status.replaceChildren();
  }
  status.dataset.trouble = state;
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    h("button", { type: "button", class: "pp-link-button", onclick: act }, say(key));
  const save = () => saveAnswers(current.outline, current.response, `${current.outline.id}-answers.json`);
  const keep = () => download(`${current.outline.id}-unreadable.txt`, aside ?? "", "text/plain");
  // A file that is too large could not be opened again.
  const buttons = trouble === "elsewhere" || trouble === "large" ? [] : [button("save_file", save)];
  if (aside) buttons.unshift(button("save_aside", keep));
  const kept = aside && trouble !== "corrupt" ? `${say("unreadable_kept")} ` : "";
  status.replaceChildren(h("p", {}, kept, say(trouble), lost && ` ${say(`lasts_${lasts}`)}`), ...buttons);
}
