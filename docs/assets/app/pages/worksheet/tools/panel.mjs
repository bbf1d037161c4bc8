// @ts-check
/** Where a button of a sheet shows what it opens: a heading that takes the focus, and a way to close it. */
import { loadWords } from "../../words.mjs";
import { h, styled } from "../../../ui/dom.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("../../../ui/dom.mjs").Child} Child */

/** @returns {Promise<Say>} the words of what buttons open */
export async function sayMore() {
  const [{ worksheet_more: say }] = await Promise.all([loadWords(), styled("worksheet-more.css")]);
  return say;
}

/** What had the focus before. @type {HTMLElement|null} */
let opener = null;

/** @param {SheetPage} page @param {Say} say @param {string} title @param {...Child} children */
export function show({ panel }, say, title, ...children) {
  const { activeElement } = document;
  if (!panel.contains(activeElement)) opener = /** @type {HTMLElement|null} */ (activeElement);
  const close = () => {
    panel.replaceChildren();
    opener?.focus();
  };
  const heading = h("h3", { tabindex: "-1", id: "panel" }, title);
  const button = h("button", { type: "button", class: "pp-link-button", onclick: close }, say("close"));
  panel.replaceChildren(h("section", { "aria-labelledby": "panel" }, heading, ...children, button));
  heading.focus();
}

/** @param {string} text @param {() => unknown} act @param {boolean} [first] @returns {HTMLElement} */
export const button = (text, act, first = false) =>
  h("button", { type: "button", class: `md-button${first ? " md-button--primary" : ""}`, onclick: act }, text);
