// Visits under a service worker again and again, each time with another call of the worker failing, for as many calls as
// a clean run has. Reads {root, builds, unread} as JSON: of each build its worker and its texts by path. Prints the number
// of runs by journey and kind of fault, and what failed, as JSON.
import { readFileSync } from "node:fs";
import { PORTAL, World } from "../fake_worker.mjs";

/** @typedef {{worker: string, files: Record<string, string>, core: string[], rest: string[]}} Build what works
 * without network, from the first visit and from the second page on */
/** @type {{root: string, builds: Build[], unread: string}} */
const { root, builds, unread } = JSON.parse(readFileSync(0, "utf8"));
const KINDS = {
  "one call fails": (call, n) => call === n,
  "all calls fail from one on": (call, n) => call >= n,
};
const OWN_PAGE = 'name="push-to-pull:offline"';
const LINKED = /<\w+(?![^>]*\bdata-late\b)[^>]*\b(?:src|href)="(?:\.\.\/)*(assets\/[^"#]+)/g;
const WITHOUT_SCRIPT = /<noscript>.*?<\/noscript>/g;

/** A reader, the browser and the host. */
class Reader {
  calls = 0;
  /** @type {string|null} */
  planted = null;
  /** @type {string[]} calls that failed since the last request */
  hit = [];
  /** @type {string[]} */
  failed = [];
  online = 0; // the build on the host
  /** @type {string|null} a page that stays open in another tab */
  beside = null;
  /** @type {{text: string, handlers: any}|null} */
  active = null;
  /** @type {{text: string, handlers: any}|null} */
  waiting = null;

  constructor(kind, n) {
    this.world = new World(root, (path) => this.fromHost(path));
    this.world.plan = (call) => {
      this.calls += 1;
      if (!KINDS[kind](this.calls, n)) return;
      this.planted ??= call;
      this.hit.push(call);
      throw call === "fetch" ? new TypeError("Failed to fetch") : new DOMException("out of order", "UnknownError");
    };
  }

  fromHost(path) {
    const text = builds[this.online].files[path];
    const type = path.endsWith("/") ? "text/html" : "text/plain";
    return text === undefined ? null : new Response(text, { headers: { "Content-Type": type } });
  }

  /** @returns {Promise<string|null>} null where the reader gets the browser's own page of an error */
  async request(path, mode) {
    this.hit = [];
    try {
      const given = this.active && (await this.world.ask(this.active.handlers, path, mode));
      return await (given ?? this.world.fromNetwork(path.split("#")[0])).text();
    } catch {
      return null;
    }
  }

  /** Opens a page with all it links to, and looks whether it is what it should be. */
  async open(address) {
    const { network } = this.world;
    const text = await this.request(address, "navigate");
    const [path] = address.split("#");
    const build = builds.find(({ files }) => files[path] === text);
    const down = network !== "site" || this.hit.includes("fetch");
    const expect = (/** @type {boolean} */ is, /** @type {string} */ what) =>
      is || this.failed.push(`${path}: ${what}`);
    if (text === PORTAL) expect(network === "portal", "the page of another network");
    else if (text === unread) expect(down, "is told to be offline, and is not");
    else if (text === null) expect(down, "nothing comes");
    else expect(build !== undefined, `what no build has: ${text}`);
    if (this.active && this.hit.length === 0 && this.keeps(path))
      expect(build !== undefined, "does not work without network");
    // What is brought late is for the search, which says itself when it cannot.
    for (const [, asset] of text?.replaceAll(WITHOUT_SCRIPT, "").matchAll(LINKED) ?? [])
      await this.load(root + asset, build);
    this.world.windows = this.beside ? [path, this.beside] : [path];
    this.leave();
    if (network === "site") await this.update(text);
  }

  /** Loads what a page of this build asks for, and looks whether it is of the same build. */
  async load(path, build) {
    const got = await this.request(path, "no-cors");
    const online = this.world.network === "site";
    if (!online && ![...(build?.core ?? []), ...(build?.rest ?? [])].includes(path)) return;
    const onHost = online && builds[this.online].files[path] !== undefined;
    const excused = this.hit.includes("fetch") || (this.hit.length > 0 && !onHost);
    if (got !== build?.files[path] && !excused) this.failed.push(`${path} of the same build does not come`);
  }

  /** Whether the worker in charge has promised to work without network here. */
  keeps(path) {
    return builds.some(({ worker, core }) => worker === this.active?.text && core.includes(path));
  }

