/*
 * Stands before the theme's search worker (Material 9.8.1), whose address it has after its "?". The theme would fetch that
 * and the whole index on every page; this one answers at once, and brings both with the first word to look for. It
 * passes on a question without its small words: the theme looks for "the" in "theatre", and ranks by that. Of what is
 * found it takes the tags away: by these words a page is found, and they are not to be read.
 */
"use strict";
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // the theme's kinds of message
const MISSING = 4; // ours, to theme/theme-script.mjs
const THEIRS = new URL(`../javascripts/workers/${self.location.search.slice(1)}`, self.location.href);
const INDEX = new URL("../../search/search_index.json", self.location.href);
const SMALL =
  /^(?:an?|and|are|as|at|be|but|by|can|did|do|does|for|from|has|have|how|i|if|in|is|it|its|me|my|of|on|or|our|should|so|than|that|the|their|them|they|this|to|us|was|we|what|when|where|which|who|why|will|with|you|your|vs)$/i;
const [bring, tell] = [self.importScripts, self.postMessage];
let passing = false; // true while the theme's worker is to take what is said
let started;
let english = false;

// The theme's worker names the scripts of other languages by where it stands itself.
self.importScripts = (...paths) =>
  bring.apply(
    self,
    paths.map((path) => new URL(path, THEIRS).href),
  );

self.postMessage = (message) => {
  for (const each of message.data?.items?.flat() ?? []) delete each.tags;
  tell.call(self, message);
};

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
    if (message.type === QUERY) pass({ type: QUERY, data: worth(message.data) });
  } catch (error) {
    started = undefined; // tried again with the next letter
    console.warn("search:", error);
    self.postMessage({ type: MISSING });
  }
}

/** Hands the theme's worker the index: that of the page, where it has fetched one to mark words. */
async function start(given) {
  const { config, docs, options } = given ?? (await (await fetch(INDEX)).json());
  english = config.lang.includes("en");
  self.importScripts(THEIRS.href);
  pass({ type: SETUP, data: { config, docs, options: options ?? { suggest: false } } });
  await new Promise((done) => setTimeout(done)); // until it has read the index
}

/** Returns what was typed without small words, as long as something is left, and with the usual form of "e-mail". */
function worth(typed) {
  const plain = typed.replace(/\be-mail/gi, "email");
  if (!english || plain.includes('"')) return plain;
  const words = plain.replace(/(?<=\w)-(?:in|off|on|out|to|up)\b/gi, "").split(/\s+/);
  const kept = words.filter((word) => !SMALL.test(word)).join(" ");
  return kept.trim() ? kept : plain;
}

function pass(data) {
  passing = true;
  self.dispatchEvent(new MessageEvent("message", { data }));
  passing = false;
}
