// @ts-check
/** The results page: draws every part from one view after each change, and keeps a trial apart from the answers. */
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
import { keepingPlace } from "./keep-place.mjs";
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

/**
 * The page and what it shows at the moment.
 * @typedef {object} Page
 * @property {HTMLElement} root
 * @property {import("../../storage/current-response.mjs").Current} current
 * @property {import("../../types.mjs").WholeBank} bank
 * @property {import("../../types.mjs").Say} say
 * @property {import("./tools/tools.mjs").Tools} tools
 * @property {Trial|null} trial
 * @property {boolean} aside whether the trial is left out, while the page is on paper
 * @property {import("./view.mjs").Looks} looks
 * @property {Map<string, boolean>} folds as in View
 * @property {boolean} drawn whether the result has been drawn before
 * @property {string} said about the last change, for those who cannot see it
 */

/** @param {HTMLElement} root @param {string} name of an attribute @returns {HTMLElement} */
const partOf = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));

/** @param {HTMLElement} root */
export async function start(root) {
  partOf(root, "data-waiting").hidden = false;
  const [current, bank] = await Promise.all([openCurrent(), loadJson("bank.json"), styled("results.css")]);
  const page = openPage(root, current, bank);
  takeTrial(page);
  takeCapacity(capacityOf(root), actionsOf(page).edit);
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", () => {
    for (const each of root.querySelectorAll('[data-wave]:not([data-wave="later"]) details'))
      each.setAttribute("open", "");
  });
  await page.tools.arrive();
  current.subscribe(() => show(page));
  show(page);
  openTarget();
  partOf(root, "data-waiting").hidden = true;
  takeDue(page.tools);
}

/** @param {HTMLElement} root @param {Page["current"]} current @param {Page["bank"]} bank @returns {Page} */
function openPage(root, current, bank) {
  const say = sayer(root);
  /** @type {Pick<Page, "trial"|"aside"|"looks"|"folds"|"drawn"|"said">} */
  const state = {
    trial: null,
    aside: false,
    looks: { sort: "order", chart: "bars" },
    folds: new Map(),
    drawn: false,
    said: "",
  };
  const tools = openTools(root, {
    bank,
    current,
    say,
    view: () => viewWith(page, null),
    redraw: () => show(page),
    setAside(aside) {
      page.aside = aside;
      if (page.trial) show(page);
    },
  });
  /** @type {Page} */
  const page = { root, current, bank, say, tools, ...state };
  return page;
}

/** @param {Page} page @param {Trial|null} trial @returns {View} */
function viewWith(page, trial) {
  const { bank, current, tools, looks, folds, say } = page;
  const { guest } = tools;
  const rest = { trial, guest: guest !== null, looks, folds, say, act: actionsOf(page) };
  return viewOf(bank, guest?.response ?? current.response, rest);
}

/** @param {Page} page @returns {Trial|null} what is tried out and shown */
const trialOf = ({ aside, trial }) => (aside ? null : trial);

/** @param {HTMLElement} root @returns {HTMLInputElement} */
const capacityOf = (root) => /** @type {HTMLInputElement} */ (partOf(root, "data-capacity"));

/** @param {Page} page */
function show(page) {
  const { root, bank, current, tools, say } = page;
  if (tools.guest) page.trial = null;
  const begun = tools.guest !== null || progress(bank, current.response, "full").answered > 0;
  const trying = trialOf(page) !== null;
  partOf(root, "data-empty").hidden = begun;
  partOf(root, "data-result").hidden = !begun;
  partOf(root, "data-trial").hidden = !trying;
  partOf(root, "data-try").hidden = trying;
  root.toggleAttribute("data-trying", trying);
  root.toggleAttribute("data-guest", tools.guest !== null);
  showTrouble(partOf(root, "data-trouble-text"), current, say);
  if (!begun) return;
  const view = viewWith(page, trialOf(page));
  keepingPlace(root, () => draw(root, view));
  const days = capacityOf(root);
  if (document.activeElement !== days)
    days.value = String(view.response.plan?.daysPerMonth ?? bank.scoring.daysPerMonth);
  // What is there at the start is read in its place; only changes are announced.
  if (page.drawn) partOf(root, "data-moved").textContent = `${page.said} ${planSummary(view)}`.trim();
  [page.drawn, page.said] = [true, ""];
  tools.changed();
}

/** @param {Page} page @returns {import("./view.mjs").Actions} */
const actionsOf = (page) => ({
  edit(change, said = "") {
    if (page.tools.guest) return; // a shared result is for reading
    page.said = said;
    if (page.trial === null) return page.current.edit(change);
    page.trial = { ...page.trial, response: change(page.trial.response) };
    show(page);
  },
  tick(play) {
    if (page.trial === null) return;
    const { plays } = page.trial;
    page.trial = {
      ...page.trial,
      plays: plays.includes(play) ? plays.filter((id) => id !== play) : [...plays, play],
    };
    show(page);
  },
  look(wanted) {
    page.looks = { ...page.looks, ...wanted };
    show(page);
  },
});

/** @param {Page} page whose buttons begin a trial and end it */
function takeTrial(page) {
  const { root, current, say } = page;
  const end = (/** @type {boolean} */ keep) => {
    const { answers, targets, plan } = viewWith(page, trialOf(page)).response;
    page.trial = null;
    page.said = say(keep ? "kept" : "left");
    if (keep) current.edit((response) => ({ ...response, answers, targets, ...(plan && { plan }) }));
    else show(page);
    partOf(root, "data-try").focus();
  };
  partOf(root, "data-try").addEventListener("click", () => {
    page.trial = { response: current.response, plays: [] };
    show(page);
    partOf(root, "data-trial").focus();
  });
  partOf(root, "data-leave").addEventListener("click", () => end(false));
  partOf(root, "data-keep").addEventListener("click", () => end(true));
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
