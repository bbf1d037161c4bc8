// @ts-check
/** Patterns across answers: what each says, which answers set it off, and where to read on. */
import { ROOT } from "../current.mjs";
import { h } from "../dom.mjs";
import { levelOf, practiceOf, shown } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */

/** @param {View} view @returns {(Node|null)[]} */
export function patterns(view) {
  const { bank, advice, say, words } = view;
  const fired = bank.insights.filter((/** @type {any} */ { id }) => advice.insights.includes(id));
  if (fired.length === 0) return [h("p", {}, say("no_patterns"))];
  const items = fired.map((/** @type {any} */ insight) =>
    h(
      "li",
      {},
      h("p", {}, words(insight.say)),
      h(
        "ul",
        { class: "pp-fired" },
        ...insight.when.map((/** @type {any} */ condition) => h("li", {}, reason(view, condition))),
      ),
      h(
        "p",
        {},
        `${say("read_on")} `,
        ...insight.practices.flatMap((/** @type {string} */ id, /** @type {number} */ i) => [
          i ? "; " : "",
          link(view, id),
        ]),
      ),
    ),
  );
  return [h("ul", { class: "pp-patterns" }, ...items)];
}

/** @param {View} view @param {string} id @returns {HTMLElement} */
const link = (view, id) =>
  h("a", { href: new URL(practiceOf(view, id).url, ROOT) }, view.words(practiceOf(view, id).title));

/** @param {View} view @param {any} condition @returns {string} the answer or score that made the condition hold */
function reason(view, condition) {
  const { say, words } = view;
  if (condition.practice) {
    const practice = practiceOf(view, condition.practice);
    return say("fired_answer", {
      title: words(practice.title),
      anchor: words(practice.anchors[levelOf(view, practice.id) ?? 0]),
    });
  }
  const [one, other] = condition.gap ?? [condition.mean];
  if (other === undefined) return say("fired_mean", meanOf(view, one));
  const [a, b] = [meanOf(view, one), meanOf(view, other)];
  return say("fired_gap", { a: a.name, b: b.name, apoint: a.point, bpoint: b.point });
}

/** @param {View} view @param {string} id of an axis or dimension @returns {{name: string, point: string}} its score, or its range in the quick form */
function meanOf({ bank, profile }, id) {
  const thing = [...bank.axes, ...bank.dimensions].find((each) => each.id === id);
  const { point, low, high } = profile.axes[id] ?? profile.dimensions[id];
  return { name: thing.name, point: point === null ? `${shown(low)}–${shown(high)}` : shown(point) };
}
