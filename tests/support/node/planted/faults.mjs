// Every journey again and again, each time with another call failing, for as many calls as a clean run has. Prints the
// number of runs by journey and kind of fault, and what failed, as JSON.
import { JOURNEYS } from "./journeys.mjs";
import { Person } from "./person.mjs";
import { KINDS, NotStarted } from "./world.mjs";

/** @type {any[]} */
const out = [];
process.on("unhandledRejection", (error) => out.push(error));
console.error = () => {};

/** The calls of a run, and what went wrong in it. @param {string} journey @param {string} kind @param {number} n */
async function run(journey, kind, n) {
  const person = new Person({ kind, n });
  try {
    await JOURNEYS[journey](person).catch((error) => {
      if (!(error instanceof NotStarted)) throw error;
    });
    await person.end();
  } catch (error) {
    out.push(error);
  }
  const failed = out
    .splice(0)
    .map((error) => `${error.message ?? error} ${error.code === "ERR_ASSERTION" ? "" : error.stack}`);
  return { calls: person.calls, planted: person.planted, failed };
}

/** @type {Record<string, Record<string, number>>} */
const runs = {};
/** @type {string[]} */
const failed = [];
for (const journey of Object.keys(JOURNEYS))
  for (const kind of Object.keys(KINDS)) {
    const clean = await run(journey, kind, Infinity);
    for (const each of clean.failed) failed.push(`${journey}: ${each}`);
    (runs[journey] ??= {})[kind] = clean.calls;
    for (let n = 1; n <= clean.calls; n += 1) {
      const { planted, failed: found } = await run(journey, kind, n);
      for (const each of found) failed.push(`${journey}, ${kind}, ${n} (${planted}): ${each}`);
    }
  }
console.log(JSON.stringify({ runs, failed }, null, 1));
