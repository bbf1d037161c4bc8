// @ts-check
/** Every question with its answer, by dimension, folded. What has not changed stays as it is from one redraw to the next: rows made anew by the hundred take noticeable time. */
import { answerOf, isOutcome, isPart, practicesOf } from "../../../response/answers.mjs";
import { h } from "../../../ui/dom.mjs";
import { later } from "../lazy.mjs";
import { keepIn } from "../page-part.mjs";
import { fold, short } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").WholePractice} WholePractice */
/** @typedef {{key: string, summary: (Node|string)[], practices: WholePractice[]}} Group */

const withLadders = later(() => import("./ladders.mjs"));

const box = h("div", { class: "pp-ladders" });
/** By key. @type {Map<string, {group: Group, view: View, details: HTMLElement}>} */
const drawn = new Map();

/** @param {View} view @returns {HTMLElement} each dimension opens to its questions; in the quick form, which scores none, all are in one */
export function ladders(view) {
  const { bank, profile, say } = view;
  const asked = practicesOf(bank, profile.form);
  const note = (/** @type {WholePractice[]} */ some) => h("small", {}, inside(view, some));
  const groups = isPart(profile.form)
    ? [{ key: "ladders", practices: asked, summary: [say("answers_all"), note(asked)] }]
    : bank.dimensions.map((dimension) => {
        const { id, name } = dimension;
        const practices = asked.filter((each) => each.dimension === id);
        const score = isOutcome(dimension) ? profile.outcomes[id] : profile.dimensions[id];
        const shown = h("b", { class: "pp-ladders__score" }, short(view, score));
        return { key: `ladders-${id}`, practices, summary: [name, shown, note(practices)] };
      });
  keepIn(
    box,
    groups.map((group) => foldOf(view, group)),
  );
  return box;
}

/** @param {View} view @param {Group} group @returns {HTMLElement} */
function foldOf(view, group) {
  const last = drawn.get(group.key);
  if (!last) {
    const details = fold(view, group.key, group.summary, () => rowsOf(group.key));
    drawn.set(group.key, { group, view, details });
    return details;
  }
  Object.assign(last, { group, view });
  const [summary, ...rows] = last.details.children;
  summary.replaceChildren(...group.summary);
  if (rows.length > 0) keepIn(last.details, [summary, ...rowsOf(group.key)]);
  return last.details;
}

/** @param {string} key @returns {Node[]} of what was drawn last */
const rowsOf = (key) => {
  const now = /** @type {{group: Group, view: View}} */ (drawn.get(key));
  return withLadders(now.view, ({ ladder }) => now.group.practices.map((practice) => ladder(now.view, practice)));
};

/** @param {View} view @param {WholePractice[]} practices @returns {string} how many there are, and how many are open */
function inside({ bank, response, say }, practices) {
  const open = practices.filter(({ id }) =>
    [null, "unknown"].includes(/** @type {string|null} */ (answerOf(bank, response, id))),
  ).length;
  return [say("answers_in", { n: practices.length }), open > 0 && say("answers_open", { n: open })]
    .filter(Boolean)
    .join(", ");
}
