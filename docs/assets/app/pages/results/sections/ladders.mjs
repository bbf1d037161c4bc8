// @ts-check
/** Each question as a ladder: the level chosen in its own words, the next one, and all of them while trying. */
import { h } from "../../../ui/dom.mjs";
import { answerOf, isWaiting } from "../../../response/answers.mjs";
import { setAnswer } from "../../../response/edit.mjs";
import { practiceLink } from "../practice-links.mjs";
import { levelOf, stepOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").WholePractice} WholePractice */

/** Rows, each with what it was made of, by practice. @type {Map<string, {of: string, row: HTMLElement}>} */
const made = new Map();

/** @param {View} view @param {WholePractice} practice @returns {HTMLElement} the same as before where nothing in it has changed */
export function ladder(view, practice) {
  const { response, trial, guest } = view;
  const of = JSON.stringify([response.answers[practice.id], response.bank.version, response.people, !trial, guest]);
  const last = made.get(practice.id);
  if (last?.of === of) return last.row;
  const row = rowOf(view, practice);
  made.set(practice.id, { of, row });
  return row;
}

/** @param {View} view @param {WholePractice} practice @returns {HTMLElement} the chosen anchor and the next one; all of them while trying */
function rowOf(view, practice) {
  const { bank, trial } = view;
  const level = levelOf(view, practice.id);
  const steps = bank.levels.map(({ value: step }) =>
    h("span", { class: "pp-pip", "data-step": level !== null && step <= level ? stepOf(view, step) : null }),
  );
  return h(
    "div",
    { class: "pp-ladder-row" },
    h("h3", {}, practiceLink(view, practice.id)),
    h("span", { class: "pp-pips", "aria-hidden": "true" }, ...steps),
    trial ? choices(view, practice) : facts(view, practice, level),
  );
}

/** @param {View} view @param {string} id @returns {string} what stands where no level was answered that counts */
function noLevel({ bank, response, say }, id) {
  if (isWaiting(bank, response, id)) return say("waiting", { n: 1 });
  return say(String(answerOf(bank, response, id) ?? "left_alone"));
}

/** @param {View} view @param {WholePractice} practice @param {number|null} level @returns {HTMLElement} */
function facts(view, practice, level) {
  const { bank, say, words } = view;
  const terms = (/** @type {string} */ key, /** @type {number} */ at) => [
    h("dt", {}, say(key, { level: bank.levels[at].name })),
    h("dd", {}, words(practice.anchors[at])),
  ];
  if (level === null) return h("p", {}, noLevel(view, practice.id));
  const next = level < bank.levels.length - 1 ? terms("next_level", level + 1) : [];
  return h("dl", { class: "pp-facts" }, ...terms("your_level", level), ...next);
}

/** @param {View} view @param {WholePractice} practice @returns {HTMLElement} another answer to try */
function choices(view, { id, rev, title, anchors, naReason }) {
  const { bank, response, say, words, act } = view;
  const value = answerOf(bank, response, id);
  const set = (/** @type {string} */ text) => {
    const tried = text === "unknown" || text === "na" ? text : Number(text);
    // What the old answer rested on says nothing about the new one.
    act.edit((before) => setAnswer(before, id, { ...before.answers[id], value: tried, rev, basis: undefined }));
  };
  const option = (/** @type {string|number} */ each, /** @type {string} */ text) =>
    h("option", { value: each, selected: each === value }, text);
  return h(
    "select",
    {
      "aria-label": words(title),
      "data-key": `try-${id}`,
      onchange: (/** @type {{target: HTMLSelectElement}} */ { target: field }) => set(field.value),
    },
    value === null ? h("option", { value: "", selected: true, disabled: true }, noLevel(view, id)) : null,
    ...anchors.map((anchor, each) => option(each, `${bank.levels[each].name}: ${words(anchor)}`)),
    option("unknown", say("unknown")),
    naReason ? option("na", say("na")) : null,
  );
}
