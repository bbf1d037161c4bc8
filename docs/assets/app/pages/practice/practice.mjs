// @ts-check
/** A practice page: marks the step of the reader's own answer, and lets its plays join the plan. */
import { givenOf, isWaiting } from "../../response/answers.mjs";
import { openCurrent } from "../../storage/current-response.mjs";
import { h, sayer } from "../../ui/dom.mjs";
import { leadBack } from "./shared-result.mjs";

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  leadBack(say);
  markStep(root, current, say);
  const { offer } = await import("./add-to-plan.mjs");
  await offer(root, current, say);
}

/** @param {HTMLElement} root @param {import("../../storage/current-response.mjs").Current} current @param {import("../../ui/dom.mjs").Say} say */
function markStep(root, { outline, response }, say) {
  const id = root.dataset.practice ?? "";
  const value = givenOf(outline, response, id);
  if (value === null) return;
  const own = /** @type {HTMLElement} */ (root.querySelector("[data-own]"));
  const link = /** @type {HTMLElement} */ (own.querySelector("a"));
  const waits = isWaiting(outline, response, id);
  link.textContent = say(waits ? "look_again" : "change");
  if (waits || typeof value !== "number") {
    own.prepend(say(waits ? "waiting" : String(value)), " ");
    return;
  }
  const step = /** @type {HTMLElement|null} */ (root.querySelector(`[data-level="${value}"]`));
  if (!step) return;
  step.dataset.mine = "";
  step.append(h("span", { class: "pp-ladder__mine" }, say("mine")));
}
