// @ts-check
/** Back to single answers: what to find out, and what to keep doing. */
import { h } from "../dom.mjs";
import { fold, levelOf, practiceLink, practiceOf, questionLink } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */

const MOST = 5; // shown at once; the rest is folded

/** @param {View} view @returns {(Node|null)[]} */
export function findOut(view) {
  const { advice, say, words } = view;
  const items = advice.findOut.map((id) =>
    item(questionLink(view, id), say("find_out_who", { who: words(practiceOf(view, id).findOut) })),
  );
  return folded(view, "find-out", items);
}

/** @param {View} view @returns {(Node|null)[]} */
export function keepDoing(view) {
  const { bank, advice, response, say, words } = view;
  const items = advice.keepDoing.map((id) => {
    const level = levelOf(view, id) ?? 0;
    const anchor = words(practiceOf(view, id).anchors[level]);
    const seen = response.answers[id]?.basis === "seen" ? ` ${say("seen")}` : "";
    return item(practiceLink(view, id), say("keep_level", { level: bank.levels[level].name, anchor }) + seen);
  });
  return folded(view, "keep-doing", items);
}

/** @param {HTMLElement} link @param {string} text @returns {HTMLElement} */
const item = (link, text) => h("li", {}, link, h("small", {}, text));

/** @param {View} view @param {string} key @param {HTMLElement[]} items @returns {(Node|null)[]} */
function folded(view, key, items) {
  if (items.length === 0) return [];
  const list = (/** @type {HTMLElement[]} */ some) => h("ul", { class: "pp-noted" }, ...some);
  const rest = items.slice(MOST);
  const more = () => fold(view, `more-${key}`, [view.say("more", { n: rest.length })], () => [list(rest)]);
  return [list(items.slice(0, MOST)), rest.length > 0 ? more() : null];
}
