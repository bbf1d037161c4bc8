// @ts-check
/** What a sheet asks once, beside its table. */
import { faultOf, mark, put } from "./fields.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */

/**
 * @param {Sheet} sheet @param {Say} say @param {(id: string, text: string) => void} write @param {HTMLElement} live
 * @returns {(answers: Record<string, string>) => void} shows these
 */
export function answersOf({ questions }, say, write, live) {
  const asked = questions.map((question) => {
    const field = /** @type {import("./fields.mjs").Field} */ (live.querySelector(`#ask-${question.id}`));
    const check = () => mark(field, faultOf(question, field.value, new Map(), say));
    field.addEventListener("input", () => write(question.id, field.value));
    field.addEventListener("change", check);
    return { question, field, check };
  });
  return (answers) => {
    for (const { question, field, check } of asked) {
      put(field, question, answers[question.id] ?? "");
      check();
    }
  };
}
