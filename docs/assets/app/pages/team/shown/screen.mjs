// @ts-check
/** One question at a time, large enough for the back of a room, and what is agreed on it. */
import { h } from "../../../ui/dom.mjs";
import { withAgreed } from "./agreed-fields.mjs";
import { dotsOf, factsOf, labelOf, stepOf, worded } from "./figures.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../group/shown.mjs").Shown} Shown */
/** @typedef {import("../../../group/shown.mjs").ShownQuestion} ShownQuestion */
/** @typedef {import("../../../types.mjs").WholePractice} WholePractice */
/** @typedef {(level: number) => void} Agree */

const DOT = 44; // pixels
const STEPS = new Map([
  ...["ArrowRight", "ArrowDown", "PageDown", " "].map((key) => /** @type {[string, number]} */ ([key, 1])),
  ...["ArrowLeft", "ArrowUp", "PageUp"].map((key) => /** @type {[string, number]} */ ([key, -1])),
]);

/** @param {ShownPage} page @param {WholePractice} practice @param {ShownQuestion} question @param {Agree} agree @returns {HTMLElement} the answers, highest first: a press agrees on one */
function answersOf({ bank, open }, practice, { figures }, agree) {
  const agreed = open.round?.agreed[practice.id]?.value;
  const rows = practice.anchors.map((anchor, level) =>
    h(
      "li",
      { "data-step": stepOf(bank, level), "data-none": figures?.counts[level] === 0 },
      h(
        "button",
        { type: "button", "data-level": level, "aria-pressed": String(agreed === level), onclick: () => agree(level) },
        h("b", {}, String(level)),
        h("span", {}, worded(bank, anchor)),
      ),
    ),
  );
  return h("ul", {}, ...rows.reverse());
}

/** @param {ShownPage} page @param {WholePractice} practice @returns {string} what is agreed on this question */
function agreedOn({ bank, say, open }, { id, anchors }) {
  const { value } = open.round?.agreed[id] ?? {};
  if (value === undefined) return say("agreed_open");
  const level =
    typeof value === "number"
      ? say("level_of", { value, anchor: worded(bank, anchors[value]) })
      : say(`agreed_${value}`);
  return say("agreed_is", { level });
}

/** @param {ShownPage} page @param {Shown} shown @returns {HTMLDialogElement} that is open */
export function showScreen(page, shown) {
  const { bank, say, open } = page;
  let at = 0;
  const dialog = /** @type {HTMLDialogElement} */ (
    h("dialog", {
      class: "pp-screen md-typeset",
      "aria-labelledby": "screen-title",
      "aria-description": say("screen_keys"),
    })
  );
  const agreed = h("p", { class: "pp-screen__agreed", role: "status" });
  const by = (/** @type {number} */ steps) => () => {
    at = Math.min(shown.questions.length - 1, Math.max(0, at + steps));
    draw();
  };
  const agree = async (/** @type {number} */ level) => {
    const id = shown.questions[at].practice;
    await open.edit((round) => withAgreed(round, id, round.agreed[id]?.value === level ? null : level));
    draw();
  };
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    h("button", { type: "button", onclick }, say(key));
  const buttons = [button("previous", by(-1)), button("next", by(1)), button("close", () => dialog.close())];
  const [head, middle, facts, place] = [
    h("h2", { id: "screen-title", tabindex: -1 }),
    h("div", { class: "pp-screen__middle" }),
    h("p"),
    h("p"),
  ];
  const draw = () => {
    const question = shown.questions[at];
    const practice = /** @type {WholePractice} */ (bank.practices.find(({ id }) => id === question.practice));
    const level = document.activeElement instanceof HTMLElement && document.activeElement.dataset.level;
    head.textContent = worded(bank, practice.question);
    const answers = answersOf(page, practice, question, agree);
    middle.replaceChildren(dotsOf(page, practice, question, DOT) ?? h("div"), answers);
    agreed.textContent = agreedOn(page, practice);
    facts.replaceChildren(labelOf(page, question), " ", factsOf(page, question).join(" · "));
    place.textContent = say("place", { n: at + 1, of: shown.questions.length });
    const pressed = /** @type {HTMLElement|null} */ (level && answers.querySelector(`[data-level="${level}"]`));
    if (pressed) pressed.focus();
    else if (!buttons.includes(/** @type {HTMLElement} */ (document.activeElement))) head.focus();
  };
  dialog.addEventListener("keydown", (event) => {
    const onButton = event.key === " " && event.target instanceof Element && event.target.closest("button");
    const steps = STEPS.get(event.key) ?? 0;
    const level = /^\d$/.test(event.key) && Number(event.key) < bank.levels.length ? Number(event.key) : null;
    if (onButton || event.ctrlKey || event.metaKey || event.altKey || (steps === 0 && level === null)) return;
    event.preventDefault();
    if (level === null) by(steps)();
    else agree(level);
  });
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(head, middle, agreed, h("div", { class: "pp-screen__foot" }, facts, place, ...buttons));
  page.root.append(dialog);
  dialog.showModal();
  draw();
  return dialog;
}
