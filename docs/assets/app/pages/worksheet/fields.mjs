// @ts-check
/** The field of a cell or an answer: the control that suits its type, and what is wrong with what is written in it. */
import { LONGEST, readCell } from "../../worksheets/cells.mjs";
import { h } from "../../ui/dom.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../worksheets/cells.mjs").Prompt} Prompt */
/** @typedef {HTMLInputElement|HTMLSelectElement|HTMLTextAreaElement} Field */

export const ROW_NAMES = "pp-row-names";

/** @param {Prompt} prompt @param {string} text @param {Say} say @param {Record<string, import("../../ui/dom.mjs").Attribute>} attributes @returns {Field} */
export function fieldOf(prompt, text, say, attributes) {
  const { type } = prompt;
  if (type === "choice") return select(prompt.choices ?? [], text, attributes);
  if (type === "yes/no") return select([say("answer_yes"), say("answer_no")], text, attributes);
  if (type === "text") {
    const field = h("textarea", { rows: 1, maxlength: LONGEST, ...attributes });
    /** @type {HTMLTextAreaElement} */ (field).value = text;
    return /** @type {HTMLTextAreaElement} */ (field);
  }
  const isDate = type === "date" && "value" in readCell({ ...prompt, type }, text || "2000-01-01");
  const numbers = type !== "date" && type !== "row";
  const field = h("input", {
    type: isDate ? "date" : "text",
    maxlength: LONGEST,
    autocomplete: "off",
    inputmode: numbers && "decimal",
    list: type === "row" && ROW_NAMES,
    ...attributes,
  });
  /** @type {HTMLInputElement} */ (field).value = text;
  return /** @type {HTMLInputElement} */ (field);
}

/** @param {string[]} choices @param {string} text @param {Record<string, import("../../ui/dom.mjs").Attribute>} attributes @returns {Field} */
function select(choices, text, attributes) {
  const chosen = choices.find((choice) => choice.toLowerCase() === text.trim().toLowerCase()) ?? text;
  // What a file brought and is no choice stays to be seen.
  const all = ["", ...choices, ...(chosen === "" || choices.includes(chosen) ? [] : [chosen])];
  const options = all.map((choice) => h("option", { value: choice, selected: choice === chosen }, choice));
  return /** @type {HTMLSelectElement} */ (h("select", attributes, ...options));
}

/** @param {Prompt} prompt @param {string} text @param {Map<string, number>} rows @param {Say} say @returns {string} what to write instead; "" if it is right */
export function faultOf(prompt, text, rows, say) {
  const cell = readCell(prompt, text, rows);
  if (!("fault" in cell)) return "";
  const { choices = [], least, most } = prompt;
  const limit = (cell.fault === "least" ? least : most) ?? "";
  return say(`fault_${cell.fault.replace("/", "_")}`, { choices: choices.join(", "), limit });
}

/** @param {Field} field @param {HTMLElement} place of the message @param {string} fault */
export function mark(field, place, fault) {
  if (place.textContent === fault) return;
  place.textContent = fault;
  if (fault) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
