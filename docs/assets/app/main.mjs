// @ts-check
/** Starts what a page asks for: each element with `data-module` gets that module; one that fails leaves the rest alone. */
import { showAbout } from "./pages/respondent.mjs";
import { openCurrent } from "./storage/current-response.mjs";
import { ROOT } from "./storage/site.mjs";
import { correctKeys } from "./theme/keyboard.mjs";
import { bringTheme } from "./theme/late.mjs";
import { keepOffline } from "./theme/offline.mjs";
import { h } from "./ui/dom.mjs";
import { placesOf } from "./storage/keys.mjs";
import { clearTabName, openStore } from "./storage/local-storage.mjs";

/** What a page may ask for: a module under pages/. */
const MODULE = /^[a-z-]+(\/[a-z-]+)*$/;

/** @param {HTMLElement} element */
async function start(element) {
  const name = element.dataset.module ?? "";
  if (!MODULE.test(name)) throw new Error(`no module is called ${name}`);
  const module = await import(`./pages/${name}.mjs`);
  await module.start(element);
  element.dataset.started = "";
  // Not left to the style sheet, which may not have come.
  for (const notice of element.querySelectorAll(".pp-not-started")) notice.setAttribute("hidden", "");
}

/** @param {HTMLElement} root @param {string|undefined} words what is missing, and what to do: said in front of where it was to be */
function sayMissing(root, words) {
  if (words) root.before(h("p", { class: "pp-notice", role: "status" }, words));
}

clearTabName(window);
correctKeys();
bringTheme();
for (const element of document.querySelectorAll("[data-module]")) {
  const root = /** @type {HTMLElement} */ (element);
  start(root).catch((error) => {
    root.dataset.failed = "";
    sayMissing(root, root.dataset.missing);
    console.error(`${root.dataset.module}:`, error);
  });
}
showAbout().catch((error) => console.error("about:", error));

/** Where there are answers from an earlier time, a page of questions shows them beside the new ones. */
async function showEarlier() {
  const form = /** @type {HTMLElement|null} */ (document.querySelector('[data-module="questionnaire/questionnaire"]'));
  if (!form) return;
  const { outline } = await openCurrent();
  const store = openStore(placesOf(ROOT.pathname, outline.id).before);
  if (store.read().text === null) return;
  try {
    await (await import("./pages/questionnaire/previous-answers.mjs")).start(form, store);
  } catch (error) {
    console.error("earlier answers:", error);
    sayMissing(form, form.dataset.missingEarlier);
  }
}
showEarlier().catch((error) => console.error("earlier answers:", error));

// Not needed before the page is complete.
window.addEventListener("load", () => keepOffline().catch((error) => console.error("offline:", error)));
