// @ts-check
/** The first screen: the place on the map in one sentence, the scores as figures, and how sure they are. */
import { trackChart } from "../../../charts/track.mjs";
import { answerOf, formTitle, isOutcome, isPart } from "../../../response/answers.mjs";
import { certaintyOf, headlineOf, leadOf, levelShown, overallOf } from "../../../scoring/sentences.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Score} Score */

const MANY_LEFT_OUT = 5; // beyond this, a score no longer compares with that of others
const MANY_ALIKE = 6; // known answers from which on one level for all is worth a word

/** @param {View} view @returns {(Node|null)[]} */
export const headline = (view) => [
  // A word with a hyphen stays on one line.
  h(
    "h2",
    { class: "pp-headline__name" },
    ...headlineOf(view)
      .split(/(\S+-\S+)/)
      .map((part) => h("span", {}, part)),
  ),
  h("p", { class: "pp-lead" }, leadOf(view)),
];

/** @param {View} view @returns {(Node|null)[]} the axes and the outcomes, then the mean of all, small */
export function figures(view) {
  const { bank, profile, say } = view;
  const { overall } = profile;
  if (overall.low === null) return [];
  const alone = bank.axes.length > 0 ? [] : [{ id: "", name: say("overall") }];
  const things = [...alone, ...bank.axes, ...bank.dimensions.filter(isOutcome)];
  /** @type {Record<string, Score>} */
  const scores = { "": overall, ...profile.axes, ...profile.outcomes };
  const notice = (/** @type {boolean} */ when, /** @type {string} */ key) =>
    when ? h("p", { class: "pp-notice" }, say(key, { n: overall.na })) : null;
  return [
    h("ul", { class: "pp-figures" }, ...things.map(({ id, name }) => figure(view, name, scores[id]))),
    h("p", { class: "pp-overall" }, overallOf(view), " ", certaintyOf(view)),
    isPart(profile.form) ? partNotice(view) : null,
    notice(allTheSame(view), "all_same"),
    notice(overall.na > MANY_LEFT_OUT, "many_left_out"),
  ];
}

/** @param {View} view @param {string} name @param {Score} score @returns {HTMLElement} */
function figure(view, name, score) {
  const { low, high, point, known, unknown } = score;
  const ranged = point === null && low !== high;
  const open = view.say("figure_open", { n: unknown, of: known + unknown });
  const span = { low, high, point, step: stepOf(view, point ?? low) };
  return h(
    "li",
    {},
    h("span", { class: "pp-figure__name" }, h("b", {}, name), h("small", {}, ranged ? open : levelShown(view, score))),
    h("span", { class: "pp-figure__score", "data-range": ranged }, low === null ? "–" : short(view, score)),
    trackChart(span, topOf(view)),
  );
}

/** @param {View} view @returns {Node} with a link to the first question that only the full form asks and that is open, for who gave the answers */
function partNotice({ bank, profile, response, guest, say }) {
  const { form } = profile;
  const told = say("part", { form: formTitle(bank, form) });
  if (guest) return h("p", { class: "pp-notice" }, told);
  const open = bank.practices.filter(
    ({ id }) => !bank.forms[form].includes(id) && !Object.hasOwn(response.answers, id),
  );
  const [next] = open;
  const more = next && h("a", { href: new URL(next.questionUrl, ROOT) }, say("quick_more", { n: open.length }));
  const all = h("a", { href: new URL("assessment/", ROOT) }, say("quick_all"));
  return h("p", { class: "pp-notice" }, told, " ", more ?? all);
}

/** @param {View} view @returns {boolean} whether many answers all have one level, as happens when boxes are ticked in a row */
function allTheSame({ bank, profile, response }) {
  const levels = bank.forms[profile.form]
    .map((id) => answerOf(bank, response, id))
    .filter((value) => typeof value === "number");
  return levels.length >= MANY_ALIKE && new Set(levels).size === 1;
}
