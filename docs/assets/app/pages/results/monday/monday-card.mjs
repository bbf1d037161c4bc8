// @ts-check
/** One play, one name, one day: a card to copy, to put into the calendar, and to come back to. */
import { ROOT } from "../../../storage/site.mjs";
import { commitmentCalendar } from "../../../exports/ics.mjs";
import { fileName } from "../../../exports/file-name.mjs";
import { LAST_DAY, readOnText } from "../../../exports/text.mjs";
import { LIMITS } from "../../../response/edit.mjs";
import { keptCommitments, nextMonday, openCommitment, withCommitment } from "../../../response/commitments.mjs";
import { isoDay } from "../../../ui/format.mjs";
import { download, h } from "../../../ui/dom.mjs";
import { copy } from "../../link-actions.mjs";
import { playOf } from "../view.mjs";
import { button, changed, dayOf, noticeOf, titleOf } from "./monday-parts.mjs";
import { openDraft } from "./monday-draft.mjs";
import { setNotice } from "./monday-notice.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Commitment} Commitment */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("../../words.mjs").Spoken} Spoken */

/** What is being written, so that a redraw does not lose it. @type {Commitment|null} */
let draft = null;

/** @param {View} view @param {Spoken} words @returns {Node[]} */
export function card(view, words) {
  const open = openCommitment(view.response);
  const first = view.advice.plays[0];
  // A play that another card has begun with is not written about any more.
  if (draft && !open && draft.play !== first?.play) draft = null;
  const given = draft ?? (first ? begun(view, first.play) : null);
  const shown = open && !draft ? written(view, words, open) : given ? form(view, words.tools, given) : null;
  return [...noticeOf(words.tools, "monday"), ...(shown ? [shown] : []), ...past(view, words.tools)];
}

/** @param {View} view @param {string} play @returns {Commitment} for it, as it was last written here */
function begun({ bank }, play) {
  const today = isoDay(new Date());
  return { play, date: nextMonday(today), ...openDraft(bank.id).read(play, today) };
}

/** @param {View} view @param {Say} say @returns {HTMLElement[]} the days on which earlier ones had worked */
function past(view, say) {
  const items = keptCommitments(view.response).map(({ play, owner = "", worked = "" }) => {
    const values = { title: titleOf(view, play), owner, date: dayOf(worked) };
    return h("li", {}, say(owner ? "monday_worked_by" : "monday_worked", values));
  });
  return items.length > 0 ? [h("ul", { class: "pp-noted" }, ...items)] : [];
}

/** @param {View} view @param {Say} say @param {Commitment} given @returns {HTMLElement} */
function form(view, say, given) {
  const play = playOf(view, given.play);
  const field = (/** @type {string} */ id, /** @type {Record<string, string|number|boolean>} */ more) =>
    /** @type {HTMLInputElement} */ (h("input", { id, "data-key": id, ...more }));
  const owner = field("monday-first", {
    type: "text",
    maxlength: LIMITS.label,
    value: given.owner ?? "",
    autocomplete: "off",
    "aria-describedby": "monday-lead monday-kept",
  });
  const date = field("monday-date", { type: "date", required: true, max: LAST_DAY, value: given.date });
  const place = openDraft(view.bank.id);
  const isNew = openCommitment(view.response) === null;
  const hint = h("small", { id: "monday-kept" }, isNew && say("monday_draft"));
  const status = h("p", { class: "pp-status", role: "status" });
  const oninput = () => {
    draft = { play: given.play, owner: owner.value, date: date.value || given.date };
    if (isNew && !place.write(draft)) hint.textContent = say("monday_not_kept");
    return draft;
  };
  const clear = () => {
    draft = null;
    place.clear();
    [owner.value, date.value] = ["", nextMonday(isoDay(new Date()))];
    status.textContent = say("monday_cleared");
    owner.focus();
  };
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const made = oninput();
    draft = null;
    place.clear();
    setNotice(null);
    view.folds.set("monday", true);
    view.act.edit((response) => withCommitment(response, made), say("monday_made"));
    /** @type {HTMLElement|null} */ (document.querySelector('[data-key="monday-first"]'))?.focus();
  };
  return h(
    "form",
    { class: "pp-monday__form", oninput, onsubmit },
    h("p", { class: "pp-monday__play" }, view.words(play.title)),
    h("p", {}, view.words(play.firstStep)),
    h("label", { for: owner.id }, say("monday_owner")),
    owner,
    h("small", { id: "monday-lead" }, play.lead && say("monday_lead", { lead: view.words(play.lead) })),
    h("label", { for: date.id }, say("monday_date")),
    date,
    h(
      "p",
      { class: "pp-tools" },
      h("button", { class: "md-button md-button--primary", "data-key": "monday-make" }, say("monday_make")),
      isNew ? button(say("monday_clear"), "clear", clear) : null,
    ),
    hint,
    status,
  );
}

