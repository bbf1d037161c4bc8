/*
 * Lets the assessment, the results and every page once read work without network. One store for each build: a page and
 * its scripts always come from the same one. Answers are not touched; they lie in the browser's own storage.
 */
"use strict";

/* `core` and `rest` give the hash of each file: what a captive network answers in its place is never taken for it. */
const { build, core, rest, places } = __SETTINGS__;
const ROOT = new URL("./", self.location.href);
const PREFIX = `push-to-pull ${ROOT.pathname} `;
const CORE = `${PREFIX}core ${build}`;
const READ = `${PREFIX}read ${build}`;
const ASSETS = new URL("assets/", ROOT).href;
const UNREAD = new URL("offline.html", ROOT);
const OWN_PAGE = 'name="push-to-pull:offline"';

/* Some hosts let a page be kept for minutes: one of the build before would then ask for scripts that are gone. */
const ASKED = { cache: "no-cache" };

self.addEventListener("install", (event) => {
  const fill = async () => {
    const store = await caches.open(CORE);
    await Promise.all(Object.entries(core).map((file) => keepVerified(store, file)));
  };
  event.waitUntil(fill());
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== CORE && name !== READ;
  const takeOver = async () => {
    const windows = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
    const open = windows.map(({ url }) => url.split("#")[0]).filter(isOurs);
    // A page beside the one that asked may be of an earlier build, and still want scripts of it.
    const needed = (name) => open.length > 1 && name.startsWith(`${PREFIX}core `);
    for (const name of await caches.keys()) if (old(name) && !needed(name)) await caches.delete(name);
    await self.clients.claim();
    // A page that was open before the worker was there has been read too.
    for (const url of open) await read(new Request(url)).catch(() => {});
  };
  event.waitUntil(takeOver());
});

/* The page asks for it once the reader has agreed to reload. */
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !isOurs(url)) return;
  event.respondWith(answer(event));
  // The first visit takes little; who opens a second page gets the rest of the assessment.
  if (mode === "navigate" && !self.navigator.connection?.saveData) event.waitUntil(complete().catch(() => {}));
});

/* Other sites may lie beside this one under the same host. */
function isOurs(url) {
  if (!url.startsWith(ROOT.href)) return false;
  const [first, ...below] = url.slice(ROOT.href.length).split(/[?#]/)[0].split("/");
  return places.includes(below.length > 0 ? `${first}/` : first);
}

/* Core files come from the store; others from the network, and from the store when there is none. */
async function answer(event) {
  const { request } = event;
  const kept = await fromCore(request).catch(() => undefined); // a full disk may close the store
  if (kept) return kept;
  try {
    const found = await fetch(request, ASKED);
    event.waitUntil(keep(request, found.clone()).catch(() => {}));
    return found;
  } catch (error) {
    const before = await (await caches.open(READ)).match(request, { ignoreSearch: true });
    if (before) return before;
    if (request.mode !== "navigate") throw error;
    return unread();
  }
}

/*
 * The page that says so, in place of one that was never read: what it names lies at the root of the site, in attributes
 * and in the settings of the theme. Its scripts stay as they are, since the policy knows them by their hashes.
 */
async function unread() {
  const page = await (await caches.open(CORE)).match(UNREAD);
  const html = (await page.text()).replace(/(=|": ?)"\.\//g, (_, before) => `${before}"${ROOT.pathname}`);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

async function fromCore(request) {
  const own = await caches.open(CORE);
  return (await own.match(request, { ignoreSearch: true })) ?? (await ofEarlierBuild(request));
}

/* A page that is still open may ask for scripts of the build it came from. */
async function ofEarlierBuild(request) {
  if (!request.url.startsWith(ASSETS)) return undefined;
  for (const name of await caches.keys()) {
    if (!name.startsWith(`${PREFIX}core `)) continue;
    const found = await (await caches.open(name)).match(request);
    if (found) return found;
  }
  return undefined;
}

async function read(request) {
  if (!(await fromCore(request))) await keep(request, await fetch(request, ASKED));
}

/* Keeps what was read, unless it is not ours: the page of a captive network, say, or what must not be stored. */
async function keep(request, found) {
  if (found.status !== 200 || /no-store/i.test(found.headers.get("Cache-Control") ?? "")) return;
  const isPage = /\/(?:[?#]|$)/.test(request.url);
  const isHtml = /^text\/html/i.test(found.headers.get("Content-Type") ?? "");
  if (isHtml !== isPage || (isPage && !(await found.clone().text()).includes(OWN_PAGE))) return;
  // What stands behind the # of a shared link are answers: they are kept nowhere.
  await (await caches.open(READ)).put(request.url.split("#")[0], found);
}

/* One after the other, so that the page at hand is not kept waiting; what fails is tried at the next page. */
async function complete() {
  const store = await caches.open(CORE);
  for (const file of Object.entries(rest)) await keepVerified(store, file);
}

/* The browser may have the file already; where that is not the right one, the host is asked. */
async function keepVerified(store, [path, integrity]) {
  const url = new URL(path, ROOT);
  if (await store.match(url)) return;
  const ask = (cache) => store.add(new Request(url, { cache, integrity }));
  await ask("default").catch(() => ask("reload"));
}
