// @ts-check
/** The first screen: where one stands, how sure that is, what to do first. */
import { ROOT } from "../current.mjs";
import { h } from "../dom.mjs";
import { nameOf, numberOf, playOf, practiceOf, short, shown, topOf } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */

const FIRST = 3; // plays on the first screen

/** @param {View} view @returns {(Node|null)[]} */
export function headline(view) {
  const { bank, profile, say } = view;
  const { overall, quadrants } = profile;
  const reading =
    quadrants.length === 1 ? bank.quadrants.find((/** @type {any} */ { id }) => id === quadrants[0]) : null;
  return [
    h("p", { class: "pp-headline__name" }, nameOf(view, overall)),
    h("p", { class: "pp-lead" }, sentence(numberOf(view, overall)), " ", certainty(view)),
    reading ? h("p", {}, h("strong", {}, `${reading.name}. `), reading.reading) : null,
    overall.low === null ? h("p", {}, say("all_left_out")) : null,
    profile.form === "quick" ? quickNotice(view) : null,
    allTheSame(view) ? h("p", { class: "pp-notice" }, say("all_same")) : null,
    profile.overall.na > MANY_LEFT_OUT
      ? h("p", { class: "pp-notice" }, say("many_left_out", { n: profile.overall.na }))
      : null,
  ];
}

const MANY_LEFT_OUT = 5; // beyond this, a score no longer compares with that of others

/** @param {string} text @returns {string} with a capital and a full stop */
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** @param {View} view @returns {string} coverage and range in words */
function certainty(view) {
  const { say, profile } = view;
  const { point, low, high, known, unknown, na } = profile.overall;
  if (low === null) return "";
  const parts = [say("coverage", { known, n: known + unknown })];
  if (na > 0) parts.push(say("left_out", { n: na }));
  if (unknown === 0) parts.push(say("exact"));
  else if (point !== null) parts.push(say("sure", { low: shown(low), high: shown(high) }));
  return parts.join(" ");
}

/** @param {View} view @returns {Node} */
function quickNotice({ bank, say }) {
  const rest = bank.forms.full.length - bank.forms.quick.length;
  const more = h("a", { href: new URL("assessment/", ROOT) }, say("quick_more", { n: rest }));
  return h("p", { class: "pp-notice" }, say("quick"), " ", more);
}

/** @param {View} view @returns {boolean} whether many answers all have one level, as happens when boxes are ticked in a row */
function allTheSame({ profile, response }) {
  const levels = Object.values(response.answers).map(({ value }) => value);
  return profile.overall.known >= 6 && new Set(levels).size === 1;
}

/** @param {View} view @returns {(Node|null)[]} */
export function first(view) {
  const { advice, say } = view;
  if (advice.plays.length === 0) return [h("p", {}, say(nothingToDo(view)))];
  const items = advice.plays.slice(0, FIRST).map((step) => {
    const play = playOf(view, step.play);
    const effort = view.bank.effort.find((/** @type {any} */ { id }) => id === play.effort);
    return h(
      "li",
      {},
      h("a", { href: `#plan-${play.id}` }, view.words(play.title)),
      h("small", {}, ` ${effort.name}. ${view.words(practiceOf(view, step.practice).title)}`),
      h("span", { class: "pp-because" }, say("because_short", { anchor: view.words(step.because.anchor) })),
    );
  });
  return [h("ol", { class: "pp-first" }, ...items)];
}

/** @param {View} view @returns {string} why there is no play to suggest */
function nothingToDo(view) {
  const { low, known, unknown } = view.profile.overall;
  if (known === 0) return "no_known";
  return unknown === 0 && low === topOf(view) ? "all_top" : "no_plays";
}

/** @param {View} view @returns {(Node|null)[]} the evidence-backed score beside the claimed one */
export function evidence(view) {
  const { evidenced, profile, say, bank } = view;
  if (!evidenced) return [];
  const rows = bank.axes.map((/** @type {any} */ { id, name }) =>
    h("li", {}, say("evidence_row", { name, claimed: short(profile.axes[id]), seen: short(evidenced.axes[id]) })),
  );
  const count = { known: evidenced.overall.known, n: profile.overall.known };
  return [h("p", {}, say("evidence_count", count)), h("ul", {}, ...rows)];
}
