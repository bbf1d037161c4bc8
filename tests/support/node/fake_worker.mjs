// What a service worker sees of a browser: a network that may fail or lie, the browser's own copies of files, its stores,
// its windows. Any call can be made to fail.
import { createHash } from "node:crypto";
import vm from "node:vm";

export const PORTAL = "<h1>Log in to this network</h1>";
const HTML = { "Content-Type": "text/html; charset=utf-8" };
export const pathOf = (/** @type {string} */ url) => decodeURIComponent(new URL(url).pathname);

/** @type {Map<string, Function>} */
const known = new Map();

/** @param {string} text of a worker @returns {Function} runs it with these in place of the browser's */
function compiled(text) {
  const made = known.get(text) ?? vm.compileFunction(text, ["self", "caches", "fetch"]);
  known.set(text, made);
  return made;
}

/** One store of the browser, by address. */
class Cache {
  /** @type {Map<string, Response>} */
  entries = new Map();
  /** @param {World} world */
  constructor(world) {
    this.world = world;
  }
  async match(request, { ignoreSearch = false } = {}) {
    this.world.plan("match");
    const url = String(request.url ?? request).split("#")[0];
    const plain = (address) => (ignoreSearch ? address.split("?")[0] : address);
    const key = [...this.entries.keys()].find((each) => plain(each) === plain(url));
    return key === undefined ? undefined : this.entries.get(key)?.clone();
  }
  async put(request, response) {
    this.world.plan("put");
    if (this.world.full) throw new DOMException("Quota exceeded", "QuotaExceededError");
    this.entries.set(String(request.url ?? request), response);
  }
  async add(request) {
    const found = await this.world.fetch(request);
    if (!found.ok) throw new TypeError("Request failed");
    await this.put(request, found);
  }
}

/** @typedef {Record<string, (event: any) => void>} Handlers what a worker listens to */

export class World {
  /** @type {Map<string, Cache>} */
  stores = new Map();
  /** @type {string[]} paths asked of the network */
  asked = [];
  /** @type {"site"|"portal"|"down"} */
  network = "site";
  full = false;
  broken = false;
  /** @type {Record<string, string>} texts that the browser has itself, by path */
  browserHas = {};
  /** @type {string[]} paths of open pages */
  windows = [];
  /** @type {string[]} what the worker has done to itself */
  left = [];
  /** @type {(call: string) => void} may throw in place of a call */
  plan = () => {};

  /** @param {string} root path of the site @param {(path: string) => Response|null} host what is there, null for nothing */
  constructor(root, host) {
    this.root = root;
    this.host = host;
  }

  /** As a browser: its own copy if that may be used, else the network; then the hash, if one is wanted. */
  async fetch(request, { cache = request.cache ?? "default" } = {}) {
    this.plan("fetch");
    const url = typeof request === "string" ? request : request.url;
    const kept = cache === "default" ? this.browserHas[pathOf(url)] : undefined;
    const found = kept ? new Response(kept) : this.fromNetwork(pathOf(url));
    const bytes = new Uint8Array(await found.clone().arrayBuffer());
    const hash = createHash("sha256").update(bytes).digest("base64");
    if (request.integrity && request.integrity !== `sha256-${hash}`) throw new TypeError("Failed integrity");
    return found;
  }

  /** @param {string} path @returns {Response} */
  fromNetwork(path) {
    if (this.network === "down") throw new TypeError("Failed to fetch");
    this.asked.push(path);
    if (this.network === "portal") return new Response(PORTAL, { headers: HTML });
    return this.host(path) ?? new Response("<h1>Not here</h1>", { status: 404, headers: HTML });
  }

  caches = {
    open: async (/** @type {string} */ name) => {
      this.plan("caches open");
      if (this.broken) throw new DOMException("Unexpected internal error", "UnknownError");
      const store = this.stores.get(name) ?? new Cache(this);
      this.stores.set(name, store);
      return store;
    },
    keys: async () => (this.plan("caches keys"), [...this.stores.keys()]),
    delete: async (/** @type {string} */ name) => (this.plan("caches delete"), this.stores.delete(name)),
  };

  /** @param {string} text of a worker @returns {Handlers} */
  start(text) {
    /** @type {Handlers} */
    const handlers = {};
    const self = {
      location: { href: `https://host.example${this.root}sw.js` },
      navigator: {},
      addEventListener: (kind, handler) => (handlers[kind] = handler),
      skipWaiting: () => this.left.push("took over"),
      clients: {
        matchAll: async () => (
          this.plan("clients matchAll"),
          this.windows.map((path) => ({ url: `https://host.example${path}` }))
        ),
        claim: async () => this.plan("clients claim"),
      },
      registration: { unregister: async () => this.left.push("gone") },
    };
    const fetch = (request, options) => this.fetch(request, options);
    compiled(text)(self, this.caches, fetch);
    return handlers;
  }

  /** Has a worker handle an event, and waits until it is through. @param {Handlers} handlers @param {string} kind @param {object} event */
  async handle(handlers, kind, event = {}) {
    /** @type {Promise<any>[]} */
    const waits = [];
    /** @type {Promise<Response>|undefined} */
    let answer;
    handlers[kind]({
      ...event,
      waitUntil: (promise) => waits.push(promise),
      respondWith: (promise) => (answer = promise),
    });
    const [given] = await Promise.allSettled([answer]);
    const failed = (await Promise.allSettled(waits)).find((each) => each.status === "rejected");
    return { answer: answer && given, failed: failed ? String(failed.reason.message) : null };
  }

  /**
   * What a reader gets of a worker: null where it leaves the request alone; throws where the answer fails.
   * @param {Handlers} handlers @param {string} path @param {string} mode @returns {Promise<Response|null>}
   */
  async ask(handlers, path, mode) {
    const request = { method: "GET", mode, url: `https://host.example${path}` };
    const { answer } = await this.handle(handlers, "fetch", { request });
    if (answer?.status === "rejected") throw answer.reason;
    return answer?.value ?? null;
  }
}
