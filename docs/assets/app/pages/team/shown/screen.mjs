// @ts-check
/** One question at a time, large enough for the back of a room; never a name. */
import { h } from "../../../ui/dom.mjs";
import { dotsOf, factsOf, labelOf, stepOf, worded } from "./figures.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../group/shown.mjs").Shown} Shown */

const DOT = 44; // pixels
const STEPS = new Map([
  ...["ArrowRight", "ArrowDown", "PageDown", " "].map((key) => /** @type {[string, number]} */ ([key, 1])),
  ...["ArrowLeft", "ArrowUp", "PageUp"].map((key) => /** @type {[string, number]} */ ([key, -1])),
]);

/** @param {ShownPage} page @param {Shown} shown @param {number} at @returns {HTMLElement[]} head, middle and foot of a question */
function slide(page, shown, at) {
  const { bank, say, open } = page;
  const question = shown.questions[at];
  const practice = /** @type {import("../../../types.mjs").WholePractice} */ (
    bank.practices.find(({ id }) => id === question.practice)
  );
  const counts = question.figures?.counts;
  const anchors = practice.anchors
    .map((anchor, level) => {
      const none = counts ? counts[level] === 0 : false;
      return h(
        "li",
        { "data-step": stepOf(bank, level), "data-none": none },
        h("b", {}, String(level)),
        worded(bank, anchor),
      );
    })
    .reverse();
  const agreed = open.round?.agreed[practice.id];
  const level =
    agreed &&
    (typeof agreed.value === "number"
      ? say("level_of", { value: agreed.value, anchor: worded(bank, practice.anchors[agreed.value]) })
      : say(`agreed_${agreed.value}`));
  const text = level ? say("agreed_is", { level }) : say("agreed_open");
  return [
    h("h2", { id: "screen-title", tabindex: -1 }, worded(bank, practice.question)),
    h(
      "div",
      { class: "pp-screen__middle" },
      dotsOf(page, practice, question, DOT) ?? h("div"),
      h("ul", {}, ...anchors),
    ),
    h("p", { class: "pp-screen__agreed" }, text),
    h("p", {}, labelOf(page, question), " ", factsOf(page, question).join(" · ")),
    h("p", {}, say("place", { n: at + 1, of: shown.questions.length })),
  ];
}

/** @param {ShownPage} page @param {Shown} shown */
export function showScreen(page, shown) {
  const { say } = page;
  let at = 0;
  const dialog = /** @type {HTMLDialogElement} */ (
    h("dialog", {
      class: "pp-screen md-typeset",
      "aria-labelledby": "screen-title",
      "aria-description": say("screen_keys"),
    })
  );
  const by = (/** @type {number} */ steps) => () => {
    at = Math.min(shown.questions.length - 1, Math.max(0, at + steps));
    draw();
  };
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
    h("button", { type: "button", onclick }, say(key));
  const buttons = [button("previous", by(-1)), button("next", by(1)), button("close", () => dialog.close())];
  const draw = () => {
    const [head, middle, agreed, ...foot] = slide(page, shown, at);
    dialog.replaceChildren(head, middle, agreed, h("div", { class: "pp-screen__foot" }, ...foot, ...buttons));
    if (!buttons.includes(/** @type {HTMLElement} */ (document.activeElement))) head.focus();
  };
  dialog.addEventListener("keydown", (event) => {
    const steps = STEPS.get(event.key) ?? 0;
    if (steps === 0 || (event.key === " " && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    by(steps)();
  });
  dialog.addEventListener("close", () => dialog.remove());
  page.root.append(dialog);
  dialog.showModal();
  draw();
}
