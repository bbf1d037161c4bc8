// @ts-check
/** A field for a link that a page has made, and what can be done with it. */
import { h } from "../../ui/dom.mjs";
import { button, copy, send, showCode } from "../link-actions.mjs";

/** @typedef {import("../../types.mjs").Say} Say */

/**
 * @param {string} id of the field
 * @param {Say} say
 * @param {...HTMLElement} more buttons
 * @returns {{box: HTMLElement, set: (url: string) => void, status: HTMLElement}} a field for a link, and what can be done with it
 */
export function linkBox(id, say, ...more) {
  const field = /** @type {HTMLInputElement} */ (h("input", { type: "text", id, readonly: true, spellcheck: "false" }));
  const status = h("p", { class: "pp-status", role: "status" });
  const picture = h("div");
  field.addEventListener("focus", () => field.select());
  const box = h(
    "div",
    { class: "pp-link-box" },
    h("p", {}, h("label", { for: id }, say("link")), field),
    h(
      "p",
      { class: "pp-tools" },
      button(say("copy"), () => copy(field, status, say)),
      "share" in navigator && button(say("send"), () => send(field.value, status, say)),
      button(say("qr_show"), () => showCode(picture, field.value, status, say)),
      ...more,
    ),
    status,
    picture,
  );
  const set = (/** @type {string} */ url) => {
    if (field.value === url) return;
    field.value = url;
    picture.replaceChildren();
    status.textContent = "";
  };
  return { box, set, status };
}
