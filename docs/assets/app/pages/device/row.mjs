// @ts-check
/** One assessment in the list: its name, how far it is, and what can be done with it. */
import { formOf, formTitle, progress } from "../../response/answers.mjs";
import { h } from "../../ui/dom.mjs";
import { LIMITS } from "../../response/edit.mjs";
import { dateOf } from "../../ui/format.mjs";

/** @typedef {import("./device.mjs").DevicePage} DevicePage */
/** @typedef {import("../../types.mjs").Response} Response */
/** @typedef {{response: Response|null, before: Response|null|undefined, problems: import("../../types.mjs").Problem[]}} Shown */
/** Undefined for what cannot be done with this one.
 * @typedef {Partial<Record<"use"|"save"|"sheets"|"again"|"delete", () => void>> & {rename?: (name: string) => void}} Acts */

/**
 * @param {string} key of the entry
 * @param {Shown} shown
 * @param {Acts} acts
 * @param {{page: DevicePage, renaming: string|null, worth: boolean}} state `worth`: it holds anything
 * @returns {HTMLElement}
 */
export function rowOf(key, { response, before, problems }, acts, { page, renaming, worth }) {
  const { say, messageOf } = page;
  const name = response === null ? say("unreadable") : response.label || say("unnamed");
  const reports = problems.map((each) => h("p", { class: "pp-notice" }, messageOf(each)));
  const rename = acts.rename && renaming === key ? nameField(key, response?.label ?? "", acts.rename, page) : null;
  const facts = response && h("p", {}, h("small", {}, factsOf(response, before, page)));
  const heading = h("h3", { tabindex: "-1", "data-focus": `row-${key}` }, name);
  return h(
    "li",
    { "data-entry": key },
    heading,
    facts,
    ...reports,
    rename,
    rename ? null : buttons(key, name, acts, worth, page),
  );
}

/** @param {Response} response @param {Response|null|undefined} before @param {DevicePage} page @returns {string} */
function factsOf(response, before, { current, say }) {
  const { answered, of } = progress(current.outline, response);
  const count = response.snapshots.length;
  const form = formOf(current.outline, response);
  const facts = [
    say(form === "full" ? "form_full" : "form_short", { form: formTitle(current.outline, form) }),
    answered === 0 ? say("nothing_yet") : say("answered", { answered, of }),
    response.updated && answered > 0 && say("changed", { when: dateOf(response.updated) }),
    count > 0 && say("snapshots", { n: count }),
    before && say("has_before", { name: before.label || say("unnamed"), when: dateOf(before.updated) }),
  ];
  return facts.filter((fact) => fact).join(" · ");
}

/** @param {string} key @param {string} name @param {Acts} acts @param {boolean} worth @param {DevicePage} page */
function buttons(key, name, acts, worth, { rename, say }) {
  const button = (/** @type {string} */ act, /** @type {(() => void)|undefined|false} */ onclick) =>
    onclick &&
    h(
      "button",
      { type: "button", class: "pp-link-button", "data-focus": `${act}-${key}`, "data-act": act, onclick },
      say(act),
      h("span", { class: "pp-unseen" }, `: ${name}`),
    );
  return h(
    "p",
    { class: "pp-shelf__acts" },
    button("use", acts.use),
    button("rename", acts.rename && (() => rename(key))),
    button("save", worth && acts.save),
    button("sheets", acts.sheets),
    button("again", worth && acts.again),
    button("delete", worth && acts.delete),
  );
}

/** @param {string} key @param {string} label @param {(name: string) => void} rename @param {DevicePage} page @returns {HTMLElement} */
function nameField(key, label, rename, page) {
  const { say } = page;
  const id = `name-${key}`;
  const field = /** @type {HTMLInputElement} */ (
    h("input", { id, type: "text", maxlength: LIMITS.label, autocomplete: "off", "data-focus": id })
  );
  field.value = label;
  const close = () => {
    page.rename(null);
    page.focus(`rename-${key}`);
  };
  const onsubmit = (/** @type {Event} */ event) => {
    event.preventDefault();
    if (field.value.trim() !== label) rename(field.value.trim());
    close();
  };
  const onkeydown = (/** @type {KeyboardEvent} */ event) => event.key === "Escape" && close();
  return h(
    "form",
    { "data-rename": key, onsubmit, onkeydown },
    h("label", { for: id }, say("name")),
    field,
    h("button", { class: "pp-link-button" }, say("keep_name")),
    h("button", { type: "button", class: "pp-link-button", onclick: close }, say("cancel")),
  );
}
