// @ts-check
/** A practice page: marks the step that the reader's own answer stands on. */
import { openCurrent } from "./current.mjs";
import { h, sayer } from "./dom.mjs";

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  const answer = current.response.answers[root.dataset.practice ?? ""];
  if (!answer) return;
  const own = /** @type {HTMLElement} */ (root.querySelector("[data-own]"));
  const link = /** @type {HTMLElement} */ (own.querySelector("a"));
  link.textContent = say("change");
  if (typeof answer.value !== "number") {
    own.prepend(say(answer.value), " ");
    return;
  }
  const step = /** @type {HTMLElement|null} */ (root.querySelector(`[data-level="${answer.value}"]`));
  if (!step) return;
  step.dataset.mine = "";
  step.append(h("span", { class: "pp-ladder__mine" }, say("mine")));
}
