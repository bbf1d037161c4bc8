// @ts-check
/** Plays that are not in the plan because of a mark or a tick, each with the way back. */
import { h } from "../../../ui/dom.mjs";
import { above, button, titleOf, unmark } from "./actions.mjs";
import { questionLink } from "../practice-links.mjs";
import { findPlay, fold, levelOf, playOf, practiceOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../scoring/planner.mjs").Mark} Mark */

/** @param {View} view @returns {Node[]} what is not in the plan because of a mark or a tick, each with a way back */
export function putAside(view) {
  const { advice, response, trial, say, act } = view;
  if (trial)
    return group(
      view,
      "ticked",
      trial.plays.map((play) => item(view, play, titleOf(view, play), "put_back", () => act.tick(play))),
    );
  const inPlan = new Set(advice.plays.map(({ play }) => play));
  const own = (/** @type {Mark} */ name) => (response.plan?.[name] ?? []).filter((id) => findPlay(view, id));
  const back = (/** @type {Mark} */ name, /** @type {string} */ id, /** @type {string} */ word = "put_back") =>
    item(view, id, titleOf(view, id), word, () => unmark(view, name, [id], "said_back"));
  const practice = (/** @type {string[]} */ plays) => {
    const title = view.words(practiceOf(view, playOf(view, plays[0]).practice).title);
    return item(view, plays[0], title, "put_back", () => unmark(view, "dropped", plays, "said_back", title));
  };
  const dropped = own("dropped");
  const left = [...new Set(dropped.map((id) => playOf(view, id).practice))]
    .map((id) => above(view, id, levelOf(view, id) ?? -1))
    .filter((plays) => plays.length > 0 && plays.every((id) => dropped.includes(id)));
  const swapped = dropped.filter((id) => !left.flat().includes(id));
  const done = own("done").map((id) => {
    const entry = back("done", id);
    entry.append(h("small", {}, say("done_then"), " ", questionLink(view, playOf(view, id).practice)));
    return entry;
  });
  return [
    ...group(view, "done", done),
    ...group(
      view,
      "swapped",
      swapped.map((id) => back("dropped", id)),
    ),
    ...group(view, "left", left.map(practice)),
    ...group(
      view,
      "idle",
      own("pinned").flatMap((id) => (inPlan.has(id) ? [] : [back("pinned", id, "unpin")])),
    ),
  ];
}

/** @param {View} view @param {string} name @param {HTMLElement[]} items @returns {Node[]} */
function group(view, name, items) {
  if (items.length === 0) return [];
  const list = () => [h("ul", { class: "pp-noted" }, ...items)];
  return [fold(view, `plan-${name}`, [view.say(`plan_${name}`, { n: items.length })], list, { open: true })];
}

/** @param {View} view @param {string} play @param {string} title of it, or of its practice @param {string} word @param {() => void} undo */
const item = ({ say }, play, title, word, undo) =>
  h("li", {}, title, " ", button(say(word), title, `back-${play}`, undo));
