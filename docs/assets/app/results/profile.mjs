// @ts-check
/** Dimension by dimension: bars or radar, the lowest named beside the mean, targets, and each question as a ladder. */
import { barsChart, radarChart } from "../charts.mjs";
import { ROOT } from "../current.mjs";
import { h } from "../dom.mjs";
import { setAnswer } from "../responses.mjs";
import { tableOf } from "./map.mjs";
import { levelOf, short, shown, stepOf, topOf } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */

/** @param {View} view @returns {(Node|null)[]} nothing for the quick form, which scores no single dimension */
export function profile(view) {
  if (view.profile.form === "quick") return [ladders(view)];
  return [
    balance(view),
    looks(view),
    chart(view),
    tableOf(view, view.bank.dimensions, view.profile.dimensions),
    ladders(view),
  ];
}

/** @param {View} view @returns {Node|null} the weakest dimension and the evenness, in words */
function balance({ bank, profile, say }) {
  const scored = bank.dimensions.filter((/** @type {any} */ { id }) => profile.dimensions[id].point !== null);
  if (scored.length === 0) return h("p", {}, say("no_points"));
  const points = scored.map((/** @type {any} */ { id }) => profile.dimensions[id].point);
  const lowest = scored[points.indexOf(Math.min(...points))];
  const evenness = profile.evenness ?? 0;
  const words = say(evenness >= 0.85 ? "even" : evenness >= 0.7 ? "fairly_even" : "uneven");
  const mean = profile.overall.point === null ? "" : `${say("mean", { point: shown(profile.overall.point) })} `;
  return h("p", {}, `${mean}${say("weakest", { name: lowest.name, point: shown(Math.min(...points)) })} ${words}`);
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

/** @param {View} view @returns {SVGElement} */
function chart(view) {
  const { bank, profile, advice, looks, say } = view;
  const rows = bank.dimensions.map((/** @type {any} */ { id, name }) => {
    const score = profile.dimensions[id];
    return { ...score, name, step: stepOf(view, score.point), shown: short(score), target: advice.targets[id] };
  });
  if (looks.sort === "score")
    rows.sort((/** @type {any} */ a, /** @type {any} */ b) => (b.point ?? b.low ?? -1) - (a.point ?? a.low ?? -1));
  const description = rows
    .map((/** @type {any} */ row) => say("bar", { name: row.name, shown: row.shown, target: row.target }))
    .join(" ");
  const draw = looks.chart === "radar" ? radarChart : barsChart;
  return draw({ rows, top: topOf(view), title: say("profile_title"), description });
}

/** @param {View} view @returns {HTMLElement} each dimension opens to its questions */
function ladders(view) {
  const { bank, profile, say } = view;
  const asked = new Set(bank.forms[profile.form]);
  return h(
    "div",
    { class: "pp-ladders" },
    ...bank.dimensions.map((/** @type {any} */ { id, name }) => {
      const practices = bank.practices.filter((/** @type {any} */ each) => each.dimension === id && asked.has(each.id));
      const score = profile.form === "quick" ? "" : ` ${short(profile.dimensions[id])}`;
      return h(
        "details",
        { "data-key": `ladders-${id}` },
        h("summary", {}, name, h("small", {}, score)),
        profile.form === "quick" ? null : target(view, id),
        ...practices.map((/** @type {any} */ practice) => ladder(view, practice)),
      );
    }),
  );
}

/** @param {View} view @param {string} id @returns {Node} the reader's own aim for a dimension */
function target({ bank, response, advice, say, act }, id) {
  const set = (/** @type {string} */ value) =>
    act.edit((before) => {
      const { [id]: gone, ...rest } = before.targets;
      return { ...before, targets: value === "" ? rest : { ...rest, [id]: Number(value) } };
    });
  const own = response.targets[id];
  const usual = h(
    "option",
    { value: "", selected: own === undefined },
    say("target_usual", { level: bank.levels[advice.targets[id]].name }),
  );
  const levels = bank.levels.map((/** @type {any} */ { value, name }) =>
    h("option", { value, selected: own === value }, name),
  );
  return h(
    "p",
    { class: "pp-target" },
    h(
      "label",
      {},
      `${say("target")} `,
      h(
        "select",
        { "data-key": `target-${id}`, onchange: (/** @type {any} */ { target: field }) => set(field.value) },
        usual,
        ...levels,
      ),
    ),
  );
}

/** @param {View} view @param {any} practice @returns {HTMLElement} the chosen anchor and the next one; all of them while trying */
function ladder(view, practice) {
  const { bank, response, say, words, trial } = view;
  const level = levelOf(view, practice.id);
  const value = response.answers[practice.id]?.value;
  const title = h("h4", {}, h("a", { href: new URL(practice.url, ROOT) }, words(practice.title)));
  const steps = bank.levels.map((/** @type {any} */ { value: step }) =>
    h("span", { class: "pp-pip", "data-step": level !== null && step <= level ? stepOf(view, step) : null }),
  );
  const pips = h(
    "span",
    {
      class: "pp-pips",
      role: "img",
      "aria-label": level === null ? say("no_level") : say("level_of", { level, top: topOf(view) }),
    },
    ...steps,
  );
  const said =
    level === null ? say(value === undefined ? "left_alone" : String(value)) : words(practice.anchors[level]);
  const next = level !== null && level < topOf(view) ? words(practice.anchors[level + 1]) : null;
  const facts = [
    h("dt", {}, say("you_said")),
    h("dd", {}, said),
    ...(next ? [h("dt", {}, say("next_step")), h("dd", {}, next)] : []),
  ];
  return h(
    "div",
    { class: "pp-ladder-row" },
    title,
    pips,
    trial ? choices(view, practice, value) : h("dl", { class: "pp-facts" }, ...facts),
  );
}

/** @param {View} view @param {any} practice @param {any} value @returns {HTMLElement} another answer to try */
function choices({ bank, say, words, act }, practice, value) {
  const set = (/** @type {string} */ text) => {
    const answer = { value: text === "unknown" || text === "na" ? text : Number(text) };
    act.edit((response) =>
      setAnswer(response, practice.id, /** @type {any} */ ({ ...response.answers[practice.id], ...answer })),
    );
  };
  const option = (/** @type {string|number} */ each, /** @type {string} */ text) =>
    h("option", { value: each, selected: each === value }, text);
  return h(
    "select",
    {
      "aria-label": words(practice.title),
      "data-key": `try-${practice.id}`,
      onchange: (/** @type {any} */ { target: field }) => set(field.value),
    },
    value === undefined ? h("option", { value: "", selected: true, disabled: true }, say("left_alone")) : null,
    ...practice.anchors.map((/** @type {string} */ anchor, /** @type {number} */ each) =>
      option(each, `${bank.levels[each].name}: ${words(anchor)}`),
    ),
    option("unknown", say("unknown")),
    practice.naReason ? option("na", say("na")) : null,
  );
}
