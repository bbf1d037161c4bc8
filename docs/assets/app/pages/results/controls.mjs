// @ts-check
/** What is done on the page below the first screen, and its controls that are there whatever the result is: those of a trial, and the capacity. */
import { difference } from "../../response/difference.mjs";
import { withDifference } from "../../response/patch.mjs";
import { LIMITS } from "../../response/edit.mjs";
import { h } from "../../ui/dom.mjs";
import { partOf } from "./page-part.mjs";

/** @typedef {import("./results.mjs").Page} Page */
/** @typedef {import("./view.mjs").View} View */
/** @typedef {import("./view.mjs").Actions} Actions */
/** @typedef {import("../../types.mjs").Response} Response */

/** @param {Page} page @param {() => void} redraw @returns {Actions} */
export const actionsOf = (page, redraw) => ({
  edit(change, said = "") {
    if (page.tools?.guest) return; // a shared result is for reading
    page.said = said;
    if (page.trial === null) return page.current.edit(change);
    page.trial = { ...page.trial, response: change(page.trial.response) };
    redraw();
  },
  tick(play) {
    if (page.trial === null) return;
    const { plays } = page.trial;
    page.trial = {
      ...page.trial,
      plays: plays.includes(play) ? plays.filter((id) => id !== play) : [...plays, play],
    };
    redraw();
  },
  look(wanted) {
    page.looks = { ...page.looks, ...wanted };
    redraw();
  },
});

/** @param {Page} page @param {() => View} shown */
export function takeControls(page, shown) {
  takeTrial(page, shown);
  takeCapacity(page, () => capacityOf(shown()));
  window.addEventListener("beforeprint", () => {
    for (const each of page.root.querySelectorAll('[data-wave]:not([data-wave="later"]) > details'))
      each.setAttribute("open", "");
  });
}

/** @param {View} view @returns {number} person-days that can be given each month */
const capacityOf = ({ bank, response }) => response.plan?.daysPerMonth ?? bank.scoring.daysPerMonth;

/** @param {HTMLElement} root @param {View} view whose capacity its field is to show, unless somebody is writing there */
export function showCapacity(root, view) {
  const field = /** @type {HTMLInputElement} */ (partOf(root, "data-capacity"));
  if (document.activeElement !== field) field.value = String(capacityOf(view));
}

/** @param {Page} page @param {() => View} shown */
function takeTrial(page, shown) {
  const { root, current, say } = page;
  const offerUndo = undoOf(page);
  const end = (/** @type {boolean} */ keep) => {
    const { trial } = page;
    const { response } = shown();
    page.trial = null;
    page.said = say(keep ? "kept" : "left");
    if (keep && trial) return offerUndo(change(trial.base, response));
    page.act.look({});
    partOf(root, "data-try").focus();
  };
  partOf(root, "data-try").addEventListener("click", () => {
    const { response } = current;
    page.trial = { base: response, response, plays: [] };
    page.act.look({});
    partOf(root, "data-trial").focus();
  });
  partOf(root, "data-leave").addEventListener("click", () => end(false));
  partOf(root, "data-keep").addEventListener("click", () => end(true));
}

/** @param {Page} page @returns {(make: (response: Response) => Response) => void} makes what was tried the answers, to be taken back until something else changes */
function undoOf(page) {
  const { root, current, say } = page;
  const place = partOf(root, "data-kept");
  /** @type {Response|null} */
  let after = null;
  current.subscribe(() => current.response !== after && place.replaceChildren());
  return (make) => {
    const before = current.response;
    current.edit(make);
    const made = (after = current.response);
    const undo = () => {
      page.said = say("unkept");
      current.edit((response) => /** @type {Response} */ (withDifference(response, difference(made, before))));
      after = current.response;
      place.replaceChildren(say("unkept"));
      partOf(root, "data-try").focus();
    };
    const button = h("button", { type: "button", class: "pp-link-button", onclick: undo }, say("undo"));
    place.replaceChildren(say("kept"), " ", button);
    button.focus();
  };
}

/** @param {Response} base as it was when the trial began @param {Response} tried @returns {(response: Response) => Response} makes what was tried, on top of what has been answered elsewhere since */
function change(base, { answers, targets, plan }) {
  const changes = difference(base, { ...base, answers, targets, ...(plan && { plan }) });
  return (response) => /** @type {Response} */ (withDifference(response, changes));
}

/**
 * Takes whole numbers of days and refuses all else in words; what was in force before stays.
 * @param {Page} page @param {() => number} inForce
 */
function takeCapacity({ root, say, act }, inForce) {
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
        act.edit((before) => ({ ...before, plan: { ...before.plan, daysPerMonth: days } })),
      );
  };
  field.addEventListener("input", take);
  field.addEventListener("change", () => {
    if (field.getAttribute("aria-invalid") !== "true") return;
    field.value = String(inForce());
    field.setAttribute("aria-invalid", "false");
  });
}
