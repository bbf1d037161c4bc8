// @ts-check
/** The quick form inside somebody else's page: its result below it, its height told to that page, its links in new tabs. */
import { encode } from "../links/link.mjs";
import { MARK } from "../links/mark.mjs";
import { openCurrent } from "../storage/current-response.mjs";
import { ROOT, loadJson } from "../storage/site.mjs";
import { sayer, styled } from "../ui/dom.mjs";
import { first } from "./results/sections/first.mjs";
import { figures, headline } from "./results/sections/headline.mjs";
import { map } from "./results/sections/map.mjs";
import { viewOf } from "./results/view.mjs";

/** @typedef {import("./results/view.mjs").View} View */
/** @typedef {import("../storage/current-response.mjs").Current} Current */

const MESSAGE = "push-to-pull/height";
const BELOW = 32; // pixels that the theme leaves under a page, at most
const STEP = 50; // pixels: to the last one, the height would tell the other page a little of the result
const PARTS = { headline, figures, map, first };
/** Nothing is tried out here. */
const NO_ACTS = { edit: () => {}, tick: () => {}, look: () => {} };

/** @param {HTMLElement} root */
export async function start(root) {
  tellHeight(root);
  root.addEventListener("click", openApart);
  const current = await openCurrent();
  const result = /** @type {HTMLElement} */ (root.querySelector("[data-embedded]"));
  const folds = new Map();
  let shown = false;
  const show = async () => {
    const [bank] = await Promise.all([loadJson("bank.json"), styled("results.css")]);
    draw(result, bank, current, folds);
    result.hidden = false;
    shown = true;
  };
  root.addEventListener("click", async (event) => {
    if (!(/** @type {Element} */ (event.target).closest('[href="#result"]'))) return;
    event.preventDefault();
    await show();
    result.focus();
  });
  current.subscribe(() => void (shown && show()));
}

/** @param {HTMLElement} result @param {View["bank"]} bank @param {Current} current @param {View["folds"]} folds */
function draw(result, bank, { response }, folds) {
  const looks = /** @type {const} */ ({ sort: "order", chart: "bars" });
  const view = viewOf(bank, response, { trial: null, guest: true, looks, folds, say: sayer(result), act: NO_ACTS });
  for (const [name, part] of Object.entries(PARTS)) {
    const nodes = part(view).filter((node) => node !== null);
    result.querySelector(`[data-part="${name}"]`)?.replaceChildren(...nodes);
  }
  // Storage in a frame is another one than that of the site: the answers travel in the link.
  const whole = `${new URL("results/", ROOT)}${MARK}${encode(bank, response)}`;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    result.querySelectorAll('a[href^="#"], [data-whole]')
  ))
    link.href = whole;
}

/** The site's other pages may not be framed. @param {Event} event */
function openApart({ target }) {
  const link = /** @type {HTMLAnchorElement|null} */ (/** @type {Element} */ (target).closest("a[href]"));
  if (!link || link.getAttribute("href")?.startsWith("#")) return;
  link.target = "_blank";
  link.rel = "noopener";
}

/** @param {HTMLElement} root whose lower edge is told to the page around this one, now and at each change */
function tellHeight(root) {
  if (window.parent === window) return;
  let last = 0;
  new ResizeObserver(() => {
    const end = root.getBoundingClientRect().bottom + window.scrollY + BELOW;
    const height = Math.ceil(end / STEP) * STEP;
    if (height === last) return;
    last = height;
    window.parent.postMessage({ type: MESSAGE, height }, "*"); // a number, and whoever frames this page may have it
  }).observe(root);
}
