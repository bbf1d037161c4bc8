// @ts-check
/** The questions in the order in which to talk about them, with room for what is agreed: on a page, on paper, on a screen. */
import { LEAST } from "../../../group/privacy.mjs";
import { minutesFor } from "../../../group/minutes.mjs";
import { closeOnBack } from "../../../ui/close-on-back.mjs";
import { h } from "../../../ui/dom.mjs";
import { button } from "../../link-actions.mjs";
import { agreedFields } from "./agreed-fields.mjs";
import { statisticsFold } from "./statistics-fold.mjs";
import { chosenOf, dotsOf, factsOf, labelOf, rolesOf, worded } from "./figures.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../group/shown.mjs").Shown} Shown */
/** @typedef {import("../../../group/shown.mjs").ShownQuestion} ShownQuestion */
/** @typedef {import("../../../group/round.mjs").Round} Round */

const MINUTES = 90;

/** @param {ShownPage} page @param {Shown} shown @returns {HTMLElement[]} what the whole round says */
function summary({ say, bank }, { people, questions, sight, reading, farAreas }) {
  const count = (/** @type {string|null} */ label) => questions.filter((each) => each.label === label).length;
  const none = count(null);
  const parts = ["apart", "mixed", "aligned"]
    .filter((label) => count(label) > 0)
    .map((label) => say(`summary_${label}`, { n: count(label) }));
  if (parts.length === 0) parts.push(say("summary_none"));
  const areas = farAreas.map((id) => bank.dimensions.find((each) => each.id === id)?.name ?? id);
  const lines = [
    say("summary", { people: say("people", { n: people }), of: questions.length, parts: parts.join(", ") }),
    none > 0 && say("too_few_on", { n: none }),
    people < LEAST.answers && say("few"),
    sight === "labels" && say("labels_only"),
    reading !== null && say(`alpha_${reading}`),
    areas.length > 0 && say("role_large", { n: areas.length, areas: areas.join(", ") }),
    sight === "spread" && say("same_all"),
  ];
  return lines.flatMap((line, index) => (line ? [h("p", index === 0 ? { class: "pp-lead" } : {}, line)] : []));
}

/** @param {ShownPage} page @param {ShownQuestion} question @returns {{card: HTMLElement, time: HTMLElement, update: (round: Round) => void}} */
function cardOf(page, question) {
  const { bank, say } = page;
  const practice = /** @type {import("../../../types.mjs").WholePractice} */ (
    bank.practices.find(({ id }) => id === question.practice)
  );
  const time = h("span", { "data-minutes": true });
  const { fields, update } = agreedFields(page, practice);
  const notes = question.notes.map(({ name, text }) => h("li", {}, name && h("strong", {}, `${name}: `), text));
  const card = h(
    "li",
    { "data-question": practice.id },
    h("h4", {}, worded(bank, practice.title)),
    h("p", {}, worded(bank, practice.question)),
    h(
      "p",
      { class: "pp-talk__marks" },
      labelOf(page, question),
      ...factsOf(page, question).map((fact) => h("span", {}, fact)),
      time,
    ),
    dotsOf(page, practice, question),
    chosenOf(page, practice, question),
    ...rolesOf(page, question),
    notes.length > 0 && h("details", {}, h("summary", {}, say("notes")), h("ul", {}, ...notes)),
    fields,
  );
  return { card, time, update };
}

/** @param {import("../../../types.mjs").Say} say @param {string} key @returns {{details: HTMLElement, fill: (cards: HTMLElement[]) => void}} questions out of the way */
function foldOf(say, key) {
  const [summary, list] = [h("summary"), h("ol", { class: "pp-talk" })];
  const details = h("details", {}, summary, list);
  const fill = (/** @type {HTMLElement[]} */ cards) => {
    details.hidden = cards.length === 0;
    summary.textContent = say(key, { n: cards.length });
    list.replaceChildren(...cards);
  };
  return { details, fill };
}

/** @param {HTMLElement} place @param {ShownPage} page @param {Round} first @returns {(round: Round) => void} */
export function talkPart(place, page, first) {
  const { say } = page;
  const shown = page.look(first);
  const cards = shown.questions.map((question) => ({ question, ...cardOf(page, question) }));
  const total = /** @type {HTMLInputElement} */ (
    h("input", { type: "number", id: "minutes", min: 15, max: 480, value: MINUTES, inputmode: "numeric" })
  );
  const plan = h("small", {});
  const now = h("ol", { class: "pp-talk" });
  const [later, agreed] = ["later_fold", "aligned_fold"].map((key) => foldOf(say, key));
  const share = () => {
    const minutes = Math.min(480, Math.max(15, Number(total.value) || MINUTES));
    const { opening, closing, each } = minutesFor(shown.questions, minutes);
    plan.textContent = ` ${say("minutes_plan", { opening, closing })}`;
    for (const { question, time } of cards) {
      const n = each[question.practice];
      time.textContent = n ? say("minutes_of", { n }) : "";
    }
    const timed = cards.filter(({ question }) => each[question.practice]);
    const rest = cards.filter((each) => !timed.includes(each));
    if (timed.length === 0) later.details.setAttribute("open", "");
    now.replaceChildren(...timed.map(({ card }) => card));
    later.fill(rest.filter(({ question }) => question.label !== "aligned").map(({ card }) => card));
    agreed.fill(rest.filter(({ question }) => question.label === "aligned").map(({ card }) => card));
  };
  total.addEventListener("input", share);
  share();
  const screen = async () => closeOnBack((await import("./screen.mjs")).showScreen(page, shown));
  const statistics = statisticsFold(page, shown);
  place.append(
    ...summary(page, shown),
    h(
      "p",
      {},
      button(say("screen"), screen, "md-button md-button--primary"),
      button(say("print"), () => window.print()),
    ),
    h("p", { class: "pp-minutes" }, h("label", { for: "minutes" }, say("minutes")), " ", total, plan),
    now,
    later.details,
    agreed.details,
    ...(statistics ? [statistics] : []),
  );
  return (round) => cards.forEach(({ update }) => update(round));
}
