// @ts-check
/** How numbers, dates and responses are written for people. Pure. */

/** @param {number|null} x @returns {string} one decimal; a dash for nothing */
export const shown = (x) => (x === null ? "–" : x.toFixed(1));

/** @param {string|null|undefined} time ISO @returns {string} as 21 November 2026, in UTC; a dash for none */
export const dateOf = (time) =>
  time ? new Date(time).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }) : "–";

/** @param {{label?: string}} response @param {import("./dom.mjs").Say} say @returns {string} */
export const nameOf = ({ label }, say) => label || say("unnamed");
