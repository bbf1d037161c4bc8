// @ts-check
/** The parts of the result that say what to do: the first three plays, and the plan in waves. */
import { ROOT } from "./current.mjs";
import { h } from "./dom.mjs";
import { numberOf } from "./results-scores.mjs";

/** @typedef {import("./results.mjs").View} View */
/** @typedef {import("./recommend.mjs").Step} Step */

const FIRST = 3;

/** @param {View} view @returns {(Node|null)[]} */
export function first(view) {
  const { advice, say } = view;
  if (advice.plays.length === 0) return [h("p", {}, say(allAtTop(view) ? "all_top" : "no_plays"))];
  return [h("ol", { class: "pp-advice" }, ...advice.plays.slice(0, FIRST).map((step) => playOf(view, step)))];
}

/** @param {View} view @returns {boolean} */
function allAtTop({ bank, profile }) {
  const { low, known, unknown } = profile.overall;
  return known > 0 && unknown === 0 && low === bank.levels.length - 1;
}

/** @param {View} view @param {Step} step @returns {HTMLElement} */
function playOf(view, step) {
  const { bank, say, people } = view;
  const play = bank.plays.find((/** @type {any} */ { id }) => id === step.play);
  const practice = bank.practices.find((/** @type {any} */ { id }) => id === step.practice);
  const effort = bank.effort.find((/** @type {any} */ { id }) => id === play.effort);
  const words = (/** @type {string} */ text) => text.replaceAll("{people}", people);
  const facts = /** @type {[string, string][]} */ ([
    ["because", step.because.anchor],
    ["next_step", step.because.next],
    ["first_step", play.firstStep],
    ["worked_when", play.workedWhen],
    ["lead", play.lead],
    ["effort", effort.name],
  ]);
  return h(
    "li",
    { class: "pp-advice__play" },
    h("h3", {}, h("a", { href: new URL(play.url, ROOT) }, words(play.title))),
    h("p", { class: "pp-play__facts" }, words(practice.title)),
    h(
      "dl",
      { class: "pp-facts" },
      ...facts.flatMap(([key, text]) => [h("dt", {}, say(key)), h("dd", {}, words(text))]),
    ),
    h(
      "p",
      { class: "pp-play__facts" },
      say("gain", { gain: step.gain.toFixed(2) }),
      step.because.insights.length > 0 ? ` ${say("pointed")}` : "",
    ),
  );
}

/** @param {View} view @returns {(Node|null)[]} the plays of each wave, with the score that it would lead to */
export function plan(view) {
  const { bank, advice, say, people } = view;
  return advice.waves.flatMap((wave) => [
    h("h3", {}, say(wave.id)),
    wave.plays.length === 0
      ? h("p", {}, say("empty_wave"))
      : h(
          "ol",
          {},
          ...wave.plays.map((id) => {
            const play = bank.plays.find((/** @type {any} */ each) => each.id === id);
            const effort = bank.effort.find((/** @type {any} */ each) => each.id === play.effort);
            return h(
              "li",
              {},
              h("a", { href: new URL(play.url, ROOT) }, play.title.replaceAll("{people}", people)),
              " ",
              h("small", {}, effort.name),
            );
          }),
        ),
    wave.plays.length === 0 ? null : h("p", {}, say("wave_leads_to", { score: numberOf(view, wave.profile.overall) })),
  ]);
}
