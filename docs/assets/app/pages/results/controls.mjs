// @ts-check
/** The controls below the first screen that are there whatever the result is: those of a trial, and the capacity. */
import { LIMITS } from "../../response/edit.mjs";
import { h } from "../../ui/dom.mjs";
import { partOf } from "./page-part.mjs";

/** @typedef {import("./view.mjs").Trial} Trial */
/** @typedef {import("./view.mjs").Actions} Actions */
/** @typedef {import("../../types.mjs").Response} Response */
/** @typedef {import("../../types.mjs").Say} Say */

/** What the buttons of a trial do. @typedef {{begin: () => void, end: (keep: boolean, said: string) => void}} TrialActions */

/** @param {HTMLElement} root @param {Say} say @param {TrialActions} trial */
export function takeTrial(root, say, { begin, end }) {
  const leave = (/** @type {boolean} */ keep) => () => {
    end(keep, say(keep ? "kept" : "left"));
    partOf(root, "data-try").focus();
  };
  partOf(root, "data-try").addEventListener("click", () => {
    begin();
    partOf(root, "data-trial").focus();
  });
  partOf(root, "data-leave").addEventListener("click", leave(false));
  partOf(root, "data-keep").addEventListener("click", leave(true));
}

/**
 * Takes whole numbers of days and refuses all else in words; what was in force before stays.
 * @param {HTMLElement} root @param {Say} say @param {() => number} inForce @param {Actions["edit"]} edit
 */
export function takeCapacity(root, say, inForce, edit) {
  const field = /** @type {HTMLInputElement} */ (partOf(root, "data-capacity"));
  const said = partOf(root, "data-capacity-text");
  let due = 0;
  const take = () => {
    cancelAnimationFrame(due);
    const days = field.valueAsNumber;
    const good = Number.isInteger(days) && days >= 1 && days <= LIMITS.days;
    field.setAttribute("aria-invalid", String(!good));
    said.replaceChildren(...(good ? [] : [h("span", {}, say("bad_capacity", { most: LIMITS.days, n: inForce() }))]));
    // Once a frame, however fast one types.
    if (good)
      due = requestAnimationFrame(() =>
        edit((before) => ({ ...before, plan: { ...before.plan, daysPerMonth: days } })),
      );
  };
  field.addEventListener("input", take);
  field.addEventListener("change", () => {
    if (field.getAttribute("aria-invalid") !== "true") return;
    field.value = String(inForce());
    field.setAttribute("aria-invalid", "false");
  });
}
