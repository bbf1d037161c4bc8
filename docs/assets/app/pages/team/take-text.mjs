// @ts-check
/** Takes answers into the open round out of texts, and says what came of it. */
import { collect } from "../../group/collect.mjs";

/** @typedef {import("./team.mjs").TeamPage} TeamPage */

const OUTCOMES = /** @type {const} */ ([
  "added",
  "replaced",
  "same",
  "alike",
  "elsewhere",
  "damaged",
  "forged",
  "refused",
  "surplus",
]);

/**
 * @param {TeamPage} page
 * @param {...string} texts heaps of text, or files
 * @returns {Promise<string>} what came of it
 */
export async function takeText(page, ...texts) {
  const { bank, open, say } = page;
  if (open.round?.revealed) return say("closed_now");
  const totals = Object.fromEntries(OUTCOMES.map((key) => [key, 0]));
  const versions = new Set();
  let closed = false;
  await open.edit(async (round) => {
    // Another tab may have shown the answers meanwhile.
    closed = round.revealed !== null;
    let now = round;
    for (const text of closed ? [] : texts) {
      const found = await collect(bank, now, text);
      now = found.round;
      for (const key of OUTCOMES) totals[key] += found.counts[key];
      for (const version of found.versions) versions.add(version);
    }
    return now;
  });
  if (closed) return say("closed_now");
  const said = OUTCOMES.filter((key) => totals[key] > 0).map((key) => say(key, { n: totals[key] }));
  if (versions.size > 0)
    said.push(say("versions", { versions: [...versions].sort().join(", "), ours: bank.bankVersion }));
  return said.join(" ") || say("nothing");
}
