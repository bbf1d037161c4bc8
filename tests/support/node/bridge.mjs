// Lets Python call the browser's modules: a line of JSON {module, function, args} in, a line {value} or {error} out.
// Every call is also held to what all of these modules promise: arguments and Object.prototype stay as they were,
// and no number in a result is NaN or infinite.
import { createInterface } from "node:readline";
import { sayFrom } from "../../../docs/assets/app/ui/dom.mjs";

const APP = new URL("../../../docs/assets/app/", import.meta.url);
const PROTOTYPE = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));

/** Two steps of an upgrade; each leaves its mark. */
const steps = {
  1: (raw) => ({ ...raw, version: 2, marks: ["one"] }),
  2: (raw) => ({ ...raw, version: 3, marks: [...raw.marks, "two"] }),
};

/** Words of a page that show their keys alone. */
const echo = (key) => `«${key}»`;

/**
 * An argument that JSON cannot say, or only at length: {"$js": "undefined"}, {"$repeat": ["[", 1000000]}, and what says
 * the given words: {"$words": {"key": "text"}}; bytes: {"$bytes": [0, 255]}. {"$all": {...}} holds more of these by name.
 */
function special(argument) {
  const odd = {
    undefined,
    NaN,
    symbol: Symbol("odd"),
    function: () => 1,
    date: new Date(0),
    steps,
    echo,
    same: (text) => text,
  };
  if (argument?.$js) return odd[argument.$js];
  if (argument?.$all)
    return Object.fromEntries(Object.entries(argument.$all).map(([key, each]) => [key, special(each)]));
  if (argument?.$bytes) return Uint8Array.from(argument.$bytes).buffer;
  if (argument?.$words) return sayFrom(argument.$words);
  return argument?.$repeat ? argument.$repeat[0].repeat(argument.$repeat[1]) : argument;
}

function freeze(value) {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

function plain(key, value) {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${key} is ${value}`);
  return value instanceof Map ? Object.fromEntries(value) : value;
}

async function answer(line) {
  const { module, function: name, args } = JSON.parse(line);
  const called = (await import(new URL(`${module}.mjs`, APP).href))[name];
  if (typeof called !== "function") throw new Error(`${module}.mjs exports no function ${name}`);
  const value = await called(...args.map((each) => freeze(special(each))));
  if (JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== PROTOTYPE) throw new Error("prototype polluted");
  return JSON.stringify({ value: value === undefined ? null : value }, plain);
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  let out;
  try {
    out = await answer(line);
  } catch (error) {
    out = JSON.stringify({ error: error instanceof Error ? error.stack : String(error) });
  }
  process.stdout.write(`${out}\n`);
}
