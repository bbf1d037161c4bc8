// @ts-check
/** A practice page: each play says whether it is in the reader's plan; it can be added, taken out and put back. */
import { loadJson } from "../../storage/site.mjs";
import { h } from "../../ui/dom.mjs";
import { marked } from "../../scoring/planner.mjs";
import { isPlanned, restored, standing, waiting, without } from "../../scoring/play-status.mjs";
import { showTrouble } from "../save-status.mjs";

/** @typedef {import("../../storage/current-response.mjs").Current} Current */
/** @typedef {import("../../ui/dom.mjs").Say} Say */
/** @typedef {import("../../types.mjs").Bank} Bank */
/** @typedef {import("../../types.mjs").Response} Response */
/** @typedef {import("../../types.mjs").PlanWishes} PlanWishes */
/** @typedef {import("../../scoring/play-status.mjs").Play & {title: string}} Play */
/** @typedef {{current: Current, say: Say, results: string}} Page */

/** With these there is nothing to add. @type {string[]} */
const CLOSED = ["covered", "done", "na", "reached"];

/**
 * @param {HTMLElement} root the steps of the practice, with the address of the result in `data-results`
 * @param {Current} current
 * @param {Say} say
 */
export async function offer(root, current, say) {
  const { practice = "", results = "" } = root.dataset;
  const blocks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-play]")]);
  const shows = blocks.map((block) => {
    const { play: id = "", lifts, title = "" } = block.dataset;
    return fill(block, { id, practice, liftsTo: Number(lifts), title }, { current, say, results });
  });
  const show = () => Promise.all(shows.map((each) => each()));
  current.subscribe(() => show().catch((error) => console.error("to-plan:", error)));
  await show();
}

/** @type {Promise<Bank>|undefined} */
let loading;

/**
 * @param {Current} current
 * @param {Play} play
 * @returns {Promise<Bank>} as much of the bank as it takes to say the status of the play: all of it where the rule decides
 */
const bankFor = async ({ outline, response }, play) =>
  waiting(outline, response, play) ? outline : (loading ??= loadJson("bank.json"));

/** @type {(bank: Bank, response: Response, play: Play) => PlanWishes} */
const add = (bank, { plan = {} }, { id }) => marked(plan, "pinned", [id]);

/**
 * Puts below a play what it says of itself, and two buttons that stay the same elements, so that they keep the focus.
 * @param {HTMLElement} block
 * @param {Play} play
 * @param {Page} page
 * @returns {() => Promise<void>} shows it as it now is
 */
function fill(block, play, { current, say, results }) {
  const { state, link, toggle, undo, spoken, trouble } = partsOf(block, play, say);
  /** What the reader wanted before the last change made here. @type {PlanWishes|null} */
  let before = null;
  const show = async () => {
    const is = standing(await bankFor(current, play), current.response, play);
    const pinned = Boolean(current.response.plan?.pinned?.includes(play.id));
    const planned = isPlanned(is);
    const held = planned || pinned;
    const kept = pinned && !planned ? `${say("plan_kept")} ` : "";
    state.textContent = is === "free" ? "" : kept + say(`plan_${is}`);
    link.hidden = !planned && is !== "done" && is !== "covered";
    link.setAttribute("href", `${results}#plan${planned ? `-${play.id}` : ""}`);
    toggle.hidden = CLOSED.includes(is) && !held;
    toggle.className = held ? "pp-link-button" : "md-button";
    name(toggle, say(held ? "plan_take_out" : "plan_add"));
    toggle.onclick = () => change(held ? without : add);
    undo.hidden = before === null;
  };
  /** @param {typeof add} wanted @param {boolean} [isUndo] */
  const change = async (wanted, isUndo = false) => {
    const bank = await bankFor(current, play);
    before = isUndo ? null : (current.response.plan ?? {});
    current.edit((response) => ({ ...response, plan: wanted(bank, response, play) }));
    await show();
    const [pressed, other] = isUndo ? [undo, toggle] : [toggle, undo];
    if (pressed.hidden) (other.hidden ? link : other).focus();
    spoken.textContent = `${play.title}: ${state.textContent || say("plan_out")}`;
    showTrouble(trouble, current, say);
  };
  undo.onclick = () => {
    const was = before ?? {};
    change((bank, { plan = {} }) => restored(plan, was, play.id), true);
  };
  return show;
}

/** @param {HTMLElement} block @param {Play} play @param {Say} say */
function partsOf(block, { title }, say) {
  const button = () =>
    h("button", { type: "button", hidden: true }, h("span"), h("span", { class: "pp-unseen" }, `: ${title}`));
  const parts = {
    state: h("span"),
    link: h("a", { hidden: true }, say("plan_see")),
    toggle: button(),
    undo: button(),
    spoken: h("span", { class: "pp-unseen", role: "status" }),
    trouble: h("div", { class: "pp-status", role: "status" }),
  };
  parts.undo.className = "pp-link-button";
  name(parts.undo, say("undo"));
  const { state, link, toggle, undo, spoken, trouble } = parts;
  block.append(h("div", { class: "pp-to-plan" }, state, link, toggle, undo), spoken, trouble);
  return parts;
}

/** @param {HTMLElement} button @param {string} text */
const name = (button, text) => {
  /** @type {HTMLElement} */ (button.firstElementChild).textContent = text;
};
