// @ts-check
/** What a result says in sentences. Scores are compared as they are shown, with one decimal. Pure. */
import { assessed, isPart, topOf } from "../response/answers.mjs";
import { decimal, quadrantsIn, spot } from "./score.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Profile} Profile */
/** @typedef {import("../types.mjs").Score} Score */
/** @typedef {import("../types.mjs").Say} Say */
/** @typedef {import("../types.mjs").Quadrant} Quadrant */
/** @typedef {{bank: Bank, profile: Profile, say: Say, words: (text: string|undefined) => string}} Told what is put into words */
/** @typedef {{name: string, value: string|null, low: string, high: string}} Rated scores as shown; no value where a range stands alone */

const NAMED = 3; // names in one sentence at most

/** @param {Score} score @returns {string|null} the score as shown, a dash for nothing; null where its range stands alone */
export const valueShown = ({ point, low, high }) =>
  point === null && decimal(low) !== decimal(high) ? null : decimal(point ?? low);

/** @param {Say} say @param {Score} score @returns {string} the score, or its range where no score is shown */
export const scoreShown = (say, score) =>
  score.low === null
    ? say("not_assessed")
    : (valueShown(score) ?? say("from_to", { low: decimal(score.low), high: decimal(score.high) }));

/** @param {Pick<Told, "bank"|"say">} told @param {Score} score @returns {string} the level's name, or the two that the range spans */
export function levelShown({ bank, say }, { level, levels }) {
  if (levels.length === 0) return say("nothing");
  const [low, high] = (level === null ? levels : [level, level]).map((each) => bank.levels[each].name ?? String(each));
  return low === high ? low : say("between", { low, high });
}

/** @param {Say} say @param {string[]} names @returns {string} as A, B and C */
export const listed = (say, names) =>
  names.length < 2
    ? names.join("")
    : say("and", { names: names.slice(0, -1).join(", "), last: names[names.length - 1] });

/** @param {string} text @returns {string} its first sentence */
export const firstOf = (text) => text.match(/^.*?[.?!](?=\s|$)/)?.[0] ?? text;

/** @param {Told} told @returns {{places: Quadrant[], points: Quadrant|undefined}} the places that are possible, first the one that what is known points to */
export function placesOf({ bank, profile }) {
  const all = bank.quadrants ?? [];
  const places = all.filter(({ id }) => profile.quadrants.includes(id));
  const spans = Object.entries(profile.axes).map(([id, { point }]) => [id, { low: point, high: point }]);
  const [pointed] = quadrantsIn(bank, Object.fromEntries(spans));
  const points = places.find(({ id }) => id === pointed);
  return { places: points ? [points, ...places.filter((each) => each !== points)] : places, points };
}

/** @param {Told} told @returns {string} the place on the map, as a headline; the level where there is no map */
export function headlineOf(told) {
  const { profile, say } = told;
  const names = placesOf(told).places.map(({ name }) => name ?? "");
  if (profile.overall.low === null) return say("nothing");
  if (names.length === 0) return levelShown(told, profile.overall);
  if (names.length > 2) return say("place_open");
  return names.length === 1 ? names[0] : say("place_either", { first: names[0], second: names[1] });
}

/** @param {Told} told @returns {string} what the place means, with strength and weakness */
export function leadOf(told) {
  const { bank, profile, say, words } = told;
  const { places, points } = placesOf(told);
  if (profile.overall.low === null) return say("all_left_out");
  if (places.length === 1) return joined(words(firstOf(places[0].reading ?? "")), extremesOf(told));
  const unplaced = bank.axes.find(({ id }) => profile.axes[id].low === null);
  if (unplaced && (bank.quadrants ?? []).length > 0)
    return joined(say("unplaced", { name: unplaced.name ?? "" }), extremesOf(told));
  if (places.length === 0) return extremesOf(told);
  const axes = openAxes(told);
  const side = say("place_side", { n: axes.length, names: listed(say, axes) });
  return joined(side, points ? say("place_points", { name: points.name ?? "" }) : "", extremesOf(told));
}

