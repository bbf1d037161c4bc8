// @ts-check
/** The results page: draws every part from one view, anew after each change, and keeps a trial apart from the answers. */
import { progress } from "../../response/answers.mjs";
import { openCurrent } from "../../storage/current-response.mjs";
import { ROOT, loadJson } from "../../storage/site.mjs";
import { h, sayer, styled } from "../../ui/dom.mjs";
import { findOut, keepDoing } from "./sections/follow-up.mjs";
import { openTools } from "./tools/tools.mjs";
import { takeDue } from "./tools/auto-snapshot.mjs";
import { evidence } from "./sections/evidence.mjs";
import { first, headline } from "./sections/headline.mjs";
import { later } from "./lazy.mjs";
import { map } from "./sections/map.mjs";
import { outcomes } from "./sections/outcomes.mjs";
import { patterns } from "./sections/patterns.mjs";
import { plan, planSummary } from "./plan/plan.mjs";
import { profile } from "./sections/profile.mjs";
import { fold, viewOf } from "./view.mjs";
import { showTrouble } from "../save-status.mjs";

/** @typedef {import("./view.mjs").View} View */
/** @typedef {import("./view.mjs").Trial} Trial */
/** @typedef {import("../../types.mjs").Response} Response */

const withSums = later(() => import("./sections/workings.mjs"));

/** @param {View} view @returns {Node[]} */
const sums = (view) => [fold(view, "sums", [view.say("sums")], () => withSums(view, (module) => module.sums(view)))];

/** @param {View} view @returns {(Node|null)[]} answers that do not count until they are looked at */
const waiting = ({ profile: { waiting: ids }, say }) =>
  ids.length === 0
    ? []
    : [
        h(
          "p",
          { class: "pp-notice" },
          say("waiting", { n: ids.length }),
          " ",
          h("a", { href: new URL("assessment/review/", ROOT) }, say("waiting_look")),
        ),
      ];

/** Part of the page: what fills it; a section whose part stays empty is hidden. @type {Record<string, (view: View) => (Node|null)[]>} */
const PARTS = {
  headline,
  first,
  map,
  outcomes,
  waiting,
  evidence,
  profile,
  patterns,
  plan,
  "find-out": findOut,
  "keep-doing": keepDoing,
  sums,
};

/** @param {HTMLElement} root */
export async function start(root) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));
  part("data-waiting").hidden = false;
  const [current, bank] = await Promise.all([openCurrent(), loadJson("bank.json"), styled("results.css")]);
  const say = sayer(root);
  /** @type {Trial|null} */
  let trial = null;
  /** @type {import("./view.mjs").Looks} */
  let looks = { sort: "order", chart: "bars" };
  const folds = new Map();
  const days = /** @type {HTMLInputElement} */ (part("data-capacity"));
  let aside = false;
  const viewWith = (/** @type {Trial|null} */ trial) => {
    const guest = tools.guest !== null;
    return viewOf(bank, tools.guest?.response ?? current.response, { trial, guest, looks, folds, say, act });
  };
  const trying = () => (aside ? null : trial);
  const viewNow = () => viewWith(trying());
  const setAside = (/** @type {boolean} */ given) => {
    aside = given;
    if (trial) show();
  };
  const tools = openTools(root, { bank, current, say, view: () => viewWith(null), redraw: () => show(), setAside });
  let drawn = false;
  let said = "";

  const show = () => {
    if (tools.guest) trial = null;
    const begun = tools.guest !== null || progress(bank, current.response, "full").answered > 0;
    part("data-empty").hidden = begun;
    part("data-result").hidden = !begun;
    part("data-trial").hidden = trying() === null;
    part("data-try").hidden = trying() !== null;
    root.toggleAttribute("data-trying", trying() !== null);
    root.toggleAttribute("data-guest", tools.guest !== null);
    showTrouble(part("data-trouble-text"), current, say);
    if (!begun) return;
    const view = viewNow();
    keepingPlace(root, () => draw(root, view));
    if (document.activeElement !== days)
      days.value = String(view.response.plan?.daysPerMonth ?? bank.scoring.daysPerMonth);
    // What stands there from the beginning is read where it stands; only changes are told.
    if (drawn) part("data-moved").textContent = `${said} ${planSummary(view)}`.trim();
    [drawn, said] = [true, ""];
    tools.changed();
  };
  /** @type {import("./view.mjs").Actions} */
  const act = {
    edit(change, told = "") {
      if (tools.guest) return; // a shared result is for reading
      said = told;
      if (trial === null) return current.edit(change);
      trial = { ...trial, response: change(trial.response) };
      show();
    },
    tick(play) {
      if (trial === null) return;
      const plays = trial.plays.includes(play) ? trial.plays.filter((id) => id !== play) : [...trial.plays, play];
      trial = { ...trial, plays };
      show();
    },
    look(wanted) {
      looks = { ...looks, ...wanted };
      show();
    },
  };
  const end = (/** @type {boolean} */ keep) => {
    const { answers, targets, plan } = viewNow().response;
    trial = null;
    said = say(keep ? "kept" : "left");
    if (keep) current.edit((response) => ({ ...response, answers, targets, ...(plan && { plan }) }));
    else show();
    part("data-try").focus();
  };
  part("data-try").addEventListener("click", () => {
    trial = { response: current.response, plays: [] };
    show();
    part("data-trial").focus();
  });
  part("data-leave").addEventListener("click", () => end(false));
  part("data-keep").addEventListener("click", () => end(true));
  takeCapacity(days, act.edit);
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", () => {
    for (const each of root.querySelectorAll('[data-wave]:not([data-wave="later"]) details'))
      each.setAttribute("open", "");
  });
  await tools.arrive();
  current.subscribe(show);
  show();
  openTarget();
  part("data-waiting").hidden = true;
  takeDue(tools);
}

