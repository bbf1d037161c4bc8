// A browser at the storage modules, whose n-th call fails. Calls of the stores, of the offline copy and of modules that
// load late are counted alike.
import { mock } from "node:test";
import { openResponse } from "../../../../docs/assets/app/storage/current-response.mjs";
import { placesOf } from "../../../../docs/assets/app/storage/keys.mjs";
import { openKept } from "../../../../docs/assets/app/storage/saved-assessments.mjs";
import { ROOT } from "../../../../docs/assets/app/storage/site.mjs";
import { unpack } from "../../../../docs/assets/app/storage/stored-text.mjs";
import { unwrap } from "../../../../docs/assets/app/response/saved-format.mjs";
import { Store, random } from "../fake_browser.mjs";
import { Element } from "./fake_element.mjs";

const PRACTICES = ["a", "b", "c", "d"];
/** @type {any} */
export const BANK = {
  id: "small",
  bankVersion: "1.0.0",
  levels: [0, 1, 2, 3, 4].map((value) => ({ id: `l${value}`, value })),
  axes: [],
  dimensions: [{ id: "x", axis: "x" }],
  forms: { quick: ["a"], full: PRACTICES },
  practices: PRACTICES.map((id) => ({ id, dimension: "x", anchors: [], rev: id === "a" ? 2 : 1 })),
};
const KEY = placesOf(ROOT.pathname, BANK.id).inUse;
const quota = () => new DOMException("no room", "QuotaExceededError");
const broken = () => new DOMException("out of order", "UnknownError");

/** `grows`: the call would store a longer text than there is.
 * @typedef {{counts: (call: string) => boolean, fails: (call: number, n: number, grows: boolean) => boolean,
 *   error: () => Error}} Kind */
/** @typedef {{current: any, kept: any, status: any}} Opened */

const anyCall = () => true;
const write = (/** @type {string} */ call) => call.endsWith("setItem");
const only = (/** @type {number} */ call, /** @type {number} */ n) => call === n;
const from = (/** @type {number} */ call, /** @type {number} */ n) => call >= n;

/** Which calls fail, from the n-th or only that one, and how. @type {Record<string, Kind>} */
export const KINDS = {
  "one call fails": { counts: anyCall, fails: only, error: broken },
  "all calls fail from one on": { counts: anyCall, fails: from, error: broken },
  "one write finds no room": { counts: write, fails: only, error: quota },
  "no write finds room from one on": { counts: write, fails: from, error: quota },
  "no text may grow from one write on": { counts: write, fails: (call, n, grows) => grows && call >= n, error: quota },
};

mock.timers.enable({ apis: ["Date"] });

/** A page says that it has not started; the person leaves it at that. */
export class NotStarted extends Error {}

export class World {
  calls = 0;
  paused = false;
  /** @type {string|null} the call that failed first */
  planted = null;
  store = new Store();
  /** @type {any[]} */
  tabs = [];
  /** @type {Opened[]} */
  pages = [];
  caches = new Map();

  /** @param {{kind: string, n: number}} fault */
  constructor({ kind, n }) {
    this.kind = KINDS[kind];
    this.n = n;
    // The same ids and times in each run, so that the n-th call is the same one.
    mock.timers.setTime(Date.UTC(2027, 0, 1));
    const next = random(1);
    Object.assign(crypto, { getRandomValues: (/** @type {Uint8Array} */ bytes) => bytes.map(() => next() * 256) });
  }

  /** Counts a call, and fails it where a fault is planted. @param {string} call @param {boolean} grows */
  plan(call, grows = false) {
    if (this.paused || !this.kind.counts(call)) return;
    this.calls += 1;
    if (!this.kind.fails(this.calls, this.n, grows)) return;
    this.planted ??= call;
    throw this.kind.error();
  }

  /** What comes of an act in a world without faults, such as a look at what is stored. @param {() => any} act */
  async clean(act) {
    const before = this.paused;
    this.paused = true;
    const came = await act();
    this.paused = before;
    return came;
  }

  /** @param {number} number of the tab, opened with those before it */
  tab(number) {
    while (this.tabs.length <= number) {
      const tab = this.store.tab();
      tab.plan = (call, _, grows) => this.plan(call, grows);
      this.tabs.push(tab);
    }
    return this.tabs[number];
  }

  /** A page of this tab, opened as a person does: one that does not start says so, and is loaded again. @param {number} number */
  async open(number = 0) {
    const tab = this.tab(number);
    await this.store.drain(random(1)); // loading a page takes longer than any message
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const page = tab.open();
      try {
        const current = await openResponse(BANK, page, () => this.load());
        this.pages[number] = { current, kept: openKept(current), status: new Element() };
        return;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
    throw new NotStarted();
  }

  async load() {
    try {
      this.plan("load");
    } catch {
      throw new TypeError("Failed to fetch dynamically imported module");
    }
    return import("../../../../docs/assets/app/storage/merge.mjs");
  }

  /** The worker has been here: what it keeps is deleted with the rest. */
  keepOffline() {
    const prefix = `push-to-pull ${ROOT.pathname} `;
    this.caches = new Map(["core 1", "read 1"].map((name) => [prefix + name, true]));
    const planted = (/** @type {string} */ call, /** @type {() => any} */ act) => async () => (this.plan(call), act());
    const gone = planted("unregister", () => true);
    const workers = { getRegistration: planted("getRegistration", () => ({ unregister: gone })) };
    const offline = {
      keys: planted("caches keys", () => [...this.caches.keys()]),
      delete: (/** @type {string} */ name) => planted("caches delete", () => this.caches.delete(name))(),
    };
    const globals = { window: { caches: offline }, caches: offline, navigator: { serviceWorker: workers } };
    for (const [name, value] of Object.entries(globals))
      Object.defineProperty(globalThis, name, { value, configurable: true });
  }

  /** Changes the text of the answers in use, as another program or an earlier version might. @param {(text: string) => string} change */
  damage(change) {
    const [tab] = this.tabs;
    const text = tab.items.get(KEY) ?? "";
    return this.clean(() => tab.local.setItem(KEY, change(text)));
  }

  /** The answers in use that are stored, though a page that could not read them shows nothing. @param {number} number */
  stored(number) {
    return unwrap(BANK, unpack(this.tabs[number].items.get(KEY) ?? "").text).response;
  }
}