/** @param {...string} sentences @returns {string} */
export const joined = (...sentences) => sentences.filter(Boolean).join(" ");

/** @param {Told} told @returns {string[]} names of the axes that may be on either side of the middle */
function openAxes({ bank, profile }) {
  const sides = bank.axes.filter(({ id }) => {
    const { low, high } = profile.axes[id];
    const half = { ...bank, quadrants: ["low", "high"].map((side) => ({ id: side, at: { [id]: side } })) };
    return quadrantsIn(/** @type {Bank} */ (half), { [id]: { low, high } }).length > 1;
  });
  return sides.map(({ name }) => name ?? "");
}

/** @param {{id: string, name?: string}[]} things @param {Record<string, Score>} scores @returns {Rated[]} those that are assessed */
export const rated = (things, scores) =>
  things.flatMap(({ id, name = id }) => {
    const { low, high } = scores[id];
    if (low === null) return [];
    const value = spot(scores[id]);
    return [{ name, value: value === null ? null : decimal(value), low: decimal(low), high: decimal(high) }];
  });

/** @param {Told} told @returns {string} the strongest and the weakest dimension; of the quick form, which axis is ahead */
function extremesOf({ bank, profile, say }) {
  if (isPart(profile.form)) return aheadOf(rated(bank.axes, profile.axes), say);
  const all = rated(assessed(bank), profile.dimensions);
  const values = all.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(...values.map(Number)), Math.max(...values.map(Number))];
  if (values.length < 2) return "";
  if (least === most) return values.length === all.length ? say("all_equal", { score: values[0] }) : "";
  return joined(endOf(all, decimal(most), "strongest", say), endOf(all, decimal(least), "weakest", say));
}

/** @param {Rated[]} axes @param {Say} say @returns {string} nothing unless two are known */
function aheadOf(axes, say) {
  if (axes.length !== 2 || axes.some(({ value }) => value === null)) return "";
  const [first, second] = [...axes].sort((a, b) => Number(b.value) - Number(a.value));
  const values = { first: first.name, second: second.name, a: String(first.value), b: String(second.value) };
  return say(first.value === second.value ? "axes_level" : "axes_ahead", values);
}

/** @param {Rated[]} all @param {string} score @param {"strongest"|"weakest"} end @param {Say} say @returns {string} who has this score at that end; "may be" where another could pass it */
export function endOf(all, score, end, say) {
  const there = all.filter(({ value }) => value === score);
  const passes = (/** @type {Rated} */ each) =>
    end === "strongest" ? there.some(({ low }) => +each.high > +low) : there.some(({ high }) => +each.low < +high);
  const maybe = all.some((each) => each.value !== score && passes(each));
  const key = there.length > NAMED ? `${end}_many` : maybe ? `${end}_maybe` : end;
  return say(key, {
    n: there.length,
    names: listed(
      say,
      there.map(({ name }) => name),
    ),
    score,
  });
}

/** @param {Told} told @returns {string} the mean with its level, or the range it is in */
export function overallOf(told) {
  const { bank, profile, say } = told;
  const { low, level } = profile.overall;
  if (low === null) return "";
  const score = scoreShown(say, profile.overall);
  const of = { score, top: topOf(bank), level: levelShown(told, profile.overall) };
  if (valueShown(profile.overall) === null) return say("overall_range", of);
  const { gist } = bank.levels[level ?? profile.overall.levels[0]];
  return joined(say("overall_score", of), gist ?? "");
}

/** @param {Told} told @returns {string} how many answers it rests on, and what those that are not known could change */
export function certaintyOf({ profile, say }) {
  const { point, low, high, known, unknown, na } = profile.overall;
  if (low === null) return "";
  const ranged = unknown > 0 && point !== null && decimal(low) !== decimal(high);
  return joined(
    say("coverage", { known, n: known + unknown }),
    na > 0 ? say("left_out", { n: na }) : "",
    ranged ? say("sure", { low: decimal(low), high: decimal(high) }) : "",
  );
}
