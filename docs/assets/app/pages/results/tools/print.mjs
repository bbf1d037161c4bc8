// @ts-check
/** The result as a report on paper: a cover, all that is folded opened, every answer, the sums; and back again after. */
import { cardPicture } from "../../../charts/card/card.mjs";
import { h } from "../../../ui/dom.mjs";
import { cardOf } from "../card/card-data.mjs";
import { formText, roleText } from "../../../exports/text.mjs";
import { dateOf } from "../../../ui/format.mjs";
import { formOf, isWaiting, practicesOf } from "../../../response/answers.mjs";
import { levelOf } from "../view.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** @typedef {import("../view.mjs").View} View */

const LONGEST = 5_000; // milliseconds that a print waits for what is not there yet

/** @param {Tools} tools @returns {Promise<void>} once the browser's print window is closed, or left open to go on by itself */
export async function printReport(tools) {
  const { root } = tools;
  const view = tools.view();
  tools.setAside(true);
  const folds = /** @type {HTMLDetailsElement[]} */ (
    [...root.querySelectorAll("[data-result] details:not([open])")].filter((each) => !each.closest(".pp-desk"))
  );
  const added = [cover(tools, view), answers(tools, view)];
  root.prepend(added[0]);
  root.querySelector("[data-part=sums]")?.closest("section")?.before(added[1]);
  await unfold(root, folds);
  root.toggleAttribute("data-printing", true);
  const title = document.title;
  document.title = [view.response.label, tools.bank.title].filter(Boolean).join(", ");
  window.addEventListener(
    "afterprint",
    () => {
      document.title = title;
      root.toggleAttribute("data-printing", false);
      added.forEach((each) => each.remove());
      folds.forEach((each) => (each.open = false));
      tools.setAside(false);
    },
    { once: true },
  );
  window.print();
}

/** @param {HTMLElement} root @param {HTMLDetailsElement[]} folds that are closed @returns {Promise<void>} once each has been filled */
async function unfold(root, folds) {
  const opened = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  folds.forEach((each) => (each.open = true));
  await opened();
  // What was made on opening may hold folds of its own.
  const inner = /** @type {HTMLDetailsElement[]} */ ([
    ...root.querySelectorAll("[data-result] section:not(.pp-desk) details:not([open])"),
  ]);
  folds.push(...inner);
  inner.forEach((each) => (each.open = true));
  if (inner.length > 0) await opened();
  // Tables are loaded when first opened.
  const until = performance.now() + LONGEST;
  while (root.querySelector("[data-result] details [aria-busy]") && performance.now() < until) await opened();
}

/** @param {Tools} tools @param {View} view @returns {HTMLElement} */
function cover({ root, say, sayExport, bank }, view) {
  const { response, profile } = view;
  const facts = [
    ["cover_role", roleText(response, sayExport)],
    ["cover_people", response.people],
    ["cover_answered", response.updated && dateOf(response.updated)],
    ["cover_form", formText(bank, profile.form, sayExport)],
    [
      "cover_questions",
      say("cover_version", { title: bank.title, version: response.bank.version || bank.bankVersion }),
    ],
    ["cover_printed", dateOf(new Date().toISOString())],
  ];
  return h(
    "div",
    { class: "pp-cover", "data-paper": "" },
    h("p", { class: "pp-cover__bank" }, bank.title),
    h("p", { class: "pp-cover__title" }, response.label || say("cover_title")),
    response.label && h("p", { class: "pp-cover__kind" }, say("cover_title")),
    h("div", { "data-card-shown": "" }, cardPicture(cardOf(view, say))),
    h(
      "dl",
      {},
      ...facts.flatMap(([key, text]) => (text ? [h("dt", {}, say(String(key))), h("dd", {}, String(text))] : [])),
    ),
    h("p", { class: "pp-cover__note" }, say("cover_note")),
    h("p", { class: "pp-cover__note" }, root.querySelector("#cannot + p")?.textContent),
  );
}

/** @param {Tools} tools @param {View} view @returns {HTMLElement} every question with its answer, what it rests on and its note */
function answers({ say, sayExport, bank }, view) {
  const { response, words } = view;
  const asked = practicesOf(bank, formOf(bank, response));
  const row = (/** @type {import("../../../types.mjs").WholePractice} */ practice) => {
    const given = response.answers[practice.id];
    const level = levelOf(view, practice.id);
    const open = () =>
      isWaiting(bank, response, practice.id) ? sayExport("waiting") : view.say(String(given?.value ?? "left_alone"));
    const text = level === null ? open() : words(practice.anchors[level]);
    const more = [
      given?.reason && say("answer_reason", { text: given.reason }),
      given?.basis && sayExport(`basis_${given.basis}`),
      given?.note && say("answer_note", { text: given.note }),
    ];
    return [
      h("dt", {}, words(practice.question)),
      h("dd", {}, level === null ? null : h("strong", {}, `${level}, ${bank.levels[level].name}. `), text),
      ...more.filter(Boolean).map((each) => h("dd", { class: "pp-answers-list__more" }, each)),
    ];
  };
  const parts = bank.dimensions.map(({ id, name }) => {
    const own = asked.filter(({ dimension }) => dimension === id);
    return (
      own.length > 0 && h("div", {}, h("h3", {}, name), h("dl", {}, ...own.map((each) => h("div", {}, ...row(each)))))
    );
  });
  return h("section", { class: "pp-answers-list", "data-paper": "" }, h("h2", {}, say("answers")), ...parts);
}
