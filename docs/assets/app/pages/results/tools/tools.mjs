// @ts-check
/** What can be done with a result: send, keep, compare, save, print. Each part is loaded when it is first opened. */
import { h } from "../../../ui/dom.mjs";
import { MARK } from "../../../links/mark.mjs";
import { dressed } from "../lazy.mjs";

/** @typedef {import("../../../types.mjs").Response} Response */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {{response: Response, problems: import("../../../types.mjs").Problem[], code: string}} Guest a shared result, in place of one's own; its code as the address has it */
/**
 * @typedef {object} ResultPage
 * @property {import("../../../types.mjs").WholeBank} bank
 * @property {import("../../../storage/current-response.mjs").Current} current
 * @property {Say} say the words of the page
 * @property {() => import("../view.mjs").View} view what is handed on: never what is only tried out
 * @property {() => void} redraw
 * @property {(aside: boolean) => void} setAside what is tried out, while the page is on paper
 */
/**
 * Once a part has been opened, `say` has the words of the tools, and the others are there too.
 * @typedef {ResultPage & {root: HTMLElement, sayExport: Say, messageOf: import("../../words.mjs").Spoken["messageOf"], guest: Guest|null, changed: () => void,
 *   onChange: (listener: () => void) => void, open: (part: string) => Promise<void>,
 *   fill: (place: HTMLElement, part: string) => Promise<boolean>, arrive: () => Promise<void>}} Tools
 */

/** @type {Record<string, () => Promise<{fill: (place: HTMLElement, tools: Tools) => void}>>} */
const PARTS = {
  sharing: () => import("./share.mjs"),
  snapshots: () => import("./snapshots.mjs"),
  comparing: () => import("./compare.mjs"),
  exporting: () => import("./export.mjs"),
  card: () => import("../card/card.mjs"),
};

/** @param {HTMLElement} root of the results @param {ResultPage} page @returns {Tools} */
export function openTools(root, page) {
  /** @type {(() => void)[]} */
  const listeners = [];
  const notLoaded = page.say("not_loaded"); // the words of the tools may be what did not come
  const folds = /** @type {HTMLDetailsElement[]} */ ([...root.querySelectorAll("[data-desk]")]);
  /** @type {Tools} */
  const tools = {
    ...page,
    root,
    sayExport: page.say,
    messageOf: ({ code }) => code,
    guest: null,
    changed: () => listeners.forEach((listener) => listener()),
    onChange: (listener) => listeners.push(listener),
    async open(part) {
      const details = /** @type {HTMLDetailsElement} */ (folds.find(({ dataset }) => dataset.desk === part));
      details.open = true;
      await fillOnce(details);
      details.querySelector("summary")?.focus();
    },
    fill: (place, part) => fill(tools, place, part, notLoaded),
    async arrive() {
      if (!location.hash.startsWith(MARK)) return;
      try {
        const [{ receive }] = await Promise.all([import("./shared-view.mjs"), worded(tools), dressed()]);
        await receive(tools, location.hash.slice(MARK.length));
      } catch (error) {
        console.error("shared link:", error);
        root.querySelector("[data-shared]")?.replaceChildren(h("p", {}, notLoaded));
      }
    },
  };
  const fillOnce = onceEach(tools);
  for (const details of folds) {
    details.addEventListener("toggle", () => details.open && fillOnce(details));
    if (details.open) fillOnce(details); // before this was there
  }
  window.addEventListener("hashchange", () => location.hash.startsWith(MARK) && tools.arrive().then(page.redraw));
  return tools;
}

/** @param {Tools} tools @returns {Promise<void>} once they have the words of all parts */
async function worded(tools) {
  const { tools: say, exports, messageOf } = await (await import("../../words.mjs")).loadWords();
  Object.assign(tools, { say, sayExport: exports, messageOf });
}

/** @param {Tools} tools @param {HTMLElement} place @param {string} part @param {string} notLoaded what the place says where it did not come @returns {Promise<boolean>} whether it came */
async function fill(tools, place, part, notLoaded) {
  place.setAttribute("aria-busy", "true");
  place.textContent = "";
  try {
    const [module] = await Promise.all([PARTS[part](), worded(tools), dressed()]);
    await module.fill(place, tools);
    return true;
  } catch (error) {
    console.error(`${part}:`, error);
    place.textContent = notLoaded;
    return false;
  } finally {
    place.removeAttribute("aria-busy");
  }
}

/** @param {Tools} tools @returns {(details: HTMLDetailsElement) => Promise<void>} fills a fold, and tries again after a failure */
function onceEach(tools) {
  /** @type {Map<string, Promise<void>>} */
  const filled = new Map();
  const load = async (/** @type {HTMLDetailsElement} */ details, /** @type {string} */ part) => {
    const place = h("div");
    details.append(place);
    if (!(await tools.fill(place, part))) filled.delete(part);
  };
  return (details) => {
    const part = details.dataset.desk ?? "";
    if (!filled.has(part)) filled.set(part, load(details, part));
    return /** @type {Promise<void>} */ (filled.get(part));
  };
}
