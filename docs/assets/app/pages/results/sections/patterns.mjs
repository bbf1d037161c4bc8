// @ts-check
/** Patterns across answers: what each says, which answers set it off, and where to read on. */
import { h } from "../../../ui/dom.mjs";
import { practiceLink } from "../practice-links.mjs";
import { findPractice, levelOf, practiceOf, short } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */

/** @param {View} view @returns {(Node|null)[]} */
export function patterns(view) {
  const { bank, advice, say } = view;
  const fired = bank.insights.filter(({ id }) => advice.insights.includes(id));
  if (fired.length === 0) return [h("p", {}, say("no_patterns"))];
  return [h("ul", { class: "pp-patterns" }, ...fired.map((insight) => pattern(view, insight)))];
}

/** @param {View} view @param {import("../../../types.mjs").WholeInsight} insight @returns {HTMLElement} */
function pattern(view, { say: text, when, practices }) {
  const reasons = when.map((condition) => h("li", {}, reason(view, condition)));
  const links = practices.flatMap((id, n) => [n > 0 ? "; " : " ", practiceLink(view, id)]);
  return h(
    "li",
    {},
    h("p", {}, view.words(text)),
    h("ul", { class: "pp-fired" }, ...reasons),
    h("p", {}, view.say("read_on"), ...links),
  );
}

/** @param {View} view @param {import("../../../types.mjs").Condition} condition @returns {string} the answer or score that made the condition hold */
function reason(view, condition) {
  const { bank, profile, say, words } = view;
  if (condition.practice) {
    const { title, anchors } = practiceOf(view, condition.practice);
    const anchor = words(anchors[levelOf(view, condition.practice) ?? 0]);
    return say("fired_answer", { title: words(title), anchor });
  }
  const [a, b] = (condition.gap ?? [condition.mean ?? ""]).map((id) => {
    const asked = findPractice(view, id);
    if (asked) return { name: words(asked.title), shown: words(asked.anchors[levelOf(view, id) ?? 0]) };
    return {
      name: [...bank.axes, ...bank.dimensions].find((each) => each.id === id)?.name ?? id,
      shown: short(view, profile.axes[id] ?? profile.dimensions[id] ?? profile.outcomes[id]),
    };
  });
  return b ? `${say("named", a)} ${say("named", b)}` : say("named", a);
}
