// @ts-check
/** Type and colours of the card: the page's fonts, and its light colours wherever it is shown. */

/** @typedef {import("./card-layout.mjs").Face} Face */

/** The light colours of app.css. */
export const INK = {
  paper: "#fdfcf9",
  ground: "#f1eee6",
  ink: "#22201c",
  quiet: "#5a554c",
  accent: "#1d5a86",
  line: "#d9d3c7",
};

/** Grounds by side and level; the one where the result lies is fuller. */
export const GROUNDS = /** @type {Record<string, [string, string]>} */ ({
  "low-low": ["#f7e9e0", "#efcdb9"],
  "low-high": ["#f5eed9", "#ead9a6"],
  "high-low": ["#e4eff1", "#bedbe2"],
  "high-high": ["#dfe9f1", "#b3cfe2"],
});

/** @param {boolean} serif @returns {string} the fonts that the page is set in */
function family(serif) {
  const style = getComputedStyle(document.body);
  const fonts = style.getPropertyValue(serif ? "--pp-serif" : "--md-text-font-family") || "system-ui";
  return `${fonts}, ${serif ? "serif" : "sans-serif"}`.trim();
}

/** @param {Face} face @returns {Record<string, string|number>} attributes of a text */
export const faced = ({ size, weight, serif }) => ({
  "font-family": family(serif),
  "font-size": size,
  "font-weight": weight,
});

/** Another machine may have other fonts than this one, so a little room is left. */
const SLACK = 1.03;

/** @returns {import("./card-layout.mjs").MeasureIn} with the fonts of this machine */
export function measuring() {
  const families = [family(false), family(true)];
  const context = document.createElement("canvas").getContext("2d");
  return (text, { size, weight, serif }) => {
    if (!context) return text.length * size * 0.62;
    context.font = `${weight} ${size}px ${families[serif ? 1 : 0]}`;
    return context.measureText(text).width * SLACK;
  };
}
