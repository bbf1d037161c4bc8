// @ts-check
/** What the reader makes of the plan: plays pinned, swapped, left out, done or ticked, and the way back for each. */
import { h } from "../dom.mjs";
import { marked } from "../plan.mjs";
import { recommend } from "../recommend.mjs";
import { fold, levelOf, playOf, practiceOf, questionLink } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */
/** @typedef {import("../recommend.mjs").Step} Step */
/** @typedef {import("../plan.mjs").Mark} Mark */

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
const titleOf = (view, play) => view.words(playOf(view, play)?.title ?? play);

/** @param {View} view @param {string} practice @param {number} from @returns {string[]} its plays that would lift it from there */
const above = ({ bank }, practice, from) =>
  bank.plays
    .filter((/** @type {any} */ play) => play.practice === practice && play.liftsTo > from)
    .map((/** @type {any} */ { id }) => id);

/** @param {string} text @param {string} of @param {string} key @param {() => void} onclick @returns {HTMLElement} */
const button = (text, of, key, onclick) =>
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
  mark(view, "dropped", [play], other ? "said_swap" : "said_swap_none", other);
}

/** @param {View} view @param {Mark} name @param {string[]} plays @param {string} said */
function unmark(view, name, plays, said) {
  view.act.edit(
    (response) => {
      const kept = (response.plan?.[name] ?? []).filter((id) => !plays.includes(id));
      return { ...response, plan: { ...response.plan, [name]: kept } };
    },
    view.say(said, { title: titleOf(view, plays[0]) }),
  );
}

/** @param {View} view @returns {Node[]} what is not in the plan because of a mark or a tick, each with a way back */
export function putAside(view) {
  const { advice, response, trial, say, act } = view;
  if (trial)
    return group(
      view,
      "ticked",
      trial.plays.map((play) => item(view, [play], "put_back", () => act.tick(play))),
    );
  const inPlan = new Set(advice.plays.map(({ play }) => play));
  const own = (/** @type {Mark} */ name) => (response.plan?.[name] ?? []).filter((id) => playOf(view, id));
  const back = (/** @type {Mark} */ name, /** @type {string[]} */ plays, /** @type {string} */ word = "put_back") =>
    item(view, plays, word, () => unmark(view, name, plays, "said_back"));
  const dropped = own("dropped");
  const left = [...new Set(dropped.map((id) => playOf(view, id).practice))]
    .map((id) => above(view, id, levelOf(view, id) ?? -1))
    .filter((plays) => plays.length > 0 && plays.every((id) => dropped.includes(id)));
  const swapped = dropped.filter((id) => !left.flat().includes(id));
  const done = own("done").map((id) => {
    const entry = back("done", [id]);
    entry.append(h("small", {}, say("done_then"), " ", questionLink(view, playOf(view, id).practice)));
    return entry;
  });
  return [
    ...group(view, "done", done),
    ...group(
      view,
      "swapped",
      swapped.map((id) => back("dropped", [id])),
    ),
    ...group(
      view,
      "left",
      left.map((plays) => back("dropped", plays)),
    ),
    ...group(
      view,
      "idle",
      own("pinned").flatMap((id) => (inPlan.has(id) ? [] : [back("pinned", [id], "unpin")])),
    ),
  ];
}

/** @param {View} view @param {string} name @param {HTMLElement[]} items @returns {Node[]} */
function group(view, name, items) {
  if (items.length === 0) return [];
  const list = () => [h("ul", { class: "pp-noted" }, ...items)];
  return [fold(view, `plan-${name}`, [view.say(`plan_${name}`, { n: items.length })], list, { open: true })];
}

/** @param {View} view @param {string[]} plays one, or all that are left of a practice @param {string} word @param {() => void} undo */
function item(view, plays, word, undo) {
  const practice = practiceOf(view, playOf(view, plays[0]).practice);
  const title = plays.length > 1 ? view.words(practice.title) : titleOf(view, plays[0]);
  return h("li", {}, title, " ", button(view.say(word), title, `back-${plays[0]}`, undo));
}