  /** As a browser after each page: a worker that differs is installed, and waits unless it is the first or will not. @param {string|null} page */
  async update(page) {
    const { worker: text } = builds[this.online];
    if ([this.active?.text, this.waiting?.text].includes(text)) return;
    if (!this.active && !page?.includes(OWN_PAGE)) return;
    const handlers = this.world.start(text);
    if ((await this.world.handle(handlers, "install")).failed) return;
    this.waiting = { text, handlers };
    if (!this.active || this.world.left.splice(0).includes("took over")) await this.activate();
  }

  async activate() {
    [this.active, this.waiting] = [this.waiting, null];
    await this.world.handle(this.active?.handlers, "activate");
    this.leave();
  }

  /** A worker that has taken itself away is gone from the next page on. */
  leave() {
    if (this.world.left.splice(0).includes("gone")) this.active = null;
  }

  /** The reader is told of a new build, agrees, and the page is loaded again. */
  async agree(path) {
    if (!this.waiting) return;
    await this.world.handle(this.waiting.handlers, "message", { data: "take over" });
    if (this.world.left.splice(0).includes("took over")) await this.activate();
    await this.open(path);
  }

  /** The fault has passed: after two pages all works with the build on the host, without network too. */
  async end() {
    const addresses = [...this.world.stores.values()].flatMap(({ entries }) => [...entries.keys()]);
    for (const each of addresses) if (each.includes("#")) this.failed.push(`${each} is kept with what is behind its #`);
    this.world.plan = () => {};
    this.world.network = "site";
    await this.open(root);
    await this.agree(root);
    await this.open(`${root}method/`);
    const { files, core, rest, worker } = builds[this.online];
    const expected = core.length > 0 ? worker : undefined;
    if (this.active?.text !== expected) this.failed.push("the build on the host is not in charge");
    this.world.network = "down";
    for (const path of [...core, ...rest].filter((each) => each.endsWith("/"))) {
      await this.open(path);
      if ((await this.request(path, "navigate")) !== files[path]) this.failed.push(`${path}: not the one on the host`);
    }
  }
}

/** @type {Record<string, (reader: Reader) => Promise<void>>} */
const JOURNEYS = {
  async "visit pages, then without network"(reader) {
    const pages = ["", "method/", "results/#r=answers", "assessment/quick/", "assessment/trust/"];
    for (const path of pages) await reader.open(root + path);
    reader.world.network = "down";
    for (const path of ["", "method/", "assessment/quick/", "assessment/trust/", "gone/"])
      await reader.open(root + path);
  },

  async "a captive network between visits"(reader) {
    await reader.open(root);
    reader.world.network = "portal";
    for (const path of ["results/", "method/", "assessment/trust/"]) await reader.open(root + path);
    reader.world.network = "site";
    for (const path of ["method/", "assessment/trust/"]) await reader.open(root + path);
  },

  async "a new build while a page is open"(reader) {
    for (const path of ["", "method/"]) await reader.open(root + path);
    reader.online = 1;
    for (const path of ["assessment/trust/", "method/"]) await reader.open(root + path);
    await reader.agree(`${root}method/`);
    for (const path of ["results/", "assessment/trust/"]) await reader.open(root + path);
    reader.world.network = "down";
    for (const path of ["results/", "method/", "assessment/trust/"]) await reader.open(root + path);
  },

  async "a new build while another tab stays with the old one"(reader) {
    for (const path of ["", "results/"]) await reader.open(root + path);
    reader.beside = `${root}results/`;
    const [before] = builds;
    const inCharge = reader.active?.text === before.worker;
    reader.online = 1;
    for (const path of ["", ""]) await reader.open(root + path);
    await reader.agree(root);
    // What that page loads only now.
    if (inCharge)
      for (const path of before.core.filter((each) => each.endsWith(".json"))) await reader.load(path, before);
  },

  async "the worker is switched off"(reader) {
    for (const path of ["", "method/"]) await reader.open(root + path);
    reader.online = 2;
    for (const path of ["", "method/", "assessment/trust/"]) await reader.open(root + path);
  },
};

/** @type {Record<string, Record<string, number>>} */
const runs = {};
/** @type {string[]} */
const failed = [];
for (const [journey, take] of Object.entries(JOURNEYS))
  for (const kind of Object.keys(KINDS)) {
    const run = async (n) => {
      const reader = new Reader(kind, n);
      await take(reader);
      const { calls } = reader;
      await reader.end();
      for (const each of reader.failed) failed.push(`${journey}, ${kind}, ${n} (${reader.planted}): ${each}`);
      return calls;
    };
    const calls = await run(Infinity);
    (runs[journey] ??= {})[kind] = calls;
    for (let n = 1; n <= calls; n += 1) await run(n);
  }
console.log(JSON.stringify({ runs, failed }, null, 1));
