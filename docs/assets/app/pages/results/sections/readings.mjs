// @ts-check
/** What the place on the map means, what would settle it where several are possible, and all places. */
import { lineOf } from "../../../scoring/profile-sentences.mjs";
import { firstOf, placesOf } from "../../../scoring/sentences.mjs";
import { unsettled } from "../../../scoring/unsettled.mjs";
import { h } from "../../../ui/dom.mjs";
import { questionLink } from "../practice-links.mjs";
import { findPlay, fold } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").WholeQuadrant} WholeQuadrant */

const SETTLING = 5; // questions named at most
const EITHER = 2; // places that are told apart; of more, none is told

/** @param {View} view @returns {(Node|null)[]} */
export function readings(view) {
  const { bank, response, say } = view;
  if (bank.quadrants.length === 0) return [];
  const places = /** @type {WholeQuadrant[]} */ (placesOf(view).places);
  const told = places.length > EITHER ? [] : places;
  const open = places.length > 1 ? unsettled(bank, response).slice(0, SETTLING) : [];
  const line = lineOf(view);
  return [
    line ? h("p", {}, line) : null,
    ...told.map((place) => meaning(view, place, told.length === 1)),
    open.length > 0 ? h("p", {}, say("settle")) : null,
    open.length > 0 ? h("ul", {}, ...open.map((id) => h("li", {}, questionLink(view, id)))) : null,
    told.length < bank.quadrants.length ? all(view) : null,
  ];
}

/** @param {View} view @param {WholeQuadrant} place @param {boolean} only @returns {HTMLElement} without the first sentence where the headline has it; the way out where it is the only place */
function meaning(view, { name, reading, next, practices }, only) {
  const { advice, say, words } = view;
  const [step] = advice.plays;
  const play = only && step && practices.includes(step.practice) ? findPlay(view, step.play) : undefined;
  return h(
    "div",
    {},
    h("h3", {}, name),
    h("p", {}, words(only ? reading.slice(firstOf(reading).length).trim() : reading)),
    only ? h("p", {}, h("b", {}, say("way_out")), " ", words(next)) : null,
    play ? h("p", {}, say("begins_there"), " ", h("a", { href: `#plan-${play.id}` }, words(play.title))) : null,
  );
}

/** @param {View} view @returns {HTMLElement} every place, folded */
function all(view) {
  const { bank, say, words } = view;
  const text = (/** @type {WholeQuadrant} */ { name, reading, next }) => [
    h("dt", {}, name),
    h("dd", {}, words(`${reading} ${next}`)),
  ];
  const names = bank.quadrants.map(({ name }) => name).join(", ");
  return fold(view, "readings", [say("places"), h("small", {}, ` ${names}`)], () => [
    h("dl", { class: "pp-facts" }, ...bank.quadrants.flatMap(text)),
  ]);
}