/** @param {HTMLInputElement} field @param {(change: (response: Response) => Response) => void} edit */
function takeCapacity(field, edit) {
  let due = 0;
  field.addEventListener("input", () => {
    const days = Math.round(field.valueAsNumber);
    cancelAnimationFrame(due);
    if (!(days >= 1 && days <= 1000)) return;
    // Once a frame, however fast one types.
    due = requestAnimationFrame(() =>
      edit((response) => ({ ...response, plan: { ...response.plan, daysPerMonth: days } })),
    );
  });
}

/** Unfolds what the address points at. */
function openTarget() {
  const details = document.getElementById(location.hash.slice(1))?.querySelector("details");
  if (!details) return;
  details.open = true;
  details.querySelector("summary")?.focus();
}

/** @param {HTMLElement} root @param {View} view */
function draw(root, view) {
  for (const [name, part] of Object.entries(PARTS)) {
    const nodes = part(view).filter((node) => node !== null);
    /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`)).replaceChildren(...nodes);
    const section = /** @type {HTMLElement|null} */ (root.querySelector(`[data-part-section="${name}"]`));
    if (section) section.hidden = nodes.length === 0;
  }
}

/**
 * Redraws, and leaves the focus where it was; where its element has gone, on what came after it, or before it, in the
 * same part of the page, and at last on the heading.
 * @param {HTMLElement} root
 * @param {() => void} redraw
 */
function keepingPlace(root, redraw) {
  const focused = document.activeElement;
  const name = /** @type {HTMLElement|null} */ (focused?.closest("[data-part]"))?.dataset.part;
  if (name === undefined) return redraw();
  const keyed = () => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(`[data-part="${name}"] [data-key]`)]);
  const before = keyed().map(({ dataset }) => dataset.key);
  const key = /** @type {HTMLElement|null} */ (focused?.closest("[data-key]"))?.dataset.key;
  const place = before.indexOf(key);
  redraw();
  const inSight = keyed().filter((each) => !each.parentElement?.closest("details:not([open])"));
  const after = new Map(inSight.map((each) => [each.dataset.key, each]));
  const near = key === undefined ? [] : [...before.slice(place), ...before.slice(0, place).reverse()];
  const next = near.find((each) => after.has(each));
  const heading = root.querySelector(`section:has([data-part="${name}"]) h2`);
  const found = /** @type {HTMLElement} */ ((next !== undefined && after.get(next)) || heading);
  const goal = found instanceof HTMLDetailsElement ? /** @type {HTMLElement} */ (found.firstElementChild) : found;
  if (goal === heading) goal.tabIndex = -1;
  goal?.focus({ preventScroll: true });
  goal?.scrollIntoView({ block: "nearest" });
}
