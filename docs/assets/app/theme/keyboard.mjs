// @ts-check
/** Corrects the theme's keys (Material 9.8.1): too many act anywhere, and three of its switches take none. */
import { h } from "../ui/dom.mjs";

/** They cannot be turned off (WCAG 2.1.4) and would carry a respondent off the page. */
const SHORTCUTS = ["n", "p", ".", ",", "f", "s", "/"];

export function correctKeys() {
  window.addEventListener("keydown", (event) => SHORTCUTS.includes(event.key) && event.stopPropagation(), {
    capture: true,
  });
  giveButton("__drawer", ".md-nav--primary");
  giveButton("__search", ".md-search");
  document.querySelector("[data-md-component=palette]")?.addEventListener("keydown", switchColours);
}

/**
 * The menu and the search open by a label that takes no focus (mkdocs-material#4101): a button takes its place.
 * @param {string} id of the checkbox that the label belongs to
 * @param {string} opened selector of what opens
 */
function giveButton(id, opened) {
  const toggle = /** @type {HTMLInputElement|null} */ (document.getElementById(id));
  const label = document.querySelector(`label.md-header__button[for=${id}]`);
  const place = /** @type {HTMLElement|null} */ (document.querySelector(opened));
  if (!toggle || !label || !place) return;
  const names = { class: label.className, "data-opens": id, "aria-label": toggle.getAttribute("aria-label") };
  const button = h(
    "button",
    { type: "button", ...names, "aria-expanded": "false", onclick: () => toggle.click() },
    ...label.childNodes,
  );
  toggle.addEventListener("change", async () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
    (await import("./opened.mjs")).follow(toggle, place, button);
  });
  label.replaceWith(button);
}

/** The switch of colours is a radio that looks like a button, and takes Enter alone (mkdocs-material#7003). @param {Event} event */
function switchColours(event) {
  const { key, target } = /** @type {KeyboardEvent & {target: HTMLElement}} */ (event);
  if (key !== "Enter" && key !== " ") return;
  const label = /** @type {HTMLLabelElement} */ (target.nextElementSibling);
  event.preventDefault();
  event.stopImmediatePropagation(); // the theme takes Enter as well, and would go one further
  document.getElementById(label.htmlFor)?.click();
  document.getElementById(label.htmlFor)?.focus();
}
