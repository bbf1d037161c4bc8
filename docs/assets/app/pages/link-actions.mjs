// @ts-check
/** What can be done with a link or a text that a page has made: copied, sent with what the device offers, shown as a QR code. */
import { h } from "../ui/dom.mjs";

/** @typedef {import("../types.mjs").Say} Say */

/** @param {HTMLInputElement|HTMLTextAreaElement} field @param {HTMLElement} status @param {Say} say */
export async function copy(field, status, say) {
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = say("copied");
  } catch {
    // Without https, or where it is forbidden: the text is marked, so that one key copies it.
    field.focus();
    field.select();
    status.textContent = say("copy_yourself");
  }
}

/** @param {string} url @param {HTMLElement} status @param {Say} say */
export async function send(url, status, say) {
  try {
    await navigator.share({ title: say("send_title"), url });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) status.textContent = say("not_sent");
  }
}

/** @param {HTMLElement} place @param {string} url @param {HTMLElement} status @param {Say} say */
export async function showCode(place, url, status, say) {
  try {
    const { squares } = await import("../charts/qr.mjs");
    const code = squares(url, say("qr_title"));
    status.textContent = say(code ? "qr_shown" : "qr_too_long");
    place.replaceChildren(...(code ? [code, h("p", { class: "pp-legend" }, say("qr_text"))] : []));
  } catch (error) {
    console.error("code:", error);
    status.textContent = say("qr_missing");
  }
}

/** @param {string} text @param {() => void} onclick @param {string} [kind] @returns {HTMLElement} */
export const button = (text, onclick, kind = "md-button") =>
  h("button", { type: "button", class: kind, onclick }, text);
