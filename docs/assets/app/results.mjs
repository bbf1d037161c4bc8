// @ts-check
/** The results page: draws every part from one view, anew after each change, and keeps a trial apart from the answers. */
import { loadJson, openCurrent } from "./current.mjs";
import { sayer } from "./dom.mjs";
import { progress } from "./responses.mjs";
import { findOut, keepDoing } from "./results/answers.mjs";
import { evidence, first, headline } from "./results/headline.mjs";
import { map } from "./results/map.mjs";
import { patterns } from "./results/patterns.mjs";
import { plan, planSummary } from "./results/plan.mjs";
import { profile } from "./results/profile.mjs";
import { sums } from "./results/sums.mjs";
import { viewOf } from "./results/view.mjs";
import { showTrouble } from "./trouble.mjs";

/** @typedef {import("./results/view.mjs").View} View */
/** @typedef {import("./results/view.mjs").Trial} Trial */

/** Part of the page: what fills it; nothing hides its section. @type {Record<string, (view: View) => (Node|null)[]>} */
const PARTS = {
  headline,
  first,
  evidence,
  map,
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
  const [current, bank] = await Promise.all([openCurrent(), loadJson("bank.json")]);
  const say = sayer(root);
  /** @type {Trial|null} */
  let trial = null;
  /** @type {import("./results/view.mjs").Looks} */
  let looks = { sort: "order", chart: "bars" };

  const show = () => {
    const begun = progress(bank, current.response, "full").answered > 0;
    part("data-empty").hidden = begun;
    part("data-result").hidden = !begun;
    part("data-trial").hidden = trial === null;
    part("data-try").hidden = trial !== null;
    root.toggleAttribute("data-trying", trial !== null);
    showTrouble(part("data-trouble-text"), current, say);
    if (!begun) return;
    const view = viewOf(bank, current.response, trial, looks, say, act);
    keepingPlace(root, () => draw(root, view));
    part("data-moved").textContent = planSummary(view);
  };
  const act = {
    edit: (/** @type {(response: any) => any} */ change) => {
      if (trial === null) return current.edit(change);
      trial = { ...trial, response: change(trial.response) };
      show();
    },
    tick: (/** @type {string} */ play) => {
      if (trial === null) return;
      const plays = trial.plays.includes(play) ? trial.plays.filter((id) => id !== play) : [...trial.plays, play];
      trial = { ...trial, plays };
      show();
    },
    look: (/** @type {any} */ wanted) => {
      looks = { ...looks, ...wanted };
      show();
    },
  };
  const end = (/** @type {boolean} */ keep) => {
    const kept = trial && viewOf(bank, current.response, trial, looks, say, act).response;
    trial = null;
    if (keep && kept) current.edit((response) => ({ ...response, answers: kept.answers, targets: kept.targets }));
    show();
    part("data-try").focus();
  };
  part("data-try").addEventListener("click", () => {
    trial = { response: current.response, plays: [] };
    show();
    part("data-trial").focus();
  });
  part("data-leave").addEventListener("click", () => end(false));
  part("data-keep").addEventListener("click", () => end(true));
  capacity(/** @type {HTMLInputElement} */ (part("data-capacity")), bank, current, act.edit);
  window.addEventListener("hashchange", openTarget);
  current.subscribe(show);
  show();
  openTarget();
  part("data-waiting").hidden = true;
}

/**
 * @param {HTMLInputElement} field
 * @param {any} bank
 * @param {import("./current.mjs").Current} current
 * @param {(change: (response: any) => any) => void} edit
 */
function capacity(field, bank, current, edit) {
  field.value = String(current.response.plan?.daysPerMonth ?? bank.scoring?.daysPerMonth ?? 10);
  field.addEventListener("input", () => {
    const days = field.valueAsNumber;
    if (!(days >= 1 && days <= 1000)) return;
    edit((response) => ({ ...response, plan: { ...response.plan, daysPerMonth: Math.round(days) } }));
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

/** @param {HTMLElement} root @param {() => void} redraw focus and what is unfolded stay where they were */
function keepingPlace(root, redraw) {
  const keyed = () => /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-key]")]);
  const focused = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset?.key;
  const folds = new Map(
    keyed().flatMap((each) => (each instanceof HTMLDetailsElement ? [[each.dataset.key, each.open]] : [])),
  );
  redraw();
  for (const each of keyed()) {
    if (each instanceof HTMLDetailsElement && folds.has(each.dataset.key))
      each.open = folds.get(each.dataset.key) ?? false;
    if (focused !== undefined && each.dataset.key === focused) each.focus({ preventScroll: true });
  }
}
