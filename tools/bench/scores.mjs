/**
 * Prints as JSON how many milliseconds scores and advice take for the bank named as argument,
 * each as the median of some runs in a fresh process.
 */

import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import process from "node:process";

import { recommend } from "../../docs/assets/app/scoring/recommend.mjs";
import { scoreResponse } from "../../docs/assets/app/scoring/score.mjs";

const RUNS = 5;

/**
 * @param {() => unknown} work
 * @returns {number} milliseconds, the median of the runs
 */
function median(work) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)];
}

const bank = JSON.parse(await readFile(process.argv[2], "utf8"));
const answers = Object.fromEntries(
  bank.practices.map((practice, position) => [practice.id, { value: (position * 7) % bank.levels.length }]),
);
const response = {
  format: "push-to-pull/response",
  version: 1,
  bank: { id: bank.id, version: bank.bankVersion },
  form: "full",
  answers,
  targets: {},
  snapshots: [],
};
console.log(
  JSON.stringify({
    scores: median(() => scoreResponse(bank, response)),
    advice: median(() => recommend(bank, response, {})),
  }),
);
