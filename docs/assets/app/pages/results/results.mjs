// @ts-check
/** The results page: draws every part from one view after each change, and keeps a trial apart from the answers. */
import { progress } from "../../response/answers.mjs";
import { openCurrent } from "../../storage/current-response.mjs";
import { ROOT, loadJson } from "../../storage/site.mjs";
import { h, sayer, styled } from "../../ui/dom.mjs";
import { figures, headline } from "./sections/headline.mjs";
import { first } from "./sections/first.mjs";
import { MARK } from "../../links/mark.mjs";
import { dressed, wanted } from "./lazy.mjs";
import { due } from "./monday/due.mjs";
import { keepIn, partOf } from "./page-part.mjs";
import { map } from "./sections/map.mjs";
import { invited, waiting } from "./sections/notices.mjs";
import { viewOf } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */
/** @typedef {import("./view.mjs").Trial} Trial */
/** @typedef {import("../../types.mjs").Response} Response */

/** Part of the page: what fills it; a section whose part stays empty is hidden. @type {import("./view.mjs").Parts} */
const FIRST = { invited, headline, figures, map, first, waiting, due };

/**
 * The page and what it shows at the moment.
 * @typedef {object} Page
 * @property {HTMLElement} root
 * @property {import("../../storage/current-response.mjs").Current} current
 * @property {import("../../types.mjs").WholeBank} bank
 * @property {import("../../types.mjs").Say} say
 * @property {import("./tools/tools.mjs").Tools|null} tools what can be done with the result, once the rest is there
 * @property {Trial|null} trial
 * @property {boolean} aside whether the trial is left out, while the page is on paper
 * @property {import("./view.mjs").Looks} looks
 * @property {Map<string, boolean>} folds as in View
 * @property {import("./view.mjs").Actions} act there with `rest`
 * @property {typeof import("./rest.mjs")|null} rest what draws and serves the page below the first screen, once it is there
 * @property {boolean} drawn whether the result has been drawn before
 * @property {string} said about the last change, for those who cannot see it
 */

/** @param {HTMLElement} root */
export async function start(root) {
  partOf(root, "data-waiting").hidden = false;
  const [current, bank] = await Promise.all([openCurrent(), loadJson("bank.json"), styled("results.css")]);
  const page = openPage(root, current, bank);
  /** @type {Promise<void>|undefined} */
  let coming;
  const whole = () => (coming ??= showRest(page));
  wanted().then(whole);
  takeOffers(page, whole);
  window.addEventListener("hashchange", openTarget);
  current.subscribe(() => show(page));
  if (location.hash.startsWith(MARK)) {
    import("./tools/shared-view.mjs").catch(() => {}); // asked for again by what needs it, which says so
    await whole();
  }
  show(page);
  if (current.trouble) whole();
  openTarget();
  partOf(root, "data-waiting").hidden = true;
}

/** @param {Page} page @param {() => Promise<void>} whole takes the buttons beside the headline, which may be pressed before what they offer is there */
function takeOffers(page, whole) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (page.root.querySelectorAll(".pp-offers > button")))
    button.addEventListener("click", async () => {
      await whole();
      if (page.rest && page.tools) await page.rest.offer(page.tools, button);
      else partOf(page.root, "data-rest").scrollIntoView(); // it says that this has not come
    });
}

/** @param {Page} page @returns {Promise<void>} once what is below the first screen is there too, or has said that it cannot be */
async function showRest(page) {
  const rest = /** @type {NodeListOf<HTMLElement>} */ (page.root.querySelectorAll("[data-rest]"));
  try {
    const [module] = await Promise.all([import("./rest.mjs"), dressed()]);
    page.tools = module.openTools(page.root, toolsFor(page));
    page.act = module.actionsOf(page, () => show(page));
    await page.tools.arrive();
    page.rest = module;
    module.takeControls(page, () => viewWith(page, trialOf(page)));
    page.drawn = false; // it is read in its place
    show(page);
    module.takeDue(page.tools);
    for (const each of rest) each.hidden = false;
    openTarget();
  } catch (error) {
    console.error("part of the result:", error);
    const missing = () => h("p", {}, page.say("not_loaded"));
    rest[0].replaceChildren(missing());
    if (location.hash.startsWith(MARK)) partOf(page.root, "data-shared").replaceChildren(missing());
    for (const each of page.root.querySelectorAll("[data-desk]")) each.append(missing());
    rest[0].hidden = false;
  }
  for (const each of rest) each.removeAttribute("aria-busy");
}

