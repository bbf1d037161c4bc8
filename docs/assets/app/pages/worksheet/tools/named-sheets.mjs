// @ts-check
/** Several sheets of a kind: each by its name, to open, to name, to begin and to delete. */
import { LONGEST_NAME } from "../../../worksheets/format.mjs";
import { readSheet } from "../../../worksheets/sheet.mjs";
import { h } from "../../../ui/dom.mjs";
import { button, sayMore, show } from "./panel.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */
/** @typedef {import("../../../types.mjs").Say} Say */

/** @param {SheetPage} page */
export async function open(page) {
  const say = await sayMore();
  page.leaveExample();
  draw(page, say);
}

/** @param {SheetPage} page @param {Say} say */
function draw(page, say) {
  const keys = [...new Set([...page.saved.keys(), page.key])];
  const named = keys.map((key, index) => ({ key, name: nameAt(page, key) || say("unnamed", { n: index + 1 }) }));
  const rows = named.map(({ key, name }) => row(page, say, key, name));
  const begin = () => {
    page.open(page.saved.fresh());
    page.panel.replaceChildren();
    page.tell(say("begun"));
    const cell = page.panel.closest("[data-live]")?.querySelector(`[data-row="0"][data-column]`);
    /** @type {HTMLElement|null|undefined} */ (cell)?.focus();
  };
  show(
    page,
    say,
    say("sheets_title"),
    nameField(page, say),
    h("ul", { class: "pp-panel__list" }, ...rows),
    h("p", { class: "pp-actions" }, button(say("begin"), begin)),
  );
}

/** @param {SheetPage} page @param {string} key @returns {string} */
function nameAt({ sheet, saved, key: current, filled }, key) {
  if (key === current) return filled.name ?? "";
  const { text } = saved.at(key).read();
  return (text !== null && readSheet(sheet, text)?.name) || "";
}

/** @param {SheetPage} page @param {Say} say @returns {HTMLElement} */
function nameField(page, say) {
  const field = /** @type {HTMLInputElement} */ (
    h("input", { id: "sheet-name", type: "text", maxlength: LONGEST_NAME, autocomplete: "off" })
  );
  field.value = page.filled.name ?? "";
  field.addEventListener("change", () => {
    page.show({ ...page.filled, name: field.value.trim() });
    page.tell(say("renamed"));
    draw(page, say);
  });
  return h("p", {}, h("label", { for: "sheet-name" }, say("name")), " ", field);
}

/** @param {SheetPage} page @param {Say} say @param {string} key @param {string} name @returns {HTMLElement} */
function row(page, say, key, name) {
  const act = (/** @type {string} */ word, /** @type {() => void} */ onclick) =>
    h("button", { type: "button", class: "pp-link-button", "aria-label": `${say(word)}: ${name}`, onclick }, say(word));
  const isOpen = key === page.key;
  const openIt = () => {
    page.open(key);
    draw(page, say);
  };
  return h(
    "li",
    { "aria-current": isOpen && "true" },
    h("strong", {}, name),
    " ",
    isOpen ? say("is_open") : act("open", openIt),
    " ",
    act("delete", () => remove(page, say, key, name)),
  );
}

/** @param {SheetPage} page @param {Say} say @param {string} key @param {string} name */
function remove(page, say, key, name) {
  const store = page.saved.at(key);
  const { text } = store.read();
  const before = page.key;
  const trouble = store.remove();
  if (trouble) return page.tell(page.say(trouble));
  page.open(key === before ? (page.saved.keys()[0] ?? "") : before);
  draw(page, say);
  page.tell(say("deleted_sheet", { name }), () => {
    if (text !== null) store.write(text);
    page.open(before);
    draw(page, say);
  });
}
