/**
 * The theme's own search, without a browser: its worker, and ours before it, run here as they do there.
 * Arguments: the theme's worker, our search-worker.js, the index of a built site. Input: a JSON list of queries.
 * Output: for each, the pages found, best first.
 */
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const [theirs, ours, index] = process.argv.slice(2);
const [QUERY, RESULT] = [2, 3];

class MessageEvent extends Event {
  constructor(/** @type {string} */ type, /** @type {{data: unknown}} */ { data }) {
    super(type);
    this.data = data;
  }
}

/** @type {(message: {type: number, data: any}) => void} */
let receive = () => {};
const target = new EventTarget();
const world = createContext({
  addEventListener: target.addEventListener.bind(target),
  dispatchEvent: target.dispatchEvent.bind(target),
  postMessage: (/** @type {any} */ message) => receive(message),
  importScripts: () => runInContext(readFileSync(theirs, "utf8"), world),
  fetch: async () => ({ json: async () => JSON.parse(readFileSync(index, "utf8")) }),
  location: new URL("https://site.example/assets/app/search-worker.js?search.min.js"),
  ...{ MessageEvent, URL, setTimeout, console },
});
runInContext(readFileSync(ours, "utf8"), Object.assign(world, { self: world }));

/** @param {string} query @returns {Promise<any>} */
const ask = (query) =>
  new Promise((resolve) => {
    receive = ({ type, data }) => type === RESULT && resolve(data);
    target.dispatchEvent(new MessageEvent("message", { data: { type: QUERY, data: query } }));
  });

const found = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const { items } = await ask(query);
  found.push(items.map((/** @type {{location: string}[]} */ [{ location }]) => location.split("#")[0]));
}
process.stdout.write(JSON.stringify(found));
