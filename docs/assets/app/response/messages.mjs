// @ts-check
/** The words for what reading a response, or a link, may report. Pure. */

/** @typedef {import("../types.mjs").Problem} Problem */

/** @param {Problem} problem @param {import("../types.mjs").Say} say the words of `problems` @returns {string} one sentence, or two */
export function messageOf({ code, count = 0, values = {} }, say) {
  const filled = Object.entries(values).map(([name, value]) => [name, value === "" ? say("no-version") : value]);
  return say(code, { n: count, ...Object.fromEntries(filled) });
}