/** @param {HTMLElement} root @param {Page["current"]} current @param {Page["bank"]} bank @returns {Page} */
function openPage(root, current, bank) {
  const say = sayer(root);
  return {
    ...{ root, current, bank, say, tools: null, rest: null, trial: null, aside: false, drawn: false, said: "" },
    looks: { sort: "order", chart: "bars" },
    folds: new Map(),
    act: /** @type {Page["act"]} */ (/** @type {unknown} */ (null)),
  };
}

/** @param {Page} page @returns {import("./tools/tools.mjs").ResultPage} */
const toolsFor = (page) => ({
  bank: page.bank,
  current: page.current,
  say: page.say,
  view: () => viewWith(page, null),
  redraw: () => show(page),
  setAside(aside) {
    page.aside = aside;
    if (page.trial) show(page);
  },
});

/** @param {Page} page @returns {import("./tools/tools.mjs").Guest|null} */
const guestOf = ({ tools }) => tools?.guest ?? null;

/** @param {Page} page @param {Trial|null} trial @returns {View} */
function viewWith(page, trial) {
  const { act, bank, current, looks, folds, say } = page;
  const guest = guestOf(page);
  const rest = { trial, guest: guest !== null, looks, folds, say, act };
  const view = viewOf(bank, guest?.response ?? current.response, rest);
  return page.rest?.advised(view) ?? view;
}

/** @param {Page} page @returns {Trial|null} what is tried out and shown */
const trialOf = ({ aside, trial }) => (aside ? null : trial);

/** @param {Page} page */
function show(page) {
  const { root, bank, current, rest, say } = page;
  const guest = guestOf(page);
  if (guest) page.trial = null;
  const begun = guest !== null || progress(bank, current.response, "full").answered > 0;
  const trying = trialOf(page) !== null;
  partOf(root, "data-empty").hidden = begun;
  partOf(root, "data-result").hidden = !begun;
  partOf(root, "data-trial").hidden = !trying;
  partOf(root, "data-try").hidden = trying;
  root.toggleAttribute("data-trying", trying);
  root.toggleAttribute("data-guest", guest !== null);
  rest?.showTrouble(partOf(root, "data-trouble-text"), current, say);
  if (!begun) return;
  const view = viewWith(page, trialOf(page));
  if (rest) rest.keepingPlace(root, () => draw(root, view, { ...FIRST, ...rest.REST }));
  else draw(root, view, FIRST);
  rest?.showCapacity(root, view);
  // What is there at the start is read in its place; only changes are announced.
  if (page.drawn && rest) partOf(root, "data-moved").textContent = `${page.said} ${rest.summaryOf(view)}`.trim();
  [page.drawn, page.said] = [true, ""];
  page.tools?.changed();
}

/** Shows and unfolds what the address points at. */
function openTarget() {
  const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  target?.scrollIntoView();
  const details = target?.querySelector(":scope > details");
  if (!(details instanceof HTMLDetailsElement)) return;
  details.open = true;
  details.querySelector("summary")?.focus();
}

/** @param {HTMLElement} root @param {View} view @param {import("./view.mjs").Parts} parts */
function draw(root, view, parts) {
  for (const [name, part] of Object.entries(parts)) {
    const nodes = part(view).filter((node) => node !== null);
    const place = root.querySelector(`[data-part="${name}"]`); // a bank without such things has no such part
    if (place) keepIn(place, nodes);
    const section = /** @type {HTMLElement|null} */ (root.querySelector(`[data-part-section="${name}"]`));
    if (section) section.hidden = nodes.length === 0;
  }
}
