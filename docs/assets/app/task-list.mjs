// @ts-check
/** The task list: how far each dimension is, what is left, what this run is about, starting again. */
import { openCurrent } from "./current.mjs";
import { h, sayer } from "./dom.mjs";
import { newResponse, progress } from "./responses.mjs";
import { showTrouble } from "./trouble.mjs";

/** @typedef {import("./current.mjs").Current} Current */
/** @typedef {import("./dom.mjs").Say} Say */

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  const show = () => {
    showAreas(root, current, say);
    showProgress(root, current, say);
    showTrouble(/** @type {HTMLElement} */ (root.querySelector("[data-trouble-text]")), current, say);
  };
  aboutThisRun(root, current);
  startAgain(root, current, say);
  const notices = current.problems.map(({ message }) => h("p", { class: "pp-notice" }, message));
  /** @type {HTMLElement} */ (root.querySelector("[data-notices]")).replaceChildren(...notices);
  current.subscribe(show);
  show();
}

/** @param {HTMLElement} root @param {Current} current @param {Say} say */
function showAreas(root, { outline, response }, say) {
  const { byDimension } = progress(outline, response, "full");
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-dimension]"))) {
    const count = byDimension[row.dataset.dimension ?? ""];
    const key = count.answered === 0 ? "none" : count.left === 0 ? "all" : "some";
    /** @type {HTMLElement} */ (row.querySelector("[data-status]")).textContent = say(key, count);
  }
}

/** @param {HTMLElement} root @param {Current} current @param {Say} say */
function showProgress(root, { outline, response }, say) {
  const { form, answers, updated } = response;
  const count = progress(outline, response, form);
  const begun = Object.keys(answers).length > 0;
  for (const link of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-start]"))) {
    if (begun && link.dataset.start === form) link.textContent = say(`continue_${form}`);
  }
  /** @type {HTMLElement} */ (root.querySelector("[data-forget]")).hidden = !begun;
  const asked = new Set(outline.forms?.[form]);
  const seconds = outline.practices
    .filter(({ id }) => asked.has(id) && !answers[id])
    .reduce((sum, practice) => sum + /** @type {any} */ (practice).seconds, 0);
  const when = updated ? new Date(updated).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" }) : "";
  const left =
    count.left === 0 ? say("nothing_left") : say("minutes_left", { n: Math.max(1, Math.round(seconds / 60)) });
  const text = begun ? `${say("so_far", { answered: count.answered, of: count.of, when })} ${left}` : "";
  /** @type {HTMLElement} */ (root.querySelector("[data-progress]")).textContent = text;
}

/** @param {HTMLElement} root @param {Current} current */
function aboutThisRun(root, current) {
  const fields = /** @type {NodeListOf<HTMLInputElement|HTMLSelectElement>} */ (root.querySelectorAll("[data-about]"));
  const nameOf = (/** @type {HTMLElement} */ field) => /** @type {"people"|"label"|"role"} */ (field.dataset.about);
  const show = () => {
    for (const field of fields) {
      const value = current.response[nameOf(field)];
      if (field instanceof HTMLSelectElement && value && ![...field.options].some((option) => option.value === value)) {
        field.append(h("option", {}, value));
      }
      if (field !== document.activeElement)
        field.value = value || (field instanceof HTMLSelectElement ? field.options[0].value : "");
    }
  };
  for (const field of fields) {
    field.addEventListener("input", () => current.edit((response) => ({ ...response, [nameOf(field)]: field.value })));
    field.addEventListener("keydown", (event) => event.stopPropagation());
  }
  current.subscribe(show);
  show();
}

/** @param {HTMLElement} root @param {Current} current @param {Say} say */
function startAgain(root, current, say) {
  const forget = /** @type {HTMLElement} */ (root.querySelector("[data-forget]"));
  const undo = /** @type {HTMLElement} */ (root.querySelector("[data-undo]"));
  forget.addEventListener("click", () => {
    const before = current.response;
    current.edit(({ people, label, role }) => ({ ...newResponse(current.outline), people, label, role }));
    const back = () => {
      current.edit(() => before);
      undo.replaceChildren();
      forget.focus();
    };
    const button = h("button", { type: "button", class: "pp-link-button", onclick: back }, say("undo"));
    undo.replaceChildren(h("p", { role: "status" }, say("forgotten"), " ", button));
    button.focus();
  });
}
