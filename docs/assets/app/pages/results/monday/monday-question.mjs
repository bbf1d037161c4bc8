// @ts-check
/** Once the day of the card is over: has it worked? If so, the answer that it leads to is offered, and the day kept. */
import { isPast, nextMonday, openCommitment, withCommitment, withWorked } from "../../../response/commitments.mjs";
import { setAnswer, stamp } from "../../../response/edit.mjs";
import { sameAnswers } from "../../../response/earlier.mjs";
import { takeSnapshot } from "../../../response/snapshots.mjs";
import { marked } from "../../../scoring/planner.mjs";
import { restored } from "../../../scoring/play-status.mjs";
import { isoDay } from "../../../ui/format.mjs";
import { h } from "../../../ui/dom.mjs";
import { questionLink } from "../practice-links.mjs";
import { levelOf, playOf, practiceOf, topOf } from "../view.mjs";
import { button, changed, dayOf, noticeOf, titleOf } from "./monday-parts.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../types.mjs").Commitment} Commitment */
/** @typedef {import("../../../types.mjs").Response} Response */
/** @typedef {import("../../../types.mjs").Say} Say */

/** Whether it was said to have worked, and the new answer is on offer. */
let offered = false;

/** @param {View} view @param {import("../../words.mjs").Spoken} words @returns {Node[]} */
export function question(view, { tools: say }) {
  const today = isoDay(new Date());
  const open = openCommitment(view.response);
  if (!open || !isPast(view.response, today)) return noticeOf(say, "due");
  const step = offered ? offer(view, say, open, today) : ask(view, say, open, today);
  return [h("div", { class: "pp-shared", role: "group", "aria-labelledby": "monday-asks" }, ...step)];
}

/** @param {View} view @param {Say} say @param {Commitment} open @param {string} today @returns {(HTMLElement|null)[]} */
function ask(view, say, open, today) {
  const again = { ...open, date: nextMonday(today) };
  const back = (/** @type {Response} */ response) => withCommitment(response, open);
  const yes = () => {
    if (!raises(view, open)) return keepDay(view, say, open, today);
    offered = true;
    view.act.look({});
    /** @type {HTMLElement|null} */ (document.querySelector('[data-key="monday-first"]'))?.focus();
  };
  const notYet = () =>
    changed(
      view,
      say,
      "due",
      say("monday_again", { date: dayOf(again.date) }),
      (response) => withCommitment(response, again),
      back,
    );
  const away = () => changed(view, say, "due", say("monday_gone"), (response) => withCommitment(response, null), back);
  const { effort, workedWhen } = playOf(view, open.play);
  const when = view.words(workedWhen);
  const values = { title: titleOf(view, open.play), owner: open.owner ?? "", date: dayOf(open.date) };
  return [
    h("strong", { id: "monday-asks" }, say("monday_ask", values)),
    when ? h("p", {}, say(effort === null ? "monday_ask_shown" : "monday_ask_when", { text: when })) : null,
    h(
      "p",
      { class: "pp-tools" },
      button(say("monday_yes"), "first", yes),
      button(say("monday_not_yet"), "not-yet", notYet),
      button(say("monday_away"), "away", away),
    ),
  ];
}

/** @param {View} view @param {Commitment} open @returns {number|null} the level that its play leads to; null where the answer is no level, or as high */
function raises(view, { play: id }) {
  const { practice, liftsTo } = playOf(view, id);
  const [now, goal] = [levelOf(view, practice), Math.min(liftsTo, topOf(view))];
  return now !== null && now < goal ? goal : null;
}

/** @param {View} view @param {Say} say @param {Commitment} open @param {string} today @returns {HTMLElement[]} */
function offer(view, say, open, today) {
  const practice = practiceOf(view, playOf(view, open.play).practice);
  const anchor = (/** @type {number|null} */ level) => view.words(practice.anchors[level ?? 0]);
  const goal = raises(view, open);
  return [
    h("strong", { id: "monday-asks" }, view.words(practice.question)),
    h(
      "dl",
      { class: "pp-facts" },
      h("dt", {}, say("monday_was")),
      h("dd", {}, anchor(levelOf(view, practice.id))),
      h("dt", {}, say("monday_now")),
      h("dd", {}, anchor(goal)),
    ),
    h(
      "p",
      { class: "pp-tools" },
      button(say("monday_take"), "first", () => takeAnswer(view, say, open, today)),
      button(say("monday_leave"), "leave", () => keepDay(view, say, open, today)),
    ),
    h("p", {}, say("monday_other"), " ", questionLink(view, practice.id)),
  ];
}

/** @param {View} view @param {Say} say @param {Commitment} open @param {string} today keeps the day; the answer stays as it is */
function keepDay(view, say, open, today) {
  offered = false;
  const { commitments } = view.response;
  const text = say("monday_kept", { title: titleOf(view, open.play), date: dayOf(today) });
  changed(
    view,
    say,
    "due",
    text,
    (response) => withWorked(response, today),
    (response) => ({ ...response, commitments }),
  );
}

/** @param {View} view @param {Say} say @param {Commitment} open @param {string} today keeps the day, and takes the answer that the play leads to */
function takeAnswer(view, say, open, today) {
  offered = false;
  const { bank, response: before } = view;
  const practice = practiceOf(view, playOf(view, open.play).practice);
  const value = /** @type {number} */ (raises(view, open));
  const now = new Date();
  const old = before.answers[practice.id];
  // The map shows where one came from by the last snapshot with other answers.
  const frozen = (/** @type {Response} */ response) => {
    const last = response.snapshots.at(-1);
    return last && sameAnswers(bank, last, response) ? response : takeSnapshot(response, now);
  };
  const change = (/** @type {Response} */ response) => {
    const answer = { value, note: old.note, rev: practice.rev };
    const answered = setAnswer(frozen(response), practice.id, answer, now);
    return withWorked({ ...answered, plan: marked(response.plan ?? {}, "done", [open.play]) }, today);
  };
  const back = (/** @type {Response} */ response) => ({
    ...response,
    answers: { ...response.answers, [practice.id]: old },
    plan: restored(response.plan ?? {}, before.plan ?? {}, open.play),
    commitments: before.commitments,
    snapshots: response.snapshots.filter(({ taken }) => taken !== stamp(now)),
  });
  const text = say("monday_taken", { title: titleOf(view, open.play), date: dayOf(today) });
  const moved = bank.axes.length === 2 ? ` ${say("monday_moved")}` : "";
  changed(view, say, "due", text + moved, change, back);
}
