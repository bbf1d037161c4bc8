// @ts-check
/** A practice page: marks the step of the reader's own answer, and lets its plays join the plan. */
import { openCurrent } from "../../storage/current-response.mjs";
import { h, sayer } from "../../ui/dom.mjs";
import { leadBack } from "./shared-result.mjs";

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  leadBack(say);
  markStep(root, current.response.answers[root.dataset.practice ?? ""], say);
  const { offer } = await import("./add-to-plan.mjs");
  await offer(root, current, say);
}

/** @param {HTMLElement} root @param {import("../../types.mjs").Answer|undefined} answer @param {import("../../ui/dom.mjs").Say} say */
function markStep(root, answer, say) {
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
