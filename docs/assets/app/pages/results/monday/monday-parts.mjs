// @ts-check
/** What the Monday card and its question have in common: days, titles, buttons, and a change that can be taken back. */
import { dateOf } from "../../../ui/format.mjs";
import { h } from "../../../ui/dom.mjs";
import { findPlay } from "../view.mjs";
import { noticeIn, setNotice } from "./monday-notice.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Response} Response */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("./monday-notice.mjs").Part} Part */

/** @param {string} day as 2026-12-07 @returns {string} as Monday 7 December 2026 */
export const dayOf = (day) => dateOf(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** @param {View} view @param {string} play @returns {string} */
export const titleOf = (view, play) => view.words(findPlay(view, play)?.title ?? play);

/** @param {string} text @param {string} key @param {() => unknown} onclick @returns {HTMLElement} */
export const button = (text, key, onclick) =>
  h("button", { type: "button", class: "md-button", "data-key": `monday-${key}`, onclick }, text);

/** @param {string} key moves the focus there, since what had it is gone */
const focusOn = (key) => /** @type {HTMLElement|null} */ (document.querySelector(`[data-key="${key}"]`))?.focus();

/**
 * Make a change that says what was done, and leaves a way back.
 * @param {View} view @param {Say} say @param {Part} part @param {string} text
 * @param {(response: Response) => Response} change
 * @param {(response: Response) => Response} back
 */
export function changed(view, say, part, text, change, back) {
  const undo = () => {
    setNotice(null);
    view.act.edit(back, say("monday_undone"));
    focusOn("monday-first");
  };
  setNotice({ part, text, undo });
  view.folds.set("monday", true);
  view.act.edit(change, text);
  focusOn("monday-undo");
}

/** @param {Say} say @param {Part} part @returns {HTMLElement[]} what was last done there */
export function noticeOf(say, part) {
  const notice = noticeIn(part);
  if (!notice) return [];
  const undo = h(
    "button",
    { type: "button", class: "pp-link-button", "data-key": "monday-undo", onclick: notice.undo },
    say("undo"),
  );
  return [h("p", { class: "pp-notice" }, notice.text, " ", undo)];
}
