// @ts-check
/** The sums: every score with its formula and the reader's own numbers, enough to redo by hand. Loaded when unfolded. */
import { answerOf, assessed } from "../../../response/answers.mjs";
import { h } from "../../../ui/dom.mjs";
import { levelOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Score} Score */
/** @typedef {import("../../../types.mjs").WholeDimension} WholeDimension */
/** @typedef {import("../../../types.mjs").WholePractice} WholePractice */

const exact = (/** @type {number|null} */ x) => (x === null ? "–" : String(Number(x.toFixed(3))));

/** @param {View} view @returns {Node[]} */
export function sums(view) {
  const { bank, profile, say } = view;
  const { method } = /** @type {HTMLElement} */ (document.querySelector(".pp-results")).dataset;
  const link = method ? h("a", { href: method }, say("sums_method")) : "";
  const of = (/** @type {string} */ axis) => bank.dimensions.filter((dimension) => dimension.axis === axis);
  return [
    h("p", {}, say("sums_rule", { top: topOf(view) }), " ", link),
    ...bank.dimensions.map((dimension) => dimensionSums(view, dimension)),
    ...bank.axes.map(({ id, name }) => means(view, name, profile.axes[id], of(id), id)),
    means(view, say("overall"), profile.overall, assessed(bank), "overall"),
    balance(view),
  ];
}

/** @param {View} view @param {WholeDimension} dimension @returns {HTMLElement} */
function dimensionSums(view, { id, name }) {
  const { bank, profile, response, say, words } = view;
  const asked = new Set(bank.forms[profile.form]);
  const practices = bank.practices.filter(
    (each) => each.dimension === id && asked.has(each.id) && each.scored !== false,
  );
  const rows = practices.map((practice) => {
    const value = answerOf(bank, response, practice.id) ?? "unknown";
    const said = typeof value === "number" ? String(value) : say(`sum_${value}`);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, words(practice.title)),
      h("td", {}, exact(practice.weight)),
      h("td", {}, said),
    );
  });
  const head = h(
    "tr",
    {},
    ...["question", "weight", "value"].map((key) => h("th", { scope: "col" }, say(`sum_${key}`))),
  );
  return h(
    "div",
    { class: "pp-sums", "data-sums": id },
    h("h3", {}, name),
    h("table", {}, h("thead", {}, head), h("tbody", {}, ...rows)),
    worked(view, profile.dimensions[id] ?? profile.outcomes[id], practices),
  );
}

/** @param {View} view @param {Score} score @param {WholePractice[]} practices @returns {HTMLElement} the formulas with the numbers put in */
function worked(view, score, practices) {
  const { bank, response, say } = view;
  if (score.low === null) return h("p", {}, say("nothing"));
  const top = topOf(view);
  const known = practices.filter(({ id }) => levelOf(view, id) !== null);
  const open = practices.filter(({ id }) => levelOf(view, id) === null && answerOf(bank, response, id) !== "na");
  const weight = known.reduce((sum, practice) => sum + practice.weight, 0);
  const unknown = open.reduce((sum, practice) => sum + practice.weight, 0);
  const terms = known.map((practice) => `${exact(practice.weight)} × ${levelOf(view, practice.id)}`).join(" + ") || "0";
  const total = exact(weight + unknown);
  const lines = [
    `${say("sum_known")} ${terms} = ${exact(known.reduce((sum, practice) => sum + practice.weight * Number(levelOf(view, practice.id)), 0))}`,
    `${say("lowest")} = (${terms} + 0 × ${exact(unknown)}) ÷ ${total} = ${exact(score.low)}`,
    `${say("highest")} = (${terms} + ${top} × ${exact(unknown)}) ÷ ${total} = ${exact(score.high)}`,
    `${say("sum_coverage")} = ${exact(weight)} ÷ ${total} = ${exact(score.coverage)}`,
    score.point === null
      ? say("sum_no_point")
      : `${say("point")} = (${terms}) ÷ ${exact(weight)} = ${exact(score.point)}`,
  ];
  return h("ul", { class: "pp-sums__lines" }, ...lines.map((line) => h("li", {}, line)));
}

/** @param {View} view @param {string} name @param {Score} score @param {WholeDimension[]} dimensions @param {string} key @returns {HTMLElement} */
function means(view, name, score, dimensions, key) {
  const { profile, say } = view;
  const live = dimensions.filter(({ id }) => profile.dimensions[id].low !== null);
  const weight = exact(live.reduce((sum, dimension) => sum + dimension.weight, 0));
  const line = (/** @type {"low"|"point"|"high"} */ part, /** @type {string} */ label) => {
    if (score[part] === null) return null;
    const terms = live
      .map((dimension) => `${exact(dimension.weight)} × ${exact(profile.dimensions[dimension.id][part])}`)
      .join(" + ");
    return h("li", {}, `${label} = (${terms}) ÷ ${weight} = ${exact(score[part])}`);
  };
  const lines = [line("low", say("lowest")), line("point", say("point")), line("high", say("highest"))];
  return h(
    "div",
    { class: "pp-sums", "data-sums": key },
    h("h3", {}, name),
    score.low === null ? h("p", {}, say("nothing")) : h("ul", { class: "pp-sums__lines" }, ...lines),
  );
}

/** @param {View} view @returns {HTMLElement} evenness and visibility, which no other sum leads to */
function balance(view) {
  const { profile, say } = view;
  const { known, unknown } = profile.overall;
  const points = Object.values(profile.dimensions).flatMap(({ point }) => point ?? []);
  const mean = exact(points.reduce((sum, x) => sum + x, 0) / points.length);
  const terms = points.map((x) => `|${exact(x)} − ${mean}|`).join(" + ");
  const lines = [
    profile.evenness !== null &&
      `${say("sum_evenness")} = 1 − (${terms}) ÷ ${points.length} ÷ ${topOf(view) / 2} = ${exact(profile.evenness)}`,
    profile.visibility !== null &&
      `${say("sum_visibility")} = ${unknown} ÷ ${known + unknown} = ${exact(profile.visibility)}`,
  ];
  return h(
    "div",
    { class: "pp-sums", "data-sums": "balance" },
    h("h3", {}, say("sum_balance")),
    h("ul", { class: "pp-sums__lines" }, ...lines.map((line) => line && h("li", {}, line))),
  );
}
