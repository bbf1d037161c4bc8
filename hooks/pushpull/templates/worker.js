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

self.addEventListener("install", (event) => {
  const fresh = core.map((path) => new Request(new URL(path, ROOT), { cache: "reload" }));
  event.waitUntil(caches.open(CORE).then((store) => store.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== CORE && name !== READ;
  const clean = async () => {
    for (const name of await caches.keys()) if (old(name)) await caches.delete(name);
    await self.clients.claim();
    await keepOpen();
  };
  event.waitUntil(clean());
});

/* A page that was open before the worker was there has been read too. */
async function keepOpen() {
  const read = await caches.open(READ);
  for (const { url } of await self.clients.matchAll({ includeUncontrolled: true, type: "window" }))
    if (url.startsWith(ROOT.href)) await read.add(url.split("#")[0]).catch(() => {});
}

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
  const kept = await caches.open(CORE).then((store) => store.match(request, { ignoreSearch: true }));
  if (kept) return kept;
  const read = await caches.open(READ);
  try {
    const found = await fetch(request);
    if (found.ok) await read.put(request, found.clone());
    return found;
  } catch (error) {
    const before = await read.match(request, { ignoreSearch: true });
    if (before) return before;
    if (request.mode !== "navigate") throw error;
    return (await caches.match(new URL("404.html", ROOT))) ?? Response.error();
  }
}
