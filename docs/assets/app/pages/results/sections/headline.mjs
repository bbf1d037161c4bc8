// @ts-check
/** The first screen: the overall result, how sure it is, and what to do first. */
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { firstOf } from "./map.mjs";
import { shown } from "../../../ui/format.mjs";
import { effortOf, nameOf, numberOf, playOf, practiceOf, short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */

const FIRST = 3; // plays on the first screen
const MANY_LEFT_OUT = 5; // beyond this, a score no longer compares with that of others
const MANY_ALIKE = 6; // known answers from which on one level for all is worth a word

/** @param {View} view @returns {(Node|null)[]} */
export function headline(view) {
  const { profile, say } = view;
  const { overall } = profile;
  const notice = (/** @type {boolean} */ when, /** @type {string} */ key) =>
    when ? h("p", { class: "pp-notice" }, say(key, { n: overall.na })) : null;
  return [
    h("p", { class: "pp-headline__name" }, nameOf(view, overall)),
    overall.low === null
      ? h("p", { class: "pp-lead" }, say("all_left_out"))
      : h("p", { class: "pp-lead" }, numberOf(view, overall), " ", certainty(view)),
    reading(view),
    profile.form === "quick" ? quickNotice(view) : null,
    notice(allTheSame(view), "all_same"),
    notice(overall.low !== null && overall.na > MANY_LEFT_OUT, "many_left_out"),
  ];
}

/** @param {View} view @returns {Node|null} the quadrant and the first sentence of its reading; the map has the rest */
function reading({ bank, profile, say, words }) {
  const touched = bank.quadrants.filter(({ id }) => profile.quadrants.includes(id));
  if (touched.length === 0) return null;
  const [{ name, reading: text }] = touched;
  if (touched.length === 1) return h("p", {}, h("strong", {}, `${name}. `), words(firstOf(text)));
  const names = touched.map((each) => each.name);
  return h("p", {}, say("one_of", { names: names.slice(0, -1).join(", "), last: names[names.length - 1] }));
}

/** @param {View} view @returns {string} coverage and range in words */
function certainty({ say, profile }) {
  const { point, low, high, known, unknown, na } = profile.overall;
  const parts = [say("coverage", { known, n: known + unknown })];
  if (na > 0) parts.push(say("left_out", { n: na }));
  if (unknown > 0 && point !== null) parts.push(say("sure", { low: shown(low), high: shown(high) }));
  return parts.join(" ");
}

/** @param {View} view @returns {Node} with a link to the first question that only the full form asks and that is open, for who gave the answers */
function quickNotice({ bank, response, guest, say }) {
  if (guest) return h("p", { class: "pp-notice" }, say("quick"));
  const { quick } = bank.forms;
  const open = bank.practices.filter(({ id }) => !quick.includes(id) && !Object.hasOwn(response.answers, id));
  const [next] = open;
  const more = next && h("a", { href: new URL(next.questionUrl, ROOT) }, say("quick_more", { n: open.length }));
  const all = h("a", { href: new URL("assessment/", ROOT) }, say("quick_all"));
  return h("p", { class: "pp-notice" }, say("quick"), " ", more ?? all);
}

/** @param {View} view @returns {boolean} whether many answers all have one level, as happens when boxes are ticked in a row */
function allTheSame({ bank, profile, response }) {
  const levels = bank.forms[profile.form]
    .map((id) => response.answers[id]?.value)
    .filter((value) => typeof value === "number");
  return levels.length >= MANY_ALIKE && new Set(levels).size === 1;
}

/** @param {View} view @returns {(Node|null)[]} */
export function first(view) {
  const { advice, say, words } = view;
  if (advice.plays.length === 0) return [h("p", {}, say(nothingToDo(view)))];
  const items = advice.plays.slice(0, FIRST).map((step) => {
    const play = playOf(view, step.play);
    const effort = effortOf(view, play);
    return h(
      "li",
      {},
      h("a", { href: `#plan-${play.id}` }, words(play.title)),
      h("small", {}, ` ${say("effort", { name: effort.name })}`),
      h("span", { class: "pp-because" }, say("because_short", { anchor: words(step.because.anchor) })),
    );
  });
  return [h("ol", { class: "pp-first" }, ...items)];
}

/** @param {View} view @returns {string} why there is no play */
function nothingToDo(view) {
  const { low, known, unknown } = view.profile.overall;
  if (low === null) return "no_applicable";
  if (known === 0) return "no_known";
  return unknown === 0 && low === topOf(view) ? "all_top" : "no_plays";
}
