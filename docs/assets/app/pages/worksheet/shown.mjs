// @ts-check
/** Figures as people read them: numbers in the language of the page, and what is missing in words. */
import { language } from "../../ui/format.mjs";
import { isoOf } from "../../worksheets/cells.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../worksheets/gaps.mjs").Figure} Figure */
/** @typedef {import("../../worksheets/gaps.mjs").Outcome} Outcome */
/** @typedef {import("../../worksheets/gaps.mjs").Result} Result */
/** @typedef {import("../../worksheets/gaps.mjs").Reason} Reason */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */

const MOST_SAID = 2; // reasons, before the rest are counted

/** @type {Map<string, Intl.NumberFormat>} */
const formats = new Map();

/** @param {number} value @param {Intl.NumberFormatOptions} options @returns {string} */
function number(value, options) {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.NumberFormat(language(), options);
  formats.set(key, format);
  return format.format(value + 0).replace("-", "−");
}

/** @param {string[]} names @returns {string} */
export const listed = (names) => new Intl.ListFormat(language()).format(names);

/** @param {Figure} figure @param {Exclude<import("../../worksheets/gaps.mjs").Value, import("../../worksheets/gaps.mjs").Gap>} value @param {Say} say @param {boolean} [bare] without its unit @returns {string} */
export function shown({ format, decimals, unit }, value, say, bare = false) {
  if (Array.isArray(value)) return value.length === 0 ? say("none") : listed(value.map(String));
  if (typeof value !== "number") return String(value);
  if (format === "date")
    return new Date(isoOf(value)).toLocaleDateString(language(), { dateStyle: "long", timeZone: "UTC" });
  if (format === "percent") return number(value, { style: "percent", maximumFractionDigits: decimals ?? 0 });
  if (format === "money") {
    const digits = decimals ?? (Math.abs(value) < 100 && !Number.isInteger(value) ? 2 : 0);
    return number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  }
  const plain = number(value, { maximumFractionDigits: decimals ?? (format === "hours" ? 1 : 2) });
  if (format === "days" || format === "hours") return say(format, { n: value === 1 ? 1 : plain });
  return unit && !bare ? say("with_unit", { value: plain, unit }) : plain;
}

/** @param {Sheet} sheet @param {Reason[]} reasons @param {Say} say @returns {string} what to do for the figure to be there */
export function missing(sheet, reasons, say) {
  const titled = (/** @type {{id: string, title: string}[]} */ prompts, /** @type {string} */ id) =>
    prompts.find((prompt) => prompt.id === id)?.title ?? id;
  const texts = reasons.map((reason) => {
    if (reason.kind === "needs") return reason.say;
    if ("column" in reason) {
      const key = reason.kind === "fault" ? "missing_fault" : "missing_cell";
      return say(key, { column: titled(sheet.columns, reason.column), row: reason.row + 1 });
    }
    if ("question" in reason) {
      const key = reason.kind === "fault" ? "missing_answer_fault" : "missing_answer";
      return say(key, { question: titled(sheet.questions, reason.question) });
    }
    return say(`missing_${reason.kind}`);
  });
  const more = texts.length - MOST_SAID;
  return [...texts.slice(0, MOST_SAID), ...(more > 0 ? [say("missing_more", { n: more })] : [])].join(" ");
}

/** @param {Sheet} sheet @param {string} pattern @param {Record<string, Result>} results @param {Record<string, string>} answers @param {Say} say @returns {string|null} the sentence with the figures in it; null while one of them is missing */
export function sentence(sheet, pattern, results, answers, say) {
  let whole = true;
  const text = pattern.replace(/\{(\w+)\}/g, (_, name) => {
    const figure = sheet.figures.find(({ id }) => id.replaceAll("-", "_") === name);
    const result = figure && results[figure.id];
    if (figure && result && "value" in result) return shown(figure, result.value, say, true);
    const question = sheet.questions.find(({ id }) => id.replaceAll("-", "_") === name);
    const answer = question && answers[question.id];
    if (!answer) whole = false;
    return answer ?? "";
  });
  return whole ? text.charAt(0).toUpperCase() + text.slice(1) : null;
}
