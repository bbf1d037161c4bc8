// @ts-check
/** Back to single answers: what to find out, and what to keep doing. */
import { h } from "../../../ui/dom.mjs";
import { practiceLink, questionLink } from "../practice-links.mjs";
import { fold, levelOf, practiceOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */

const MOST = 5; // shown at once; the rest is folded

/** @param {View} view @returns {(Node|null)[]} */
export function findOut(view) {
  const { advice, say, words } = view;
  return folded(view, "find-out", advice.findOut, (id) => {
    const who = words(practiceOf(view, id).findOut ?? "");
    return [questionLink(view, id), who && say("find_out_who", { who })];
  });
}

/** @param {View} view @returns {(Node|null)[]} */
export function keepDoing(view) {
  const { bank, advice, response, say, words } = view;
  return folded(view, "keep-doing", advice.keepDoing, (id) => {
    const level = levelOf(view, id) ?? 0;
    const anchor = words(practiceOf(view, id).anchors[level]);
    const seen = response.answers[id]?.basis === "seen" ? ` ${say("seen")}` : "";
    return [practiceLink(view, id), say("keep_level", { level: bank.levels[level].name, anchor }) + seen];
  });
}

/** @param {View} view @param {string} key @param {string[]} ids @param {(id: string) => [HTMLElement, string]} entry @returns {(Node|null)[]} */
function folded(view, key, ids, entry) {
  if (ids.length === 0) return [];
  const item = (/** @type {string} */ id) => {
    const [link, text] = entry(id);
    return h("li", {}, link, text ? h("small", {}, text) : null);
  };
  const list = (/** @type {string[]} */ some) => h("ul", { class: "pp-noted" }, ...some.map(item));
  const rest = ids.slice(MOST);
  const more = () => fold(view, `more-${key}`, [view.say("more", { n: rest.length })], () => [list(rest)]);
  return [list(ids.slice(0, MOST)), rest.length > 0 ? more() : null];
}
