// @ts-check
/** Dimension by dimension: bars or radar, the lowest named beside the mean, and each question as a ladder. */
import { barsChart } from "../../../charts/svg.mjs";
import { assessed, isOutcome } from "../../../response/answers.mjs";
import { h } from "../../../ui/dom.mjs";
import { later } from "../lazy.mjs";
import { tableOf } from "./map.mjs";
import { shown } from "../../../ui/format.mjs";
import { fold, short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */

const EVEN = 0.85; // evenness from which dimensions count as close together
const FAIRLY = 0.7;

const withRadar = later(() => import("../../../charts/radar.mjs"));
const withLadders = later(() => import("./ladders.mjs"));

/** @param {View} view @returns {(Node|null)[]} single answers alone for the quick form, which scores no dimension */
export function profile(view) {
  if (view.profile.form === "quick") return [ladders(view)];
  const drawn =
    view.looks.chart === "radar"
      ? withRadar(view, ({ radarChart }) => profileChart(view, "radar", radarChart))
      : profileChart(view, "bars", barsChart);
  return [balance(view), looks(view), ...drawn, ladders(view)];
}

/** @param {View} view @returns {Node|null} the weakest dimension and the evenness, in words */
function balance({ bank, profile, say }) {
  const scored = assessed(bank).filter(({ id }) => profile.dimensions[id].point !== null);
  const points = scored.map(({ id }) => Number(profile.dimensions[id].point));
  const least = Math.min(...points);
  if (scored.length === 0) return profile.overall.low === null ? null : h("p", {}, say("no_points"));
  const lowest = scored.filter((_, n) => points[n] === least);
  const names = lowest.map(({ name }) => name).join(", ");
  const evenness = profile.evenness ?? 0;
  const mean = profile.overall.point === null ? "" : say("mean", { point: shown(profile.overall.point) });
  const weakest =
    lowest.length === assessed(bank).length ? "" : say("weakest", { n: lowest.length, names, point: shown(least) });
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
        {
          "data-key": name,
          onchange: (/** @type {{target: HTMLSelectElement}} */ { target }) => act.look({ [name]: target.value }),
        },
        ...values.map((value) => h("option", { value, selected: looks[name] === value }, say(`${name}_${value}`))),
      ),
    );
  return h("p", { class: "pp-looks" }, choice("chart", ["bars", "radar"]), choice("sort", ["order", "score"]));
}

/**
 * @param {View} view
 * @param {"bars"|"radar"} look
 * @param {typeof barsChart} draw
 * @returns {Node[]} the chart with what explains it; nothing for the quick form
 */
export function profileChart(view, look, draw) {
  const { bank, profile, advice, looks, say } = view;
  if (profile.form === "quick") return [];
  const rows = assessed(bank).map(({ id, name }) => {
    const score = profile.dimensions[id];
    const target = score.low === null ? null : advice.targets[id];
    return { ...score, id, name, step: stepOf(view, score.point), shown: short(view, score), target };
  });
  if (looks.sort === "score") rows.sort((a, b) => (b.point ?? b.low ?? -1) - (a.point ?? a.low ?? -1));
  const description = rows
    .map(({ name, shown, target }) =>
      target === null ? say("named", { name, shown }) : say("bar", { name, shown, target }),
    )
    .join(" ");
  const title = say("profile_title");
  const round = look === "radar";
  const key = rows.map(({ name, shown }) => h("li", {}, say("named", { name, shown })));
  return [
    draw({ rows, top: topOf(view), title, description }),
    ...(round ? [h("ol", { class: "pp-chart__narrow pp-noted" }, ...key)] : []),
    h("p", { class: "pp-legend" }, say(round ? "legend_radar" : "legend"), " ", say("legend_target")),
    tableOf(view, title, rows, profile.dimensions),
  ];
}

/** @param {View} view @returns {HTMLElement} each dimension opens to its questions */
function ladders(view) {
  const { bank, profile } = view;
  const asked = new Set(bank.forms[profile.form]);
  const folds = bank.dimensions.map((dimension) => {
    const { id, name } = dimension;
    const practices = bank.practices.filter((each) => each.dimension === id && asked.has(each.id));
    const of = isOutcome(dimension) ? profile.outcomes[id] : profile.dimensions[id];
    const score = profile.form === "quick" ? "" : ` ${short(view, of)}`;
    return fold(view, `ladders-${id}`, [name, h("small", {}, score)], () =>
      withLadders(view, ({ ladder }) => practices.map((practice) => ladder(view, practice))),
    );
  });
  return h("div", { class: "pp-ladders" }, ...folds);
}
