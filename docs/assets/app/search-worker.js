/*
 * Stands before the theme's search worker (Material 9.8.1), whose address it has after its "?". The theme would fetch that
 * and the whole index on every page; this one answers at once, and brings both with the first word to look for.
 */
"use strict";
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // the theme's kinds of message
const THEIRS = new URL(`../javascripts/workers/${self.location.search.slice(1)}`, self.location.href);
const INDEX = new URL("../../search/search_index.json", self.location.href);
const bring = self.importScripts;
let passing = false; // true while the theme's worker is to take what is said
let started;

// The theme's worker names the scripts of other languages by where it stands itself.
self.importScripts = (...paths) =>
  bring.apply(
    self,
    paths.map((path) => new URL(path, THEIRS).href),
  );

self.addEventListener("message", (event) => {
  if (passing) return;
  event.stopImmediatePropagation();
  const { type, data } = event.data;
  if (type === QUERY && !data) self.postMessage({ type: RESULT, data: { items: [] } });
  else answer(event.data);
});
self.postMessage({ type: READY });

async function answer(message) {
  try {
    started ??= start(message.type === SETUP ? message.data : undefined);
    await started;
    if (message.type === QUERY) pass(message);
  } catch (error) {
    started = undefined; // tried again with the next letter
    console.warn("search:", error);
  }
}

/** Hands the theme's worker the index: that of the page, where it has fetched one to mark words. */
async function start(given) {
  const { config, docs, options } = given ?? (await (await fetch(INDEX)).json());
  self.importScripts(THEIRS.href);
  pass({ type: SETUP, data: { config, docs, options: options ?? { suggest: false } } });
  await new Promise((done) => setTimeout(done)); // until it has read the index
}

function pass(data) {
  passing = true;
  self.dispatchEvent(new MessageEvent("message", { data }));
  passing = false;
}
