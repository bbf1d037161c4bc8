// @ts-check
/** Back to single answers: what to find out, and what to keep doing. */
import { ROOT } from "../current.mjs";
import { h } from "../dom.mjs";
import { levelOf, practiceOf } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */

const MOST = 5; // shown at once; the rest is folded

/** @param {View} view @returns {(Node|null)[]} */
export function findOut(view) {
  const { advice, say, words } = view;
  const items = advice.findOut.map((id) => {
    const { title, findOut: who, questionUrl } = practiceOf(view, id);
    const link = h("a", { href: new URL(questionUrl, ROOT) }, words(title));
    return h("li", {}, link, h("small", {}, ` ${say("find_out_who", { who: words(who) })}`));
  });
  return folded(items, "find-out", say);
}

/** @param {View} view @returns {(Node|null)[]} */
export function keepDoing(view) {
  const { bank, advice, response, say, words } = view;
  const items = advice.keepDoing.map((id) => {
    const { title, anchors, url } = practiceOf(view, id);
    const level = levelOf(view, id) ?? 0;
    const seen = response.answers[id]?.basis === "seen" ? ` ${say("seen")}` : "";
    const text = say("keep_level", { level: bank.levels[level].name, anchor: words(anchors[level]) });
    return h("li", {}, h("a", { href: new URL(url, ROOT) }, words(title)), h("small", {}, ` ${text}${seen}`));
  });
  return folded(items, "keep-doing", say);
}

/** @param {HTMLElement[]} items @param {string} key @param {import("../dom.mjs").Say} say @returns {(Node|null)[]} */
function folded(items, key, say) {
  if (items.length === 0) return [];
  const rest = items.slice(MOST);
  const more = h(
    "details",
    { "data-key": `more-${key}` },
    h("summary", {}, say("more", { n: rest.length })),
    h("ul", {}, ...rest),
  );
  return [h("ul", { class: "pp-tasks-list" }, ...items.slice(0, MOST)), rest.length > 0 ? more : null];
}
