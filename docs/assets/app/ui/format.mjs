// @ts-check
/** How dates and responses are written for people. Dates are the reader's own, in the language of the page. */

/** @returns {string} for browsers, English alone is American */
export const language = () => (document.documentElement.lang || "en").replace(/^en$/, "en-GB");

/**
 * @param {string|null|undefined} time ISO; of a day alone, the day as it is everywhere
 * @param {Intl.DateTimeFormatOptions} [style]
 * @returns {string} as 21 November 2026; a dash for none
 */
export const dateOf = (time, style = { dateStyle: "long" }) =>
  time ? new Date(time.length > 10 ? time : `${time}T00:00`).toLocaleString(language(), style) : "–";

/** @param {string|Date} time @returns {string} the reader's day, as 2026-11-21 */
export function isoDay(time) {
  const date = new Date(time);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {{label?: string}} response @param {import("./dom.mjs").Say} say @returns {string} */
export const nameOf = ({ label }, say) => label || say("unnamed");
