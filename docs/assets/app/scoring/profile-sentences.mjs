// @ts-check
/** What a profile says in sentences: how far its dimensions lie apart, and what comes of practice. Pure. */
import { assessed, isPart, topOf } from "../response/answers.mjs";
import { decimal } from "./score.mjs";
import { endOf, joined, listed, placesOf, rated, scoreShown } from "./sentences.mjs";

/** @typedef {import("./sentences.mjs").Told} Told */

const EVEN = 0.85; // evenness from which dimensions count as close together
const FAIRLY = 0.7;

/** @param {Told} told @returns {string} the mean beside the weakest dimension, and how far dimensions lie apart */
export function balanceOf({ bank, profile, say }) {
  const all = rated(assessed(bank), profile.dimensions);
  const values = all.flatMap(({ value }) => value ?? []);
  if (all.length === 0 || isPart(profile.form)) return "";
  if (values.length === 0) return say("no_points");
  const mean = profile.overall.point === null ? "" : say("mean", { point: decimal(profile.overall.point) });
  if (values.length < 2) return joined(mean, all.length > 1 ? say("one_point") : "");
  if (new Set(values).size === 1) return joined(mean, values.length === all.length ? say("even") : "");
  const least = decimal(Math.min(...values.map(Number)));
  const evenness = profile.evenness ?? 0;
  const spread =
    values.length < all.length ? "" : say(evenness >= EVEN ? "even" : evenness >= FAIRLY ? "fairly_even" : "uneven");
  return joined(mean, endOf(all, least, "weakest", say), spread);
}

/** @param {Told} told @returns {string} between which places the point lies, where it is shown on a line of the map; empty elsewhere */
export function lineOf(told) {
  const { bank, profile, say } = told;
  const { places } = placesOf(told);
  const score = decimal(topOf(bank) / 2);
  const on = bank.axes.filter(({ id }) => {
    const { low, high } = profile.axes[id];
    return low !== null && decimal(low) === score && decimal(high) === score;
  });
  if (places.length !== 1) return "";
  const [{ at }] = places;
  const beside = (bank.quadrants ?? []).filter((each) =>
    bank.axes.every((axis) => on.includes(axis) || each.at[axis.id] === at[axis.id]),
  );
  if (beside.length < 2) return "";
  const named = (/** @type {{id: string, name?: string}[]} */ things) =>
    listed(
      say,
      things.map(({ id, name = id }) => name),
    );
  return say("place_line", { n: on.length, names: named(on), score, places: named(beside) });
}

/** @param {Told} told @param {import("../types.mjs").Dimension} dimension without an axis @returns {string} practice and this outcome, side by side */
export function outcomeOf({ bank, profile, say }, { id, name = id }) {
  const axes = bank.axes.map(({ id, name = id }) => say("scored", { name, score: scoreShown(say, profile.axes[id]) }));
  const score = scoreShown(say, profile.outcomes[id]);
  return say("practice_and_outcome", { practice: listed(say, axes), name, score });
}
