// @ts-check
/** The task list: how far each area is, the word for people, starting again. */
import { openCurrent } from "./current.mjs";
import { h, sayer } from "./dom.mjs";
import { progress } from "./responses.mjs";
import { showTrouble } from "./trouble.mjs";

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  const status = /** @type {HTMLElement} */ (root.querySelector("[data-saved]"));
  const people = /** @type {HTMLSelectElement} */ (root.querySelector("[data-people-choice]"));
  const forget = /** @type {HTMLElement} */ (root.querySelector("[data-forget]"));
  const undo = /** @type {HTMLElement} */ (root.querySelector("[data-undo]"));

  const show = () => {
    const full = progress(current.outline, current.response, "full");
    for (const area of root.querySelectorAll("[data-area]")) {
      const count = full.byDimension[/** @type {HTMLElement} */ (area).dataset.area ?? ""];
      const key = count.answered === 0 ? "none" : count.left === 0 ? "all" : "some";
      /** @type {HTMLElement} */ (area.querySelector("[data-status]")).textContent = say(key, count);
    }
    for (const form of ["quick", "full"]) {
      const count = progress(current.outline, current.response, form);
      const link = root.querySelector(`[data-start="${form}"]`);
      if (link && count.answered > 0 && (form === current.response.form || form === "full")) link.textContent = say(`continue_${form}`);
    }
    forget.hidden = full.answered === 0;
    people.value = current.response.people || people.options[0].value;
    if (!showTrouble(status, current, say)) status.textContent = full.answered > 0 ? say("so_far", { answered: full.answered, of: full.of }) : "";
  };

  people.addEventListener("change", () => current.edit((response) => ({ ...response, people: people.value })));
  forget.addEventListener("click", () => {
    const before = current.forget();
    const back = () => {
      current.edit(() => before);
      undo.replaceChildren();
      forget.focus();
    };
    const button = h("button", { type: "button", class: "pp-link-button", onclick: back }, say("undo"));
    undo.replaceChildren(h("p", { role: "status" }, say("forgotten"), " ", button));
    button.focus();
  });
  current.subscribe(show);
  show();
}
