// @ts-check
/** How the answers to one question are said and drawn. */
import { dotsChart } from "../../../charts/team/dots.mjs";
import { h } from "../../../ui/dom.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../group/shown.mjs").ShownQuestion} ShownQuestion */
/** @typedef {import("../../../types.mjs").WholePractice} WholePractice */

const RAMP = 4; // the ramp's last colour

/** @param {import("../../../types.mjs").WholeBank} bank @param {number} value @returns {number} colour of a level on the ramp */
export const stepOf = (bank, value) => Math.round((value / (bank.levels.length - 1)) * RAMP);

/** @param {import("../../../types.mjs").WholeBank} bank @param {string} text @returns {string} with the usual word for the people served */
export const worded = (bank, text) => text.replaceAll("{people}", bank.people[0] ?? "");

/** @param {number} x @returns {string} with a half where there is one */
export const half = (x) => (Number.isInteger(x) ? String(x) : x.toFixed(1));

/** @param {ShownPage} page @param {ShownQuestion} question @returns {HTMLElement} */
export const labelOf = ({ say }, { label }) =>
  h("span", { class: "pp-label", "data-label": label ?? "none" }, say(`label_${label ?? "none"}`));

/** @param {ShownPage} page @param {ShownQuestion} question @returns {string[]} median, range and who gave no level */
export function factsOf({ say }, { figures }) {
  if (!figures) return [];
  const { median, low, high, unknown, na, left } = figures;
  return [
    median !== null && say("median", { median: half(median) }),
    low !== null && high !== null && low < high && say("range", { low, high }),
    unknown > 0 && say("unknown", { n: unknown }),
    na > 0 && say("na", { n: na }),
    left > 0 && say("left", { n: left }),
  ].filter((each) => typeof each === "string");
}

/** @param {ShownPage} page @param {WholePractice} practice @param {ShownQuestion} question @param {number} [size] of a dot @returns {SVGElement|null} */
export function dotsOf(page, practice, question, size) {
  const { bank, say } = page;
  const { figures } = question;
  if (!figures || figures.n === 0) return null;
  const counts = figures.counts.flatMap((n, level) => (n > 0 ? [say("dots_level", { level, n })] : [])).join(", ");
  return dotsChart({
    title: say("dots", { question: worded(bank, practice.question) }),
    description: say("dots_text", { counts, facts: factsOf(page, question).join(", ") }),
    top: bank.levels.length - 1,
    counts: figures.counts,
    median: figures.median,
    steps: figures.counts.map((_, level) => stepOf(bank, level)),
    size,
  });
}

/** @param {ShownPage} page @param {WholePractice} practice @param {ShownQuestion} question @returns {HTMLElement|null} the anchors that people chose, highest first */
export function chosenOf({ bank, say }, practice, { figures, names }) {
  if (!figures || figures.n === 0) return null;
  const who = (/** @type {number} */ level) =>
    names ? names[level].map((name) => name || say("no_name")).join(", ") : "";
  const rows = figures.counts.flatMap((n, level) => {
    if (n === 0) return [];
    const people = names ? ` (${who(level)})` : "";
    return [
      h(
        "li",
        { "data-step": stepOf(bank, level) },
        h("strong", {}, say("chose", { n })),
        ` ${worded(bank, practice.anchors[level])}${people}`,
      ),
    ];
  });
  return h("ul", { class: "pp-chosen", "aria-label": say("chosen") }, ...rows.reverse());
}

/** @param {ShownPage} page @param {ShownQuestion} question @returns {HTMLElement[]} the median of each role beside that of all others */
export function rolesOf({ say }, { byRole }) {
  return byRole.flatMap(({ role, median, others, gap }) => {
    if (median === null || others === null || role === null) return [];
    const text = say("role_gap", { role: say(`role_${role}`), median: half(median), others: half(others) });
    const far = gap !== null && Math.abs(gap) >= 1 ? ` ${say("role_flag")}` : "";
    return [h("p", {}, text, far && h("strong", {}, far))];
  });
}
