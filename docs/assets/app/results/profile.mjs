// @ts-check
/** Dimension by dimension: bars or radar, the lowest named beside the mean, and each question as a ladder. */
import { barsChart, radarChart } from "../charts.mjs";
import { h } from "../dom.mjs";
import { setAnswer } from "../responses.mjs";
import { tableOf } from "./map.mjs";
import { fold, levelOf, practiceLink, short, shown, stepOf, topOf } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */

const EVEN = 0.85; // evenness from which dimensions count as close together
const FAIRLY = 0.7;

/** @param {View} view @returns {(Node|null)[]} single answers alone for the quick form, which scores no dimension */
export function profile(view) {
  if (view.profile.form === "quick") return [ladders(view)];
  return [balance(view), looks(view), ...chart(view), ladders(view)];
}

/** @param {View} view @returns {Node|null} the weakest dimension and the evenness, in words */
function balance({ bank, profile, say }) {
  const scored = bank.dimensions.filter((/** @type {any} */ { id }) => profile.dimensions[id].point !== null);
  const points = scored.map((/** @type {any} */ { id }) => profile.dimensions[id].point);
  const least = Math.min(...points);
  if (scored.length === 0) return profile.overall.low === null ? null : h("p", {}, say("no_points"));
  const lowest = scored.filter((/** @type {any} */ _, /** @type {number} */ n) => points[n] === least);
  const names = lowest.map((/** @type {any} */ { name }) => name).join(", ");
  const evenness = profile.evenness ?? 0;
  const mean = profile.overall.point === null ? "" : say("mean", { point: shown(profile.overall.point) });
  const weakest =
    lowest.length === bank.dimensions.length ? "" : say("weakest", { n: lowest.length, names, point: shown(least) });
  const spread = say(evenness >= EVEN ? "even" : evenness >= FAIRLY ? "fairly_even" : "uneven");
  return h("p", {}, [mean, weakest, spread].filter(Boolean).join(" "));
}

/** @param {View} view @returns {Node} how the chart is drawn */
function looks({ looks, say, act }) {
  const choice = (/** @type {"sort"|"chart"} */ name, /** @type {string[]} */ values) =>
    h(
      "label",
      {},
      `${say(name)} `,
      h(
        "select",
        { "data-key": name, onchange: (/** @type {any} */ { target }) => act.look({ [name]: target.value }) },
        ...values.map((value) => h("option", { value, selected: looks[name] === value }, say(`${name}_${value}`))),
      ),
    );
  return h("p", { class: "pp-looks" }, choice("chart", ["bars", "radar"]), choice("sort", ["order", "score"]));
}

/** @param {View} view @returns {HTMLElement[]} */
function chart(view) {
  const { bank, profile, advice, looks, say } = view;
  const rows = bank.dimensions.map((/** @type {any} */ { id, name }) => {
    const score = profile.dimensions[id];
    const target = score.low === null ? null : advice.targets[id];
    return { ...score, name, step: stepOf(view, score.point), shown: short(view, score), target };
  });
  if (looks.sort === "score")
    rows.sort((/** @type {any} */ a, /** @type {any} */ b) => (b.point ?? b.low ?? -1) - (a.point ?? a.low ?? -1));
  const description = rows.map((/** @type {any} */ row) => say(row.target === null ? "named" : "bar", row)).join(" ");
  const round = looks.chart === "radar";
  const draw = round ? radarChart : barsChart;
  const title = say("profile_title");
  const key = rows.map((/** @type {any} */ row) => h("li", {}, say("named", row)));
  const nodes = [
    draw({ rows, top: topOf(view), title, description }),
    round ? h("ol", { class: "pp-chart__narrow pp-noted" }, ...key) : null,
    h("p", { class: "pp-legend" }, say(round ? "legend_radar" : "legend"), " ", say("legend_target")),
    tableOf(view, title, bank.dimensions, profile.dimensions),
  ];
  return /** @type {HTMLElement[]} */ (nodes.filter((node) => node !== null));
}

/** @param {View} view @returns {HTMLElement} each dimension opens to its questions */
function ladders(view) {
  const { bank, profile } = view;
  const asked = new Set(bank.forms[profile.form]);
  const folds = bank.dimensions.map((/** @type {any} */ { id, name }) => {
    const practices = bank.practices.filter((/** @type {any} */ each) => each.dimension === id && asked.has(each.id));
    const score = profile.form === "quick" ? "" : ` ${short(view, profile.dimensions[id])}`;
    return fold(view, `ladders-${id}`, [name, h("small", {}, score)], () =>
      practices.map((/** @type {any} */ practice) => ladder(view, practice)),
    );
  });
  return h("div", { class: "pp-ladders" }, ...folds);
}

/** @param {View} view @param {any} practice @returns {HTMLElement} the chosen anchor and the next one; all of them while trying */
function ladder(view, practice) {
  const { bank, trial } = view;
  const level = levelOf(view, practice.id);
  const steps = bank.levels.map((/** @type {any} */ { value: step }) =>
    h("span", { class: "pp-pip", "data-step": level !== null && step <= level ? stepOf(view, step) : null }),
  );
  return h(
    "div",
    { class: "pp-ladder-row" },
    h("h3", {}, practiceLink(view, practice.id)),
    h("span", { class: "pp-pips", "aria-hidden": "true" }, ...steps),
    trial ? choices(view, practice) : facts(view, practice, level),
  );
}

/** @param {View} view @param {any} practice @param {number|null} level @returns {HTMLElement} */
function facts({ bank, response, say, words }, practice, level) {
  const terms = (/** @type {string} */ key, /** @type {number} */ at) => [
    h("dt", {}, say(key, { level: bank.levels[at].name })),
    h("dd", {}, words(practice.anchors[at])),
  ];
  if (level === null) return h("p", {}, say(String(response.answers[practice.id]?.value ?? "left_alone")));
  const next = level < bank.levels.length - 1 ? terms("next_level", level + 1) : [];
  return h("dl", { class: "pp-facts" }, ...terms("your_level", level), ...next);
}

/** @param {View} view @param {any} practice @returns {HTMLElement} another answer to try */
function choices({ bank, response, say, words, act }, { id, rev, title, anchors, naReason }) {
  const value = response.answers[id]?.value;
  const set = (/** @type {string} */ text) => {
    const tried = text === "unknown" || text === "na" ? text : Number(text);
    // What the old answer rested on says nothing about the new one.
    act.edit((before) => setAnswer(before, id, { ...before.answers[id], value: tried, rev, basis: undefined }));
  };
  const option = (/** @type {string|number} */ each, /** @type {string} */ text) =>
    h("option", { value: each, selected: each === value }, text);
  return h(
    "select",
    {
      "aria-label": words(title),
      "data-key": `try-${id}`,
      onchange: (/** @type {any} */ { target: field }) => set(field.value),
    },
    value === undefined ? h("option", { value: "", selected: true, disabled: true }, say("left_alone")) : null,
    ...anchors.map((/** @type {string} */ anchor, /** @type {number} */ each) =>
      option(each, `${bank.levels[each].name}: ${words(anchor)}`),
    ),
    option("unknown", say("unknown")),
    naReason ? option("na", say("na")) : null,
  );
}
