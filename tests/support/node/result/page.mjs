// The result page without a browser: the site's modules draw it, keep what changes, and announce it. For golden cases.
import { registerHooks } from "node:module";
import { Store } from "../fake_browser.mjs";
import { linesOf, unfold } from "./texts.mjs";
import { DESKS, PARTS, setStore, template, worldOf } from "./world.mjs";

const APP = new URL("../../../../docs/assets/app/", import.meta.url);
const ROOT = new URL("../../", APP); // of the site; no case is to name it, nor how long it is
const PLACE = "https://example.org/";
const HEARD = "[role=status], [role=alert]";
const TURNS = 20; // more than anything takes that waits for no other thread

/** @typedef {{copies?: boolean, sends?: boolean, draws?: boolean, compresses?: boolean}} Abilities of a browser; `sends: false` offers to send, and fails */
/** @typedef {{bank: any, response: any, words: Record<string, any>, earlier: any, link?: string, steps: any[],
 *   open: string[], whole: boolean, now: string, store: string, browser: Abilities, stored: Record<string, string>,
 *   text: string|null, missing: string[]}} Case `words` by section; `steps`: texts of buttons
 *   to press, and what to write or choose in a field, by its label; `open`: tools, from the start; `whole`: with tables
 *   and all that can be chosen; `store`: open, full or blocked; `text`: what the browser
 *   keeps in place of the response; `missing`: files that do not come */

let cases = 0;
// What keeps anything between one press and the next is loaded anew for each page.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return /\/app\/(pages|storage)\//.test(found.url) ? { ...found, url: `${found.url}?${cases}` } : found;
  },
});

/**
 * @param {Case} given
 * @returns {Promise<Record<string, string[]>>} the lines of each part that says anything, and under `said` what was
 *   announced after each step
 */
export const textsOf = (given) => inWorld(given, template(given.words), shown);

/**
 * @template T
 * @param {any} given as `worldOf` takes it @param {any} root @param {(given: any, tab: any, root: any) => Promise<T>} draw
 * @returns {Promise<T>} what a page with this root gives in a world of its own
 */
export async function inWorld(given, root, draw) {
  cases += 1;
  const tab = new Store().tab();
  const leave = enter(worldOf(structuredClone(given), tab, root));
  try {
    return await draw(given, tab, root);
  } finally {
    leave();
  }
}

/** @param {Record<string, any>} world that the page finds @returns {() => void} puts back what was there */
function enter(world) {
  let over = false;
  const later = setTimeout;
  const all = { ...world, setTimeout: (told, wait) => later(() => over || told(), wait).unref() };
  /** @type {[string, PropertyDescriptor|undefined][]} */
  const before = Object.keys(all).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]);
  for (const [name, value] of Object.entries(all))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return () => {
    over = true;
    for (const [name, was] of before) {
      delete globalThis[name];
      if (was) Object.defineProperty(globalThis, name, was);
    }
  };
}

/** @param {any} root @returns {Promise<void>} once all that can be unfolded is there */
async function settled(root) {
  const busy = "[aria-busy]:not([data-rest])";
  do {
    unfold(root);
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((done) => setImmediate(done));
  } while (root.querySelector(busy) || root.querySelector("details:not([open]):not([data-desk])"));
}

/** @param {any} root @param {string} text @returns {Promise<void>} once the page says it, which another thread has a part in */
async function untilSaid(root, text) {
  for (let turn = 0; !unmarked(root.textContent).includes(text); turn += 1) {
    if (turn > 100_000) throw new Error(`the page never says ${text}`);
    await new Promise((done) => setImmediate(done));
  }
}

/** @param {string} text with the marks by which cases know words @returns {string} without */
const unmarked = (text) => text.replace(/[\ue000-\uf8ff]/g, "").trim();

