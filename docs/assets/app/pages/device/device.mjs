// @ts-check
/** The page of what is kept on this device: each assessment with what can be done with it, and deleting everything. */
import { openCurrent } from "../../storage/current-response.mjs";
import { download, h, sayer, styled } from "../../ui/dom.mjs";
import { actsOf, begin } from "./actions.mjs";
import { rowOf } from "./row.mjs";
import { offerWipe } from "./delete-all.mjs";
import { openKept } from "../../storage/saved-assessments.mjs";
import { worthKeeping } from "../../response/saved-format.mjs";
import { showTrouble } from "../save-status.mjs";

/** @typedef {import("../../ui/dom.mjs").Child} Child */
/** @typedef {import("../../ui/dom.mjs").Say} Say */
/** @typedef {import("../../storage/saved-assessments.mjs").Kept} Kept */
/**
 * What each action needs: words, the store, a way to say what happened (with an undo, if there is one), and to
 * redraw the page with the focus on a thing.
 * @typedef {object} DevicePage
 * @property {import("../../storage/current-response.mjs").Current} current
 * @property {Kept} kept
 * @property {Say} say
 * @property {import("../words.mjs").Spoken["messageOf"]} messageOf what reading one had to report
 * @property {(text: string, undo?: () => void) => void} tell
 * @property {(trouble: import("../../storage/saved-assessments.mjs").Trouble) => void} refuse
 * @property {(key: string|null) => void} rename opens the field for the name of this one, or closes it
 * @property {(key: string) => void} focus on the first thing marked with this key
 */

/** @param {HTMLElement} root */
export async function start(root) {
  const [current, words] = await Promise.all([
    openCurrent(),
    import("../words.mjs").then(({ loadWords }) => loadWords()),
    styled("device.css"),
  ]);
  const kept = openKept(current);
  const say = sayer(root);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));
  /** @type {string|null} */
  let renaming = null;

  const show = () => {
    // After all is deleted, nothing is left to draw.
    if (!root.querySelector("[data-in-use]")) return;
    // A field that is being written in stays as it is.
    const field = root.querySelector("form[data-rename]");
    if (field?.getAttribute("data-rename") !== renaming || field === null) draw(root, page, renaming);
    showTrouble(part("data-trouble-text"), current, say);
  };
  const focus = (/** @type {string} */ key) => {
    const goal = /** @type {HTMLElement|null} */ (root.querySelector(`[data-focus="${CSS.escape(key)}"]`));
    goal?.focus();
    if (goal instanceof HTMLInputElement) goal.select();
  };
  const tell = (/** @type {string} */ text, /** @type {(() => void)|undefined} */ undo = undefined) => {
    const back = () => {
      part("data-told").replaceChildren(h("p", {}, say("undone")));
      undo?.();
      part("data-told").focus();
    };
    const button = h("button", { type: "button", class: "pp-link-button", onclick: back }, say("undo"));
    part("data-told").replaceChildren(h("p", {}, text, undo && " ", undo && button));
    if (undo) button.focus();
  };
  /** @type {DevicePage} */
  const page = {
    current,
    kept,
    say,
    messageOf: words.messageOf,
    tell,
    refuse(trouble) {
      tell(say(`cannot_${trouble}`), undefined);
      part("data-told").focus();
    },
    rename(key) {
      renaming = key;
      draw(root, page, renaming);
      if (key !== null) focus(`name-${key}`);
    },
    focus,
  };
  showAside(part(`data-part="aside"`), page);
  current.subscribe(show);
  kept.subscribe(show);
  show();
  offerWipe(root, page);
}

/** @param {HTMLElement} root @param {DevicePage} page @param {string|null} renaming */
function draw(root, page, renaming) {
  const { kept, say } = page;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));
  const fill = (/** @type {string} */ name, /** @type {HTMLElement[]} */ rows) =>
    root.querySelector(`[data-${name}]`)?.replaceChildren(h("ul", { class: "pp-shelf" }, ...rows));
  const focused = document.activeElement?.getAttribute("data-focus");
  const present = kept.inUse();
  const others = kept.others();
  const worth = worthKeeping(present);
  fill("in-use", [rowOf("in-use", { ...present, problems: [] }, actsOf(page, null), { page, renaming, worth })]);
  fill(
    "others",
    others.map((entry) => rowOf(entry.id, entry, actsOf(page, entry), { page, renaming, worth: true })),
  );
  const fresh = h(
    "button",
    { type: "button", class: "md-button", "data-focus": "begin", onclick: () => begin(page) },
    say("begin"),
  );
  root.querySelector("[data-begin]")?.replaceChildren(...(worth ? [fresh] : []));
  part("in-use").hidden = false;
  part("others").hidden = others.length === 0 && !worth;
  /** @type {HTMLElement} */ (root.querySelector("[data-others]")).hidden = others.length === 0;
  if (focused && !document.activeElement?.hasAttribute("data-focus")) page.focus(focused);
}

/** @param {HTMLElement} section @param {DevicePage} page what could not be read, each to save or to delete */
function showAside(section, { current, kept, say, tell }) {
  const rowOf = (/** @type {string} */ name) => {
    const text = kept.aside.at(name).read().text ?? "";
    const save = () => download(`${current.outline.id}-unreadable.txt`, text, "text/plain");
    const back = () => {
      kept.aside.at(name).write(text);
      show();
    };
    const away = () => {
      kept.aside.at(name).remove();
      show();
      tell(say("aside_deleted"), back);
    };
    const button = (/** @type {string} */ key, /** @type {() => void} */ onclick) =>
      h("button", { type: "button", class: "pp-link-button", onclick }, say(key));
    const acts = [button("save_aside", save), button("delete_aside", away)];
    return h("li", {}, h("p", { class: "pp-shelf__acts" }, ...acts));
  };
  const show = () => {
    const names = kept.aside.names();
    section.hidden = names.length === 0;
    section.querySelector("[data-aside]")?.replaceChildren(h("ul", { class: "pp-shelf" }, ...names.map(rowOf)));
  };
  show();
}
