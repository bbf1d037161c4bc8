// @ts-check
/** The group on the map and by area, with everybody's range, and each person as a dot where that may be shown. */
import { barsChart } from "../../../charts/bars.mjs";
import { mapChart } from "../../../charts/map.mjs";
import { numbers } from "../../../charts/table.mjs";
import { assessed } from "../../../response/answers.mjs";
import { h } from "../../../ui/dom.mjs";
import { decimal, spot } from "../../../scoring/score.mjs";
import { stepOf } from "./figures.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../group/shown.mjs").Shown} Shown */
/** @typedef {import("../../../types.mjs").Score} Score */
/** @typedef {{low: number|null, high: number|null, point: number|null}} Span */

/** @param {Score} score of the group @param {number[]} people @returns {Span} the group, in everybody's range */
function spanOf(score, people) {
  const own = { low: score.low, high: score.high, point: spot(score) };
  return people.length === 0 ? own : { ...own, low: Math.min(...people), high: Math.max(...people) };
}

/** @param {ShownPage} page @param {Shown} shown @returns {Node[]} */
export function groupCharts(page, shown) {
  return [...mapOf(page, shown), ...areasOf(page, shown)];
}

/** @param {ShownPage} page @param {Shown} shown @returns {Node[]} */
function mapOf({ bank, say }, { profile, dots }) {
  if (bank.axes.length !== 2) return [];
  const people = dots
    .map(({ axes }) => bank.axes.map(({ id }) => axes[id]))
    .filter((place) => place.every((value) => value !== null))
    .map((place) => place.map(Number));
  const [x, y] = bank.axes.map(({ id, name }, n) => ({
    ...spanOf(
      profile.axes[id],
      people.map((place) => place[n]),
    ),
    name,
  }));
  const touched = bank.quadrants.filter(({ id }) => profile.quadrants.includes(id)).map(({ name }) => name);
  const chart = mapChart({
    top: bank.levels.length - 1,
    x,
    y,
    people,
    title: say("map"),
    description: `${x.name} ${decimal(x.point)}, ${y.name} ${decimal(y.point)}. ${touched.join(", ")}`,
    quadrants: bank.quadrants.map(({ id, name, at }) => ({
      name,
      at: bank.axes.map((axis) => at[axis.id]),
      here: profile.quadrants.includes(id),
    })),
  });
  const off = dots.length - people.length;
  const missing = people.length > 0 && off > 0 ? ` ${say("map_missing", { n: off })}` : "";
  const note = say(people.length > 0 ? "map_text" : "spread_none") + missing;
  return [h("h4", {}, say("map")), chart, h("p", { class: "pp-legend" }, note), table({ say }, [x, y])];
}

/** @param {{say: import("../../../types.mjs").Say}} page @param {(Span & {name: string})[]} spans @returns {HTMLElement} */
function table({ say }, spans) {
  const head = ["area", "lowest", "group", "highest"].map((key) => say(key));
  const rows = spans.map(({ name, low, point, high }) => [name, decimal(low), decimal(point), decimal(high)]);
  return h("details", {}, h("summary", {}, say("table")), numbers(say("dims"), head, rows));
}

/** @param {ShownPage} page @param {Shown} shown @returns {Node[]} */
function areasOf(page, { profile, points }) {
  const { bank, say } = page;
  // The quick form scores no area.
  const areas = assessed(bank).filter(({ id }) => profile.dimensions[id].point !== null);
  if (areas.length === 0) return [];
  const rows = areas.map(({ id, name }) => {
    const people = points[id] ?? [];
    const span = spanOf(profile.dimensions[id], people);
    return {
      ...span,
      name,
      people,
      step: span.point === null ? null : stepOf(bank, span.point),
      shown: decimal(span.point),
    };
  });
  const description = rows.map(({ name, shown }) => `${name} ${shown}`).join(", ");
  const levels = bank.levels.map((level) => level.name);
  const chart = barsChart({ rows, levels, top: bank.levels.length - 1, title: say("dims"), description });
  const note = say(Object.keys(points).length > 0 ? "dims_text" : "spread_none");
  return [h("h4", {}, say("dims")), chart, h("p", { class: "pp-legend" }, note), table(page, rows)];
}
