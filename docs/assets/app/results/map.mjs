// @ts-check
/** The map: two axes, the range as a rectangle, the readings it touches, and what would settle which one holds. */
import { barsChart, mapChart, numbers } from "../charts.mjs";
import { ROOT } from "../current.mjs";
import { h } from "../dom.mjs";
import { scoreResponse } from "../score.mjs";
import { unsettled } from "../shares.mjs";
import { practiceOf, short, shown, stepOf, topOf } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */
/** @typedef {import("../types.mjs").Score} Score */

const SETTLING = 5; // questions named at most

/** @param {View} view @returns {(Node|null)[]} */
export function map(view) {
  const { bank } = view;
  const picture = bank.axes.length === 2 ? square(view) : line(view);
  return [picture, tableOf(view, bank.axes, view.profile.axes), ...readings(view)];
}

/** @param {View} view @returns {SVGElement} */
function square(view) {
  const { bank, profile, say } = view;
  const [x, y] = bank.axes.map((/** @type {any} */ { id, name }) => ({ ...profile.axes[id], name }));
  const before = earlier(view);
  const values = { x: x.name, y: y.name, xs: short(x), ys: short(y), top: topOf(view) };
  const spans = [x, y].map(({ name, low, high }) =>
    low === null ? "" : say("map_range", { name, low: shown(low), high: shown(high) }),
  );
  const readings = bank.quadrants
    .filter((/** @type {any} */ { id }) => profile.quadrants.includes(id))
    .map((/** @type {any} */ { name }) => name)
    .join(", ");
  return mapChart({
    top: topOf(view),
    x,
    y,
    before: before && bank.axes.map((/** @type {any} */ { id }) => before.axes[id].point),
    title: say("map_title", values),
    description: [say("map_description", values), ...spans, readings].filter(Boolean).join(" "),
    quadrants: bank.quadrants.map((/** @type {any} */ { id, name, at }) => ({
      name,
      at: bank.axes.map((/** @type {any} */ axis) => at[axis.id]),
      here: profile.quadrants.includes(id),
    })),
  });
}

/** @param {View} view @returns {import("../types.mjs").Profile|null} where the arrow starts: one's own place while trying, else the last snapshot */
function earlier({ bank, trial, own, response }) {
  if (trial) return own;
  const last = response.snapshots.at(-1);
  return last ? scoreResponse(bank, last) : null;
}

/** @param {View} view @returns {SVGElement} */
function line(view) {
  const { bank, profile, say } = view;
  const rows = bank.axes.map((/** @type {any} */ { id, name }) => {
    const score = profile.axes[id];
    return { ...score, name, step: stepOf(view, score.point), shown: short(score) };
  });
  const description = rows.map((/** @type {any} */ row) => `${row.name}: ${row.shown}`).join("; ");
  return barsChart({ rows, top: topOf(view), title: say("axis_title"), description });
}

/** @param {View} view @returns {(Node|null)[]} what each reading touched means, and what would settle it */
function readings(view) {
  const { bank, profile, response, say } = view;
  if (bank.quadrants.length === 0) return [];
  if (profile.quadrants.length === 0) return [h("p", {}, say("unplaced"))];
  const touched = bank.quadrants.filter((/** @type {any} */ { id }) => profile.quadrants.includes(id));
  const list = touched.flatMap((/** @type {any} */ { name, reading, next }) => [
    h("dt", {}, name),
    h("dd", {}, `${reading} ${next}`),
  ]);
  const facts = h("dl", { class: "pp-facts" }, ...list);
  if (touched.length < 2) return [facts];
  const open = unsettled(bank, response).slice(0, SETTLING);
  return [
    facts,
    h("p", {}, say("quadrants", { n: touched.length })),
    h(
      "ul",
      {},
      ...open.map((id) =>
        h(
          "li",
          {},
          h("a", { href: new URL(practiceOf(view, id).questionUrl, ROOT) }, view.words(practiceOf(view, id).title)),
        ),
      ),
    ),
  ];
}

/**
 * The numbers of some scores, folded.
 * @param {View} view @param {{id: string, name: string}[]} things @param {Record<string, Score>} scores
 * @returns {HTMLElement}
 */
export function tableOf({ say }, things, scores) {
  const head = [say("name"), say("lowest"), say("point"), say("highest"), say("known")];
  const rows = things.map(({ id, name }) => {
    const { low, point, high, known, unknown } = scores[id];
    return [name, shown(low), shown(point), shown(high), say("known_of", { known, of: known + unknown })];
  });
  return numbers(say("table"), head, rows);
}
