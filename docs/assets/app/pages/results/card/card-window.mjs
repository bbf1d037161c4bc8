// @ts-check
/** The window that shows the card over the page. */
import { h } from "../../../ui/dom.mjs";

/** @typedef {import("../tools/tools.mjs").Tools} Tools */

/** @type {HTMLDialogElement|undefined} */
let dialog;

/** @param {Tools} tools @returns {Promise<void>} once the card is there, or says that it cannot be loaded */
export async function open(tools) {
  if (dialog) return dialog.showModal();
  const heading = h("h2", { id: "card-window", tabindex: -1, autofocus: true }, tools.view().say("card"));
  const place = h("div");
  const window = /** @type {HTMLDialogElement} */ (
    h("dialog", { class: "pp-dialog", "aria-labelledby": heading.id }, heading, place)
  );
  tools.root.append(window);
  window.showModal();
  if (await tools.fill(place, "card")) dialog = window;
  else window.addEventListener("close", () => window.remove());
  const close = () => window.close();
  window.append(h("button", { type: "button", class: "pp-link-button", onclick: close }, tools.say("close")));
}
