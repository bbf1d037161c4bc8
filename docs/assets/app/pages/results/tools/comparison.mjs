// @ts-check
/** The differences of two responses: overall, on the map, dimension by dimension, question by question. */
import { assessed, isPart, wording } from "../../../response/answers.mjs";
import { mapChart } from "../../../charts/map.mjs";
import { compare } from "../../../scoring/compare.mjs";
import { h } from "../../../ui/dom.mjs";
import { chartFiles } from "./save-chart.mjs";
import { fileName } from "../../../exports/file-name.mjs";
import { numbers } from "../../../charts/table.mjs";
import { pairsChart } from "../../../charts/pairs.mjs";
import { decimal } from "../../../scoring/score.mjs";
import { practiceLink } from "../practice-links.mjs";
import { short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** @typedef {import("./compare.mjs").Source} Source */
/** @typedef {import("../../../types.mjs").Bank} Bank */
/** @typedef {import("../../../types.mjs").Value} Value */
/** @typedef {import("../../../scoring/compare.mjs").Comparison} Comparison */
/** @typedef {import("../../../scoring/compare.mjs").Pair} Pair */
/** @typedef {import("../../../scoring/compare.mjs").Change} Change */
/** @typedef {Tools & {now: import("../view.mjs").View, from: Source, to: Source, found: Comparison,
 *   save: (chart: SVGElement, title: string, legend: string, what: string) => HTMLElement}} Both */

/**
 * @param {Tools} tools @param {Bank} bank with the wordings of earlier releases
 * @param {Source} from @param {Source} to @param {HTMLElement} status @returns {Node[]}
 */
export function changes(tools, bank, from, to, status) {
  const found = compare(bank, from.response, to.response);
  /** @type {Both["save"]} */
  const save = (chart, title, legend, what) => {
    const name = (/** @type {string} */ kind) => fileName(tools.bank, to.response, what, kind);
    const files = chartFiles(tools, { title, name, draw: () => ({ chart, legend }) }, status);
    return h("p", { class: "pp-legend pp-save-chart" }, tools.say("save_chart"), files);
  };
  const both = { ...tools, now: tools.view(), from, to, found, save };
  const nodes = [summary(both), versions(both), ...map(both), ...bars(both), ...answers(both), apart(both), same(both)];
  return nodes.filter((node) => node instanceof Node);
}

/** @param {number|null} x @param {number} places @returns {string} with its sign; a dash for none */
function signed(x, places) {
  if (x === null) return "–";
  const text = Math.abs(x).toFixed(places);
  if (Number(text) === 0) return text;
  return `${x > 0 ? "+" : "−"}${text}`;
}

/** @param {Pair & {withinNoise?: boolean|null}} pair @param {import("../../../ui/dom.mjs").Say} say @returns {string} the difference, and whether it may be chance */
function differenceText({ difference, withinNoise }, say) {
  const text = signed(difference, 1);
  return withinNoise && Number(text) !== 0 ? say("within_noise", { difference: text }) : text;
}

/** @param {Both} both @returns {Node} */
function summary(both) {
  const { say, now, found } = both;
  const { before, after, difference } = found.overall;
  const values = { before: short(now, before), after: short(now, after), difference: signed(difference, 1) };
  const key = difference === null ? (isShort(both) ? "overall_part" : "overall_ranges") : "overall_change";
  return h("p", { class: "pp-lead" }, say(key, values));
}

/** @param {Both} both @returns {Node|null} */
function versions({ say, from, to }) {
  const [one, other] = [from, to].map(({ response }) => response.bank.version);
  return one === other
    ? null
    : h("p", { class: "pp-notice" }, say("other_versions", { one: one || "–", other: other || "–" }));
}

/** @param {Both} both @returns {boolean} whether one of the two is of a short form, which scores no dimension */
const isShort = ({ found: { profiles } }) => [profiles.before.form, profiles.after.form].some(isPart);

/** @param {Both} both @returns {(Node|null)[]} the axes; those of a short form without a map are among the bars */
function map(both) {
  const { bank, say, now, from, to, found, save } = both;
  const square = bank.axes.length === 2;
  if (!square && (bank.axes.length === 0 || isShort(both))) return [];
  const title = say(square ? "compare_map" : "compare_axes");
  const table = rowsOf(now, bank.axes, found.axes, say);
  if (!square) return [h("h3", {}, title), table(title)];
  const spans = (/** @type {"before"|"after"} */ side) =>
    bank.axes.map(({ id, name }) => ({ ...found.axes[id][side], name }));
  const [x, y] = spans("after");
  const sentences = bank.axes.map(({ id, name }) =>
    say("pair", { name, before: short(now, found.axes[id].before), after: short(now, found.axes[id].after) }),
  );
  const chart = mapChart({
    top: topOf(now),
    x,
    y,
    before: spans("before"),
    title,
    description: sentences.join(" "),
    quadrants: bank.quadrants.map(({ id, name, at }) => ({
      name,
      at: bank.axes.map((axis) => at[axis.id]),
      here: found.profiles.after.quadrants.includes(id),
    })),
  });
  const legend = say("legend_map", { from: from.name, to: to.name });
  const drawn = h("div", {}, chart, h("p", { class: "pp-legend" }, legend), save(chart, title, legend, "compared-map"));
  return [h("h3", {}, title), h("div", { class: "pp-chart-beside" }, drawn, table(title))];
}

/**
 * @param {import("../view.mjs").View} now
 * @param {{id: string, name: string}[]} things
 * @param {Record<string, Pair & {withinNoise?: boolean|null}>} pairs
 * @param {import("../../../ui/dom.mjs").Say} say
 * @returns {(title: string) => HTMLElement} a table of their scores
 */
function rowsOf(now, things, pairs, say) {
  const head = ["column_name", "column_from", "column_to", "column_difference"].map((key) => say(key));
  const rows = things.map(({ id, name }) => {
    return [name, short(now, pairs[id].before), short(now, pairs[id].after), differenceText(pairs[id], say)];
  });
  return (title) => numbers(say("compare_table", { title }), head, rows);
}

/** @param {Both} both @returns {(Node|null)[]} dimensions; a short form has none, so its axes */
function bars(both) {
  const { bank, say, now, from, to, found, save } = both;
  const [key, things, pairs] = isShort(both)
    ? ["compare_axes", bank.axes, found.axes]
    : ["compare_dimensions", assessed(bank), found.dimensions];
  if (things.length === 0) return [];
  const title = say(key);
  const rows = things.map(({ id, name }) => {
    const { before, after, difference } = pairs[id];
    const text = difference === null ? "" : ` (${differenceText(pairs[id], say)})`;
    const label = `${short(now, before)} → ${short(now, after)}${text}`;
    return { name, label, before, after: { ...after, step: stepOf(now, after.point) } };
  });
  const description = rows.map(({ name, label }) => say("pair_told", { name, label })).join(" ");
  const noise = bank.scoring.withinNoise;
  const chart = pairsChart({ rows, top: topOf(now), title, description });
  const legend = say("legend_pairs", { from: from.name, to: to.name });
  return [
    h("h3", {}, title),
    h(
      "div",
      { class: "pp-chart-beside" },
      h("div", {}, chart, h("p", { class: "pp-legend" }, legend), save(chart, title, legend, "compared-bars")),
      rowsOf(now, things, pairs, say)(title),
    ),
    things.some(({ id }) => pairs[id].difference !== null) ? h("p", {}, say("noise", { noise: decimal(noise) })) : null,
  ];
}

/** @param {Both} both @returns {(Node|null)[]} question by question: what moved the score most comes first */
function answers(both) {
  const { say, found } = both;
  const heavy = (/** @type {Change} */ { contribution }) => Math.abs(contribution ?? 0);
  const part = (/** @type {"changed"|"gained"|"lost"} */ key) => {
    const list = found[key].toSorted((one, other) => heavy(other) - heavy(one));
    if (list.length === 0) return [];
    return [
      h("h4", {}, say(`list_${key}`, { n: list.length })),
      h("ul", { class: "pp-noted" }, ...list.map((each) => change(both, each))),
    ];
  };
  const parts = [...part("changed"), ...part("gained"), ...part("lost")];
  return [h("h3", {}, say("by_question")), ...(parts.length > 0 ? parts : [h("p", {}, say("no_change"))])];
}

/** @param {Both} both @param {{from: Value|null, to: Value|null, fromAnchor: string|null, toAnchor: string|null}} change */
function anchors({ bank, say, now, from, to }, { from: before, to: after, fromAnchor, toAnchor }) {
  const line = (/** @type {Source} */ source, /** @type {Value|null} */ value, /** @type {string|null} */ anchor) => [
    h(
      "dt",
      {},
      typeof value === "number" ? say("was_level", { name: source.name, level: bank.levels[value].name }) : source.name,
    ),
    h(
      "dd",
      {},
      typeof value === "number" ? wording(bank, source.response)(anchor ?? "") : now.say(value ?? "left_alone"),
    ),
  ];
  return h("dl", { class: "pp-facts" }, ...line(from, before, fromAnchor), ...line(to, after, toAnchor));
}

/** @param {Both} both @param {Change} each @returns {HTMLElement} */
function change(both, each) {
  const { say, now } = both;
  const by = signed(each.contribution, 2);
  const moved = each.contribution === null || Number(by) === 0 ? "" : say("moved", { by });
  return h("li", {}, practiceLink(now, each.practice), moved && h("small", {}, moved), anchors(both, each));
}

/** @param {Both} both @returns {Node|null} answered in both, to other words */
function apart(both) {
  const { say, now, found } = both;
  if (found.notComparable.length === 0) return null;
  const items = found.notComparable.map((each) => h("li", {}, practiceLink(now, each.practice), anchors(both, each)));
  return h(
    "div",
    {},
    h("h4", {}, say("not_comparable")),
    h("p", {}, say("not_comparable_text")),
    h("ul", { class: "pp-noted" }, ...items),
  );
}

/** @param {Both} both @returns {Node} */
const same = ({ say, found }) => h("p", {}, say("unchanged", { n: found.same.length }));