/** @param {View} view @param {Say} say @param {Commitment} commitment @returns {string} one line for a chat or a ticket */
function sentence(view, say, { play: id, owner = "", date }) {
  const { firstStep, title, url } = playOf(view, id);
  const values = { owner, date: dayOf(date), step: view.words(firstStep), title: view.words(title) };
  return say(owner ? "monday_line_of" : "monday_line", { ...values, url: String(new URL(url, ROOT)) });
}

/** @param {View} view @param {Spoken} words @param {Commitment} commitment @returns {HTMLElement} */
function written(view, words, commitment) {
  const say = words.tools;
  const play = playOf(view, commitment.play);
  const line = /** @type {HTMLTextAreaElement} */ (
    h(
      "textarea",
      { id: "monday-text", readonly: true, rows: 4, "data-key": "monday-text" },
      sentence(view, say, commitment),
    )
  );
  const status = h("p", { class: "pp-status", role: "status" });
  const [what, shown] = play.effort === null ? ["monday_goal", "monday_shown_by"] : ["monday_step", "monday_shows"];
  const facts = [
    [what, play.firstStep],
    [shown, play.workedWhen],
  ].filter(([, text]) => text);
  const change = () => {
    draft = commitment;
    view.act.look({});
  };
  const away = () =>
    changed(
      view,
      say,
      "monday",
      say("monday_gone"),
      (response) => withCommitment(response, null),
      (response) => withCommitment(response, commitment),
    );
  return h(
    "div",
    {},
    h(
      "div",
      { class: "pp-monday__card" },
      h("p", { class: "pp-monday__day" }, dayOf(commitment.date)),
      h("p", { class: "pp-monday__play" }, view.words(play.title)),
      commitment.owner ? h("p", { class: "pp-monday__owner" }, commitment.owner) : null,
      h(
        "dl",
        { class: "pp-facts" },
        ...facts.flatMap(([key, text]) => [h("dt", {}, say(key)), h("dd", {}, view.words(text))]),
      ),
    ),
    h("label", { for: line.id }, say("monday_text")),
    line,
    h(
      "p",
      { class: "pp-tools" },
      button(say("monday_copy"), "first", () => copy(line, status, say)),
      button(say("monday_calendar"), "calendar", () => saveCalendar(view, words, commitment, status)),
      button(say("monday_change"), "change", change),
      button(say("monday_away"), "away", away),
    ),
    status,
  );
}

/** @param {View} view @param {Spoken} words @param {Commitment} commitment @param {HTMLElement} status */
function saveCalendar(view, { tools: say, exports }, commitment, status) {
  const { bank, response } = view;
  const play = playOf(view, commitment.play);
  const title = titleOf(view, play.id);
  const first = view.words(play.firstStep);
  const lines = [
    exports(play.effort === null ? "next_step" : "first_step", { text: first, anchor: first }),
    play.workedWhen &&
      exports(play.effort === null ? "shown_by" : "worked_when", { text: view.words(play.workedWhen) }),
    readOnText(play.effort, String(new URL(play.url, ROOT)), exports),
  ];
  const { owner } = commitment;
  const text = lines.filter(Boolean).join("\n");
  const entry = { title: owner ? exports("taken_on", { owner, title }) : title, text };
  const name = fileName(bank, response, "monday", "ics");
  download(name, commitmentCalendar(bank, response, commitment, entry), "text/calendar;charset=utf-8");
  status.textContent = say("saved_as", { name });
}
