// @ts-check
/** The map: two axes, the range as a rectangle, the readings it touches, and what would settle which one holds. */
import { barsChart, mapChart } from "../../../charts/svg.mjs";
import { h } from "../../../ui/dom.mjs";
import { lastEarlier } from "../../../response/earlier.mjs";
import { dateOf, shown } from "../../../ui/format.mjs";
import { scoreResponse } from "../../../scoring/score.mjs";
import { unsettled } from "../../../scoring/influence.mjs";
import { later } from "../lazy.mjs";
import { fold, questionLink, short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Score} Score */
/** @typedef {import("../../../types.mjs").WholeQuadrant} WholeQuadrant */

const SETTLING = 5; // questions named at most

const withNumbers = later(() => import("../../../charts/table.mjs"));

/** @param {View} view @returns {(Node|null)[]} */
export function map(view) {
  const { bank, profile, say } = view;
  const named = bank.axes.map(({ id, name }) => say("named", { name, shown: short(view, profile.axes[id]) }));
  const before = earlier(view);
  const square = bank.axes.length === 2;
  return [
    square ? plane(view, before?.axes) : line(view),
    h("p", { class: "pp-legend" }, [...named, square && before ? before.said : ""].join(" ").trim()),
    ...readings(view),
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
    low === null || low === high ? "" : say("map_range", { name, low: shown(low), high: shown(high) }),
  );
  const touched = bank.quadrants.filter(({ id }) => profile.quadrants.includes(id)).map(({ name }) => name);
  const values = { ...names(view), xs: short(view, x), ys: short(view, y), top: topOf(view) };
  return mapChart({
    top: topOf(view),
    x,
    y,
    before: before && bank.axes.map(({ id }) => before[id]),
    title: say("map_title", values),
    description: [say("map_description", values), ...spans, touched.join(", ")].filter(Boolean).join(" "),
    quadrants: bank.quadrants.map(({ id, name, at }) => ({
      name,
      at: bank.axes.map((axis) => at[axis.id]),
      here: profile.quadrants.includes(id),
    })),
  });
}

/** @param {View} view @returns {{axes: Record<string, Score>, said: string}|null} where the arrow starts: one's own place while trying, else the last snapshot with other answers */
function earlier({ bank, trial, own, response, say }) {
  if (trial) return { axes: own.axes, said: say("before_trial") };
  const last = lastEarlier(bank, response);
  if (!last) return null;
  return { axes: scoreResponse(bank, last).axes, said: say("before", { date: dateOf(last.taken) }) };
}

/** @param {View} view @returns {SVGElement} */
function line(view) {
  const { bank, profile, say } = view;
  const rows = bank.axes.map(({ id, name }) => {
    const score = profile.axes[id];
    return { ...score, name, step: stepOf(view, score.point), shown: short(view, score) };
  });
  const description = rows.map(({ name, shown }) => say("named", { name, shown })).join(" ");
  return barsChart({ rows, top: topOf(view), title: say("axis_title"), description });
}

/** @param {View} view @returns {(Node|null)[]} what each reading touched means, what would settle it, and the others */
function readings(view) {
  const { bank, profile, response, say } = view;
  if (bank.quadrants.length === 0) return [];
  if (profile.quadrants.length === 0) return [h("p", {}, say("unplaced")), others(view)];
  const touched = bank.quadrants.filter(({ id }) => profile.quadrants.includes(id));
  const open = touched.length > 1 ? unsettled(bank, response).slice(0, SETTLING) : [];
  return [
    meanings(view, touched.length > 1 ? touched : touched.map(untold)),
    open.length > 0 ? h("p", {}, say("quadrants", { n: touched.length })) : null,
    open.length > 0 ? h("ul", {}, ...open.map((id) => h("li", {}, questionLink(view, id)))) : null,
    touched.length < bank.quadrants.length ? others(view) : null,
  ];
}

/** @param {WholeQuadrant} quadrant @returns {WholeQuadrant} without the first sentence of its reading, which the headline has */
const untold = (quadrant) => ({
  ...quadrant,
  reading: quadrant.reading.slice(firstOf(quadrant.reading).length).trim(),
});

/** @param {string} text @returns {string} its first sentence */
export const firstOf = (text) => text.match(/^.*?[.?!](?=\s|$)/)?.[0] ?? text;

/** @param {View} view @param {WholeQuadrant[]} quadrants @returns {HTMLElement} */
const meanings = ({ words }, quadrants) =>
  h(
    "dl",
    { class: "pp-facts" },
    ...quadrants.flatMap(({ name, reading, next }) => [
      h("dt", {}, name),
      h("dd", {}, words(`${reading} ${next}`.trim())),
    ]),
  );

/** @param {View} view @returns {HTMLElement} the readings not touched, folded */
function others(view) {
  const { bank, profile, say } = view;
  const rest = bank.quadrants.filter(({ id }) => !profile.quadrants.includes(id));
  return fold(view, "readings", [say("others")], () => [meanings(view, rest)]);
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
