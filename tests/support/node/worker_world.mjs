// Runs a service worker in a small world: a host that has the files of a folder, a network that may fail or lie, and
// the browser's stores. Reads {worker, folder, steps} as JSON, prints what came of each step as JSON.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import vm from "node:vm";

const { worker, folder, root, steps } = JSON.parse(readFileSync(0, "utf8"));
const TYPES = { ".html": "text/html; charset=utf-8", ".mjs": "text/javascript", ".json": "application/json" };
const PORTAL = "<h1>Log in to this network</h1>";
const stores = new Map();
const asked = [];
let network = "site";
let headers = {};
let full = false;
let broken = false;
let browserHas = {};

const pathOf = (url) => decodeURIComponent(new URL(url).pathname);

/** What the host has at an address; other sites lie beside this one. */
function fromHost(url) {
  if (!pathOf(url).startsWith(root)) return new Response("<h1>Another site</h1>", { headers: html() });
  const path = join(folder, pathOf(url).slice(root.length));
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
  if (!existsSync(file)) return new Response("<h1>Not here</h1>", { status: 404, headers: html() });
  return new Response(readFileSync(file), { headers: { "Content-Type": TYPES[extname(file)] ?? "", ...headers } });
}

const html = () => ({ "Content-Type": TYPES[".html"], ...headers });

/** As a browser: its own copy if that may be used, else the network; then the hash, if one is wanted. */
async function fetch(request, { cache = request.cache ?? "default" } = {}) {
  const url = typeof request === "string" ? request : request.url;
  const kept = cache === "default" ? browserHas[pathOf(url)] : undefined;
  if (kept === undefined) {
    if (network === "down") throw new TypeError("Failed to fetch");
    asked.push(pathOf(url));
  }
  const found = kept
    ? new Response(kept)
    : network === "portal"
      ? new Response(PORTAL, { headers: html() })
      : fromHost(url);
  const hash = createHash("sha256")
    .update(await found.clone().bytes())
    .digest("base64");
  if (request.integrity && request.integrity !== `sha256-${hash}`) throw new TypeError("Failed integrity");
  return found;
}

class Store {
  entries = new Map();

  async match(request, { ignoreSearch = false } = {}) {
    const url = String(request.url ?? request).split("#")[0];
    const plain = (address) => (ignoreSearch ? address.split("?")[0] : address);
    const key = [...this.entries.keys()].find((each) => plain(each) === plain(url));
    return key === undefined ? undefined : this.entries.get(key).clone();
  }

  async put(request, response) {
    if (full) throw new DOMException("Quota exceeded", "QuotaExceededError");
    this.entries.set(String(request.url ?? request), response);
  }

  async add(request) {
    const found = await fetch(request);
    if (!found.ok) throw new TypeError("Request failed");
    await this.put(request, found);
  }
}

const caches = {
  async open(name) {
    if (broken) throw new DOMException("Unexpected internal error", "UnknownError");
    if (!stores.has(name)) stores.set(name, new Store());
    return stores.get(name);
  },
  keys: async () => [...stores.keys()],
  delete: async (name) => stores.delete(name),
};

const handlers = {};
const left = [];
const windows = [];
const self = {
  location: { href: `https://host.example${root}sw.js` },
  navigator: {},
  addEventListener: (kind, handler) => (handlers[kind] = handler),
  skipWaiting: () => left.push("took over"),
  clients: {
    matchAll: async () => windows.map((path) => ({ url: `https://host.example${path}` })),
    claim: async () => {},
  },
  registration: { unregister: async () => left.push("gone") },
};
const start = (text) => vm.runInNewContext(text, { self, caches, fetch, Request, Response, URL });

/** Has the worker handle an event, and waits until it is through. */
async function handle(kind, event = {}) {
  const waits = [];
  let answer;
  handlers[kind]({
    ...event,
    waitUntil: (promise) => waits.push(promise),
    respondWith: (promise) => (answer = promise),
  });
  const given = await Promise.allSettled([answer]);
  const failed = (await Promise.allSettled(waits)).find((each) => each.status === "rejected");
  return { answer: answer && given[0], failed: failed ? String(failed.reason.message) : null };
}

/** What a reader of the site gets, in a word or two: the status and the text, who answered, or that nobody did. */
async function get(path, mode) {
  const request = { method: "GET", mode, url: `https://host.example${path}` };
  const { answer } = await handle("fetch", { request });
  if (!answer) return "left alone";
  if (answer.status === "rejected") return "no answer";
  return `${answer.value.status} ${await answer.value.text()}`;
}

const deeds = {
  network: (how) => void (network = how),
  headers: (all) => void (headers = all),
  full: (is) => void (full = is),
  broken: (is) => void (broken = is),
  browser: (files) => void (browserHas = files),
  windows: (paths) => void windows.splice(0, windows.length, ...paths),
  worker: start,
  install: async () => (await handle("install")).failed ?? "installed",
  activate: async () => (await handle("activate")).failed ?? "active",
  message: (data) => handle("message", { data }).then(() => left.splice(0)),
  open: (path) => get(path, "navigate"),
  load: (path) => get(path, "no-cors"),
  asked: () => asked.splice(0).sort(),
  stored: () =>
    Object.fromEntries([...stores].map(([name, { entries }]) => [name, [...entries.keys()].map(pathOf).sort()])),
};

start(worker);
const came = [];
for (const [deed, argument] of steps) came.push((await deeds[deed](argument)) ?? null);
console.log(JSON.stringify(came));