/** Presses the first button with a text, or writes into the fields by their labels, or chooses there. */
function act(root, tab, step) {
  if (typeof step === "string") {
    const called = (each) => unmarked(linesOf(each, false).join(" "));
    const all = root.querySelectorAll("button");
    const found = all.filter((each) => called(each) === step && !each.closest("[hidden]"));
    if (found.length === 0) throw new Error(`no button is called ${step}; there are: ${all.map(called).join(", ")}`);
    return found[0].click();
  }
  const [[name, given]] = Object.entries(step);
  if (name === "store") return setStore(tab, given);
  if (name === "elsewhere") return changeElsewhere(tab, given);
  const field = fieldOf(root, name);
  const option = field.querySelectorAll("option").find((each) => unmarked(each.textContent) === given);
  if (typeof given === "boolean") field.checked = given;
  else if (typeof given === "object") field.files = [fileOf(given)];
  else field.value = option?.value ?? given;
  for (const type of ["input", "change"]) field.dispatch(type);
}

/** @param {any} tab @param {string} text that another tab has stored */
function changeElsewhere(tab, text) {
  const [key] = tab.items.keys();
  const oldValue = tab.items.get(key);
  tab.items.set(key, text);
  tab.page.dispatch("storage", { key, newValue: text, oldValue });
}

/** @param {{name: string, text?: string, size?: number}} given @returns a file as a field gives it out; without a text it cannot be read */
const fileOf = ({ name, text, size = text?.length }) => ({
  ...{ name, size },
  arrayBuffer: async () =>
    text === undefined ? Promise.reject(new Error("it cannot be read")) : new TextEncoder().encode(text).buffer,
});

/** @returns {any} the field with this label */
function fieldOf(root, name) {
  const [label] = root
    .querySelectorAll("label")
    .filter((each) => each.childNodes.some((part) => unmarked(part.textContent) === name));
  const field = label?.querySelector("input, select, textarea") ?? root.querySelector(`#${label?.getAttribute("for")}`);
  const fields = root.querySelectorAll("input, select, textarea");
  const found = field ?? fields.find((each) => unmarked(each.getAttribute("aria-label") ?? "") === name);
  if (!found) throw new Error(`no field is called ${name}`);
  return found;
}

/** @param {string} path @returns {Promise<any>} a module of the site */
export const load = (path) => import(new URL(path, APP).href);

/** @returns {Promise<string>} the key under which the browser keeps this text of a response from now on */
export async function keep(tab, bank, text) {
  const { inUse } = (await load("storage/keys.mjs")).placesOf(ROOT.pathname, bank.id);
  tab.items.set(inUse, text);
  return inUse;
}

/** @param {Case} given @param {any} tab @param {any} root @returns {Promise<Record<string, string[]>>} */
async function shown({ bank, response, steps, open, whole, store, stored, text }, tab, root) {
  for (const name of open) root.querySelector(`[data-desk="${name}"]`).open = true;
  const inUse = await keep(tab, bank, text ?? JSON.stringify(response));
  for (const [name, other] of Object.entries(stored)) tab.items.set(`${inUse}:${name}`, other);
  setStore(tab, store);
  const { start } = await load("pages/results/results.mjs");
  await start(root);
  await settled(root);
  const heard = () => new Map(root.querySelectorAll(HEARD).map((each) => [each, each.textContent]));
  const said = [];
  for (const step of steps) {
    const before = heard();
    if (step.until) await untilSaid(root, step.until);
    else act(root, tab, step);
    await settled(root);
    for (const [each, text] of heard()) if (text && before.get(each) !== text) said.push(...linesOf(each, whole));
  }
  const lines = (selector) => root.querySelectorAll(selector).flatMap((each) => linesOf(each, whole));
  const found = {
    title: linesOf(globalThis.document.querySelector("h1"), whole),
    shared: lines("[data-shared]"),
    ...Object.fromEntries(PARTS.map((name) => [name, lines(`[data-part="${name}"]`)])),
    ...Object.fromEntries(DESKS.map((name) => [name, lines(`[data-desk="${name}"]`)])),
    trouble: lines("[data-trouble-text]"),
    notice: lines("[data-snapshot-text]"),
    kept: lines("[data-kept]"),
    window: lines("dialog"),
    paper: lines("[data-paper]"),
    said,
  };
  // As long as it would be there; how far a long one is compressed is not the site's doing.
  const size = (n) => String(n < 1000 ? n - ROOT.href.length + PLACE.length : "#");
  const placed = (line) => line.replaceAll(ROOT.href, PLACE).replace(/\d+(?= characters)/, size);
  const texts = Object.entries(found).map(([name, all]) => [name, all.map(placed)]);
  return Object.fromEntries(texts.filter(([, all]) => all.length > 0));
}
