// @ts-check
/** What comes of it: the outcomes beside the practices, and each fact beside the outcome it is read with. */
import { barsChart } from "../../../charts/bars.mjs";
import { answerOf, isOutcome, practicesOf } from "../../../response/answers.mjs";
import { outcomeOf } from "../../../scoring/profile-sentences.mjs";
import { h } from "../../../ui/dom.mjs";
import { tableOf } from "./map.mjs";
import { practiceLink } from "../practice-links.mjs";
import { findPractice, short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").WholePractice} WholePractice */

/** @param {View} view @returns {(Node|null)[]} nothing where no outcome has been answered */
export function outcomes(view) {
  return view.bank.dimensions.filter(isOutcome).flatMap((dimension) => part(view, dimension));
}

/** @param {View} view @param {import("../../../types.mjs").WholeDimension} dimension @returns {(Node|null)[]} */
function part(view, dimension) {
  const { bank, profile, response, say } = view;
  const asked = practicesOf(bank, profile.form).filter((each) => each.dimension === dimension.id);
  const answered = asked.filter(({ id }) => answerOf(bank, response, id) !== null);
  if (answered.length === 0) return [];
  const things = [...bank.axes, dimension];
  const scores = { ...profile.axes, ...profile.outcomes };
  const said = outcomeOf(view, dimension);
  const rows = things.map(({ id, name }) => {
    const score = scores[id];
    return { ...score, name, step: stepOf(view, score.point ?? score.low), shown: short(view, score) };
  });
  const title = say("outcomes_title", { name: dimension.name });
  const levels = bank.levels.map((level) => level.name);
  return [
    h("p", {}, said),
    barsChart({ rows, levels, top: topOf(view), title, description: said }),
    h("p", { class: "pp-legend" }, say("outcomes_apart", { name: dimension.name })),
    ...asked.filter(({ scored }) => scored === false).flatMap((fact) => pair(view, fact)),
    h("ul", { class: "pp-noted" }, ...answered.map((each) => line(view, each))),
    tableOf(view, title, things, scores),
  ];
}

/** @param {View} view @param {WholePractice} fact @returns {Node[]} the fact and the outcome it is read with, as two bars */
function pair(view, fact) {
  const { bank, response, say, words } = view;
  const both = [fact.id, fact.beside ?? ""].flatMap((id) => {
    const level = answerOf(bank, response, id);
    const practice = findPractice(view, id);
    if (!practice || typeof level !== "number") return [];
    return [{ name: words(practice.title), shown: words(practice.anchors[level]).replace(/\.$/, ""), level }];
  });
  if (both.length < 2) return [];
  const rows = both.map(({ level, ...row }) => ({ ...row, low: level, high: level, point: level, step: null }));
  const description = rows.map(({ name, shown }) => say("named", { name, shown })).join(" ");
  return [barsChart({ rows, top: topOf(view), title: say("fact_title"), description, scale: false })];
}

/** @param {View} view @param {WholePractice} practice @returns {HTMLElement} */
function line(view, practice) {
  const value = answerOf(view.bank, view.response, practice.id);
  const text = typeof value === "number" ? view.words(practice.anchors[value]) : view.say(`outcome_${value}`);
  return h("li", {}, practiceLink(view, practice.id), h("small", {}, text));
}
