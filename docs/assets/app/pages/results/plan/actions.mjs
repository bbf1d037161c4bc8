// @ts-check
/** What the reader makes of the plan: plays pinned, swapped, left out, done or ticked. */
import { h } from "../../../ui/dom.mjs";
import { marked } from "../../../scoring/planner.mjs";
import { recommend } from "../../../scoring/recommend.mjs";
import { findPlay } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../scoring/recommend.mjs").Step} Step */
/** @typedef {import("../../../scoring/planner.mjs").Mark} Mark */

/** @param {View} view @param {Step} step @returns {HTMLElement[]} what can be done with a play of the plan */
export function tools(view, { play, practice, from }) {
  const { response, say, trial, act } = view;
  const title = titleOf(view, play);
  if (trial) return [button(say("tick"), title, `tick-${play}`, () => act.tick(play))];
  const pinned = response.plan?.pinned?.includes(play);
  const tool = (/** @type {string} */ word, /** @type {string} */ key, /** @type {() => void} */ onclick) =>
    button(say(word), title, `${key}-${play}`, onclick);
  return [
    tool(pinned ? "unpin" : "pin", "pin", () =>
      pinned ? unmark(view, "pinned", [play], "said_unpin") : mark(view, "pinned", [play], "said_pin"),
    ),
    tool("mark_done", "done", () => mark(view, "done", [play], "said_done")),
    tool("swap", "swap", () => swap(view, play, practice)),
    tool("drop", "drop", () => mark(view, "dropped", above(view, practice, from), "said_drop")),
  ];
}

/** @param {View} view @param {string} play @returns {string} */
export const titleOf = (view, play) => view.words(findPlay(view, play)?.title ?? play);

/** @param {View} view @param {string} practice @param {number} from @returns {string[]} its plays that would lift it from there */
export const above = ({ bank }, practice, from) =>
  bank.plays.filter((play) => play.practice === practice && play.liftsTo > from).map(({ id }) => id);

/** @param {string} text @param {string} of @param {string} key @param {() => void} onclick @returns {HTMLElement} */
export const button = (text, of, key, onclick) =>
  h(
    "button",
    { type: "button", class: "pp-link-button", "data-key": key, onclick },
    text,
    h("span", { class: "pp-unseen" }, `: ${of}`),
  );

/** @param {View} view @param {Mark} name @param {string[]} plays @param {string} said @param {string} [other] that comes instead */
function mark(view, name, plays, said, other) {
  const told = view.say(said, { title: titleOf(view, plays[0]), other: other ? titleOf(view, other) : "" });
  view.act.edit((response) => ({ ...response, plan: marked(response.plan ?? {}, name, plays) }), told);
}

/** @param {View} view @param {string} play @param {string} practice takes the play out, and says what comes in: another of its practice, else the next in rank */
function swap(view, play, practice) {
  const { bank, advice, response } = view;
  const before = new Set(advice.plays.map((step) => step.play));
  const after = recommend(bank, response, marked(response.plan ?? {}, "dropped", [play])).plays;
  const fresh = after.filter((step) => !before.has(step.play));
  const other = (fresh.find((step) => step.practice === practice) ?? fresh[0])?.play;
  if (other) view.folds.set(`entry-${other}`, true);
  mark(view, "dropped", [play], other ? "said_swap" : "said_swap_none", other);
  if (other) /** @type {HTMLElement|null} */ (document.querySelector(`[data-key="entry-${other}"] > summary`))?.focus();
}

/** @param {View} view @param {Mark} name @param {string[]} plays @param {string} said @param {string} [title] of what is unmarked, if it is more than the play */
export function unmark(view, name, plays, said, title = titleOf(view, plays[0])) {
  view.act.edit(
    (response) => {
      const kept = (response.plan?.[name] ?? []).filter((id) => !plays.includes(id));
      return { ...response, plan: { ...response.plan, [name]: kept } };
    },
    view.say(said, { title }),
  );
}
