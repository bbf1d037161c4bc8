// @ts-check
/** What to do first: one play with its reason and its first step, and those that come after it. */
import { becauseOf, nothingOf } from "../../../scoring/plan-reasons.mjs";
import { scoreResponse } from "../../../scoring/score.mjs";
import { withPlays } from "../../../scoring/steps.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { effortOf, playOf, practiceOf, short } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../scoring/recommend.mjs").Step} Step */

const THEN = 3; // plays named after the first

/** @param {View} view @returns {(Node|null)[]} */
export function first(view) {
  const { advice, say } = view;
  const [step, ...rest] = advice.plays;
  if (!step) return [h("p", {}, nothingOf(view))];
  const after = rest.slice(0, THEN);
  return [
    card(view, step),
    h(
      "div",
      { class: "pp-then" },
      after.length > 0 && h("h3", {}, say("then")),
      after.length > 0 &&
        h("ol", { class: "pp-first" }, ...after.map((each) => h("li", {}, link(view, each), reason(view, each)))),
      h("p", {}, h("a", { href: "#plan" }, say("whole_plan"))),
    ),
  ];
}

/** @param {View} view @param {Step} step @returns {HTMLElement} to its place in the plan */
const link = (view, { play }) => h("a", { href: `#plan-${play}` }, view.words(playOf(view, play).title));

/** @param {View} view @param {Step} step @returns {HTMLElement} */
const reason = (view, step) => h("small", { class: "pp-because" }, becauseOf(view, step));

/** @param {View} view @param {Step} step @returns {HTMLElement} */
function card(view, step) {
  const { say, words } = view;
  const play = playOf(view, step.play);
  const effort = effortOf(view, play);
  const facts = [
    words(play.lead),
    effort && say("effort_most", { name: effort.name, days: effort.days }),
    lift(view, step),
  ].filter(Boolean);
  return h(
    "div",
    { class: "pp-play" },
    h("h3", {}, link(view, step)),
    h("p", { class: "pp-because" }, becauseOf(view, step)),
    h(
      "p",
      { class: "pp-play__step" },
      h("b", {}, say(effort ? "first_step" : "next_step"), ": "),
      words(play.firstStep),
    ),
    h(
      "p",
      { class: "pp-play__facts" },
      h("a", { href: new URL(play.url, ROOT) }, say(effort ? "read_play" : "read_practice")),
      facts.map((fact) => ` · ${fact}`).join(""),
    ),
  );
}

/** @param {View} view @param {Step} step @returns {string} what it would do to the axis it belongs to; nothing where that does not show */
function lift(view, { play, practice }) {
  const { bank, profile, response, say } = view;
  const { dimension } = practiceOf(view, practice);
  const axis = bank.axes.find(({ id }) => id === bank.dimensions.find((each) => each.id === dimension)?.axis);
  if (!axis || profile.axes[axis.id].point === null) return "";
  const after = scoreResponse(bank, withPlays(bank, response, [play])).axes[axis.id];
  const [from, to] = [short(view, profile.axes[axis.id]), short(view, after)];
  return from === to ? "" : say("would_lift", { name: axis.name, from, to });
}
