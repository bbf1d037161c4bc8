// @ts-check
/** How a snapshot or another response is called in lists. Pure. */

/** @param {string|null|undefined} time ISO @returns {string} as 21 November 2026, in UTC; a dash for none */
export const dateOf = (time) =>
  time ? new Date(time).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" }) : "–";

/** @param {{label?: string}} response @param {import("./dom.mjs").Say} say @returns {string} */
export const nameOf = ({ label }, say) => label || say("unnamed");
