// @ts-check
/** The parts of the result that say where one stands and how sure that is: headline, map, bars. */
import { barsChart, mapChart, numbers } from "./charts.mjs";
import { ROOT } from "./current.mjs";
import { h } from "./dom.mjs";
import { unsettled } from "./shares.mjs";

/** @typedef {import("./results.mjs").View} View */
/** @typedef {import("./types.mjs").Score} Score */

const RAMP = 4; // the ramp's last step; scales of any length are spread over it

/** @param {number|null} x @returns {string} one decimal; a dash for nothing */
export const shown = (x) => (x === null ? "–" : x.toFixed(1));

/** @param {View} view @param {number|null} value @returns {number|null} */
const stepOf = ({ bank }, value) => (value === null ? null : Math.round((value / (bank.levels.length - 1)) * RAMP));

/** @param {View} view @param {Score} score @returns {string} the level's name, or the two that the range spans */
export function nameOf({ bank, say }, { levels }) {
  if (levels.length === 0) return say("nothing");
  const [low, high] = levels.map((level) => bank.levels[level].name);
  return low === high ? say("level", { level: low }) : say("between", { low, high });
}

/** @param {View} view @param {Score} score @returns {string} the number, or the range where no number is shown */
export function numberOf({ bank, say }, { point, low, high }) {
  const top = bank.levels.length - 1;
  if (low === null) return say("nothing");
  return point === null
    ? say("range", { low: shown(low), high: shown(high), top })
    : say("score", { point: shown(point), top });
}

/** @param {View} view @returns {(Node|null)[]} */
export function headline(view) {
  const { bank, profile, say } = view;
  const { overall, quadrants } = profile;
  const certain =
    overall.unknown === 0 ? say("exact") : say("sure", { low: shown(overall.low), high: shown(overall.high) });
  const coverage = say("coverage", { known: overall.known, n: overall.known + overall.unknown });
  const leftOut = overall.na > 0 ? ` ${say("left_out", { n: overall.na })}` : "";
  const reading =
    quadrants.length === 1 ? bank.quadrants.find((/** @type {any} */ { id }) => id === quadrants[0]) : null;
  const rest = bank.forms.full.length - bank.forms.quick.length;
  return [
    h("p", { class: "pp-headline__name" }, nameOf(view, overall)),
    h(
      "p",
      { class: "pp-lead" },
      `${capital(numberOf(view, overall))}. ${overall.low === null ? "" : certain} ${coverage}${leftOut}`,
    ),
    reading && h("p", {}, h("strong", {}, `${reading.name}. `), reading.reading),
    profile.form === "quick"
      ? h(
          "p",
          { class: "pp-notice" },
          say("quick"),
          " ",
          h("a", { href: new URL("assessment/", ROOT) }, say("quick_more", { n: rest })),
        )
      : null,
  ];
}

/** @param {string} text @returns {string} */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {View} view @returns {(Node|null)[]} */
export function map(view) {
  const { bank, profile, say } = view;
  const table = numbersOf(view, bank.axes, profile.axes);
  const axes = bank.axes.map((/** @type {any} */ axis) => ({ ...profile.axes[axis.id], name: axis.name }));
  const top = bank.levels.length - 1;
  if (axes.length < 2) return [bars(view, bank.axes, profile.axes), table, ...readings(view)];
  const [x, y] = axes;
  const picture = mapChart({
    top,
    x,
    y,
    title: say("map_title", { x: x.name, y: y.name }),
    description: say("map_description", {
      x: x.name,
      y: y.name,
      xlow: shown(x.low),
      xhigh: shown(x.high),
      ylow: shown(y.low),
      yhigh: shown(y.high),
      top,
    }),
    quadrants: bank.quadrants.map((/** @type {any} */ { id, name, at }) => ({
      name,
      at: bank.axes.map((/** @type {any} */ axis) => at[axis.id]),
      here: profile.quadrants.includes(id),
    })),
  });
  return [picture, table, ...readings(view)];
}

/** @param {View} view @returns {(Node|null)[]} what each quadrant touched means, and what would settle which it is */
function readings(view) {
  const { bank, profile, response, say } = view;
  if (bank.quadrants.length > 0 && profile.quadrants.length === 0) return [h("p", {}, say("unplaced"))];
  const touched = bank.quadrants.filter((/** @type {any} */ { id }) => profile.quadrants.includes(id));
  const list = h(
    "dl",
    { class: "pp-facts" },
    ...touched.flatMap((/** @type {any} */ { name, reading, next }) => [
      h("dt", {}, name),
      h("dd", {}, `${reading} ${next}`),
    ]),
  );
  if (touched.length < 2) return [list];
  return [
    list,
    h("p", {}, say("quadrants", { n: touched.length })),
    h(
      "ul",
      {},
      ...unsettled(bank, response)
        .slice(0, 3)
        .map((id) => questionLink(view, id)),
    ),
  ];
}

/** @param {View} view @param {string} id @returns {HTMLElement} */
export function questionLink({ bank, people }, id) {
  const practice = bank.practices.find((/** @type {any} */ each) => each.id === id);
  return h(
    "li",
    {},
    h("a", { href: new URL(practice.questionUrl, ROOT) }, practice.title.replaceAll("{people}", people)),
  );
}

/** @param {View} view @returns {(Node|null)[]} nothing for the quick form, which scores no single area */
export function profileBars(view) {
  const { bank, profile, say } = view;
  if (profile.form === "quick") return [];
  const scored = bank.dimensions.filter((/** @type {any} */ { id }) => profile.dimensions[id].point !== null);
  const weakest = scored.sort(
    (/** @type {any} */ a, /** @type {any} */ b) =>
      Number(profile.dimensions[a.id].point) - Number(profile.dimensions[b.id].point),
  )[0];
  return [
    weakest
      ? h("p", {}, say("weakest", { name: weakest.name, point: shown(profile.dimensions[weakest.id].point) }))
      : null,
    bars(view, bank.dimensions, profile.dimensions),
    numbersOf(view, bank.dimensions, profile.dimensions),
  ];
}

/** @param {View} view @param {{id: string, name: string}[]} things @param {Record<string, Score>} scores @returns {SVGElement} */
function bars(view, things, scores) {
  const rows = things.map(({ id, name }) => ({
    ...scores[id],
    name,
    step: stepOf(view, scores[id].point),
    shown: short(scores[id]),
  }));
  const description = rows.map((row) => `${row.name}: ${row.shown}`).join("; ");
  return barsChart({ rows, top: view.bank.levels.length - 1, title: view.say("bars_title"), description });
}

/** @param {Score} score @returns {string} */
const short = ({ point, low, high }) =>
  point === null ? (low === null ? "–" : `${shown(low)}–${shown(high)}`) : shown(point);

/** @param {View} view @param {{id: string, name: string}[]} things @param {Record<string, Score>} scores @returns {HTMLElement} */
function numbersOf({ say }, things, scores) {
  const head = [say("area"), say("lowest"), say("point"), say("highest"), say("known")];
  const rows = things.map(({ id, name }) => {
    const { low, point, high, known, unknown } = scores[id];
    return [name, shown(low), shown(point), shown(high), `${known} / ${known + unknown}`];
  });
  return numbers(say("table"), head, rows);
}
