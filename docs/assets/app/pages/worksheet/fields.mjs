// @ts-check
/** The field of a cell or an answer: what is written in it, and what is wrong with that. */
import { fold, readCell } from "../../worksheets/cells.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../worksheets/cells.mjs").Prompt} Prompt */
/** @typedef {HTMLInputElement|HTMLSelectElement|HTMLTextAreaElement} Field */

/** @param {Field} field @param {Prompt} prompt @param {string} text writes it there, whether it is right or not */
export function put(field, prompt, text) {
  if (field instanceof HTMLSelectElement) {
    const chosen = prompt.choices?.find((choice) => fold(choice) === fold(text)) ?? text.trim();
    field.value = chosen;
    if (field.value !== chosen) field.append(new Option(chosen, chosen, true, true)); // to be seen, though it is no choice
  } else {
    if (prompt.type === "date")
      /** @type {HTMLInputElement} */ (field).type = text && "fault" in readCell(prompt, text) ? "text" : "date";
    field.value = text;
  }
}

/** @param {Prompt} prompt @param {string} text @param {Map<string, number>} rows @param {Say} say @returns {string} what to write instead; "" if it is right */
export function faultOf(prompt, text, rows, say) {
  const cell = readCell(prompt, text, rows);
  if (!("fault" in cell)) return "";
  const { choices = [], least, most } = prompt;
  const limit = (cell.fault === "least" ? least : most) ?? "";
  return say(`fault_${cell.fault.replace("/", "_")}`, { choices: choices.join(", "), limit });
}

/** @param {Field} field @param {string} fault says it behind the field */
export function mark(field, fault) {
  const place = /** @type {HTMLElement} */ (field.nextElementSibling);
  if (place.textContent === fault) return;
  place.textContent = fault;
  if (fault) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
