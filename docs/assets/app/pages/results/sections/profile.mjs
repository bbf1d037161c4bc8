// @ts-check
/** Dimension by dimension: bars or radar, the lowest named beside the mean, and each question as a ladder. */
import { barsChart } from "../../../charts/bars.mjs";
import { assessed, isPart } from "../../../response/answers.mjs";
import { h } from "../../../ui/dom.mjs";
import { later } from "../lazy.mjs";
import { ladders } from "./ladder-folds.mjs";
import { balanceOf } from "../../../scoring/profile-sentences.mjs";
import { tableOf } from "./map.mjs";
import { short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */

const withRadar = later(() => import("../../../charts/radar.mjs"));

/** @param {View} view @returns {(Node|null)[]} single answers alone for the quick form, which scores no dimension */
export function profile(view) {
  if (isPart(view.profile.form)) return [ladders(view)];
  const drawn =
    view.looks.chart === "radar"
      ? withRadar(view, ({ radarChart }) => profileChart(view, "radar", radarChart))
      : profileChart(view, "bars", barsChart);
  const balance = balanceOf(view);
  return [balance ? h("p", {}, balance) : null, looks(view), ...drawn, ladders(view)];
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
  const { bank, profile, advice, before, looks, say } = view;
  if (isPart(profile.form)) return [];
  const [rated, rest] = [true, false].map((is) =>
    assessed(bank).filter(({ id }) => (profile.dimensions[id].low !== null) === is),
  );
  const rows = rated.map(({ id, name }) => {
    const score = profile.dimensions[id];
    const step = stepOf(view, score.point ?? score.low);
    return {
      ...score,
      id,
      name,
      step,
      shown: short(view, score),
      target: advice.targets[id],
      before: before?.profile.dimensions[id],
    };
  });
  if (rows.length === 0) return [];
  if (looks.sort === "score") rows.sort((a, b) => (b.point ?? b.low ?? -1) - (a.point ?? a.low ?? -1));
  const described = rows.map(({ name, shown, target }) => say("bar", { name, shown, target }));
  const description = [
    ...described,
    ...rest.map(({ name }) => say("named", { name, shown: say("not_assessed") })),
  ].join(" ");
  const title = say("profile_title");
  const round = look === "radar";
  const key = rows.map(({ name, shown }) => h("li", {}, say("named", { name, shown })));
  const levels = bank.levels.map((level) => level.name);
  const legend = ["legend", "legend_target", ...(before ? ["legend_before"] : [])].map((each) => say(each));
  return [
    draw({ rows, top: topOf(view), title, description, levels }),
    ...(round ? [h("ol", { class: "pp-chart__narrow pp-noted" }, ...key)] : []),
    rest.length > 0 ? h("p", {}, say("not_rated", { names: rest.map(({ name }) => name).join(", ") })) : null,
    h("p", { class: "pp-legend" }, legend.join(" · ")),
    tableOf(view, title, rows, profile.dimensions),
  ].filter((node) => node !== null);
}
