/*
 * Lets the assessment, the results and every page once read work without network. One store for each build: a page and
 * its scripts always come from the same one. Answers are not touched; they lie in the browser's own storage.
 */
"use strict";

const { build, core } = __SETTINGS__;
const ROOT = new URL("./", self.location.href);
const PREFIX = `push-to-pull ${ROOT.pathname} `;
const CORE = `${PREFIX}core ${build}`;
const READ = `${PREFIX}read ${build}`;
const ASSETS = new URL("assets/", ROOT).href;

/* Some hosts let a page be kept for minutes: one of the build before would then ask for scripts that are gone. */
const ASKED = { cache: "no-cache" };

self.addEventListener("install", (event) => {
  const fresh = core.map((path) => new Request(new URL(path, ROOT), { cache: "reload" }));
  event.waitUntil(caches.open(CORE).then((store) => store.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== CORE && name !== READ;
  const takeOver = async () => {
    const windows = await self.clients.matchAll({ includeUncontrolled: true, type: "window" });
    const open = windows.map(({ url }) => url.split("#")[0]).filter((url) => url.startsWith(ROOT.href));
    // A page beside the one that asked may be of an earlier build, and still want scripts of it.
    const needed = (name) => open.length > 1 && name.startsWith(`${PREFIX}core `);
    for (const name of await caches.keys()) if (old(name) && !needed(name)) await caches.delete(name);
    await self.clients.claim();
    // A page that was open before the worker was there has been read too.
    const read = await caches.open(READ);
    for (const url of open) await read.add(new Request(url, ASKED)).catch(() => {});
  };
  event.waitUntil(takeOver());
});

/* The page asks for it once the reader has agreed to reload. */
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(ROOT.href)) return;
  event.respondWith(answer(event.request));
});

/* Core files come from the store; others from the network, and from the store when there is none. */
async function answer(request) {
  const own = await caches.open(CORE);
  const kept = await own.match(request, { ignoreSearch: true });
  if (kept) return kept;
  const earlier = request.url.startsWith(ASSETS) && (await caches.match(request));
  if (earlier) return earlier;
  const read = await caches.open(READ);
  try {
    const found = await fetch(request, ASKED);
    if (found.ok) await read.put(request, found.clone());
    return found;
  } catch (error) {
    const before = await read.match(request, { ignoreSearch: true });
    if (before) return before;
    if (request.mode !== "navigate") throw error;
    const missing = await own.match(new URL("404.html", ROOT));
    return missing ? new Response(missing.body, missing) : Response.error(); // anew, as some hosts redirect this page
  }
}
