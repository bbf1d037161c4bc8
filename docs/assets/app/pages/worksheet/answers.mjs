// @ts-check
/** What a sheet asks once, beside its table. */
import { h } from "../../ui/dom.mjs";
import { faultOf, fieldOf, mark } from "./fields.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */

/**
 * @param {Sheet} sheet @param {Say} say @param {(id: string, text: string) => void} write
 * @returns {{element: HTMLElement, draw: (answers: Record<string, string>) => void}}
 */
export function answersOf({ questions }, say, write) {
  const element = h("div", { class: "pp-asked" });
  element.hidden = questions.length === 0;
  return {
    element,
    draw(answers) {
      const fields = questions.map((question) => {
        const { id, title, hint } = question;
        const fault = h("small", { class: "pp-fault", id: `fault-${id}` });
        const described = `${hint ? `about-${id} ` : ""}fault-${id}`;
        const field = fieldOf(question, answers[id] ?? "", say, { id: `ask-${id}`, "aria-describedby": described });
        const check = () => mark(field, fault, faultOf(question, field.value, new Map(), say));
        field.addEventListener("input", () => write(id, field.value));
        field.addEventListener("change", check);
        check();
        const label = h("label", { for: `ask-${id}` }, title);
        return h("p", {}, label, hint && h("small", { id: `about-${id}` }, hint), field, fault);
      });
      element.replaceChildren(h("h3", {}, say("asked")), ...fields);
    },
  };
}
