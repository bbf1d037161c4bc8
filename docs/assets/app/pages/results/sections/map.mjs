// @ts-check
/** The map: two axes, the range as a soft area, and where the last other answers were. */
import { mapChart } from "../../../charts/map.mjs";
import { h } from "../../../ui/dom.mjs";
import { decimal } from "../../../scoring/score.mjs";
import { later } from "../lazy.mjs";
import { fold, short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Score} Score */

const withBars = later(() => import("../../../charts/bars.mjs"));
const withNumbers = later(() => import("../../../charts/table.mjs"));

/** @param {View} view @returns {(Node|null)[]} */
export function map(view) {
  const { bank, profile, before, say } = view;
  if (bank.axes.length === 0) return [];
  const square = bank.axes.length === 2;
  return [
    ...(square ? [plane(view, before?.profile.axes)] : withBars(view, ({ barsChart }) => [line(view, barsChart)])),
    square && before ? h("p", { class: "pp-legend" }, before.said) : null,
    tableOf(view, say(square ? "map_title" : "axis_title", names(view)), bank.axes, profile.axes),
  ];
}

/** @param {View} view @returns {{x: string, y: string}} */
const names = ({ bank }) => ({ x: bank.axes[0].name, y: bank.axes[bank.axes.length - 1].name });

/** @param {View} view @param {Record<string, Score>|undefined} before @returns {SVGElement} */
function plane(view, before) {
  const { bank, profile, say } = view;
  const [x, y] = bank.axes.map(({ id, name }) => ({ ...profile.axes[id], name }));
  const spans = [x, y].map(({ name, low, high }) =>
    low === null || low === high ? "" : say("map_range", { name, low: decimal(low), high: decimal(high) }),
  );
  const touched = bank.quadrants.filter(({ id }) => profile.quadrants.includes(id)).map(({ name }) => name);
  const values = { ...names(view), xs: short(view, x), ys: short(view, y), top: topOf(view) };
  return mapChart({
    ...placed(view),
    before: before && bank.axes.map(({ id }) => before[id]),
    title: say("map_title", values),
    description: [say("map_description", values), ...spans, touched.join(", ")].filter(Boolean).join(" "),
  });
}

/** @param {View} view @returns the axes and the quadrants as a map takes them; no `y` where the bank has one axis, and the whole as `x` where it has none */
export function placed(view) {
  const { bank, profile, say } = view;
  const axes = bank.axes.map(({ id, name }) => ({ ...profile.axes[id], name }));
  const [x, y] = axes.length > 0 ? axes : [{ ...profile.overall, name: say("overall") }];
  const quadrants = bank.quadrants.map(({ id, name, at }) => ({
    name,
    at: bank.axes.map((axis) => at[axis.id]),
    here: profile.quadrants.includes(id),
  }));
  return { top: topOf(view), x, y, quadrants };
}

/** @param {View} view @param {typeof import("../../../charts/bars.mjs").barsChart} barsChart @returns {SVGElement} */
function line(view, barsChart) {
  const { bank, profile, say } = view;
  const rows = bank.axes.map(({ id, name }) => {
    const score = profile.axes[id];
    return { ...score, name, step: stepOf(view, score.point), shown: short(view, score) };
  });
  const description = rows.map(({ name, shown }) => say("named", { name, shown })).join(" ");
  return barsChart({ rows, top: topOf(view), title: say("axis_title"), description });
}

/**
 * The numbers of some scores, folded.
 * @param {View} view @param {string} title @param {{id: string, name: string}[]} things
 * @param {Record<string, Score>} scores
 * @returns {HTMLElement}
 */
export const tableOf = (view, title, things, scores) =>
  fold(view, `table-${title}`, [view.say("table")], () =>
    withNumbers(view, ({ scoreTable }) => [scoreTable(view, title, things, scores)]),
  );
