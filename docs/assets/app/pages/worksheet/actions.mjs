// @ts-check
/** What can be done with a sheet as a whole: the example, files, the clipboard, print, emptying it. */
import { newSheet } from "../../worksheets/sheet.mjs";
import { h } from "../../ui/dom.mjs";

/** @typedef {import("./worksheet.mjs").SheetPage} SheetPage */

/** @param {SheetPage} page @returns {{before: HTMLElement, after: HTMLElement}} what stands above and below the sheet */
export function offerActions(page) {
  const { sheet, say } = page;
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    h("button", { type: "button", class: "md-button", onclick: act }, say(key));
  const later = (/** @type {"save"|"copy"} */ name) => () =>
    import("./transfer.mjs").then((transfer) => transfer[name](page), failed);
  const failed = (/** @type {unknown} */ error) => {
    console.error("transfer:", error);
    page.tell(say("not_loaded"));
  };
  const open = (/** @type {File|undefined} */ file) =>
    file && import("./transfer.mjs").then((transfer) => transfer.open(page, file), failed);
  const file = h("input", {
    type: "file",
    accept: ".csv,text/csv,text/plain",
    class: "pp-unseen",
    tabindex: -1,
    "aria-hidden": "true",
  });
  file.addEventListener("change", () => {
    open(/** @type {HTMLInputElement} */ (file).files?.[0]);
    /** @type {HTMLInputElement} */ (file).value = "";
  });
  const after = h(
    "p",
    { class: "pp-actions" },
    button("save_csv", later("save")),
    button("open_csv", () => file.click()),
    file,
    button("copy", later("copy")),
    button("print", () => window.print()),
    button("clear", () => page.change(newSheet(sheet), say("cleared"))),
  );
  return { before: h("div", {}, example(page), hints(page)), after };
}

/** @param {SheetPage} page @returns {HTMLElement} */
function example({ sheet, say, showExample }) {
  const element = h("div", { class: "pp-example" });
  if (!sheet.example) return element;
  const notice = h("p", { class: "pp-notice", hidden: true }, say("example", { of: sheet.example.of }));
  const button = h("button", { type: "button", class: "md-button" }, say("see_example"));
  button.addEventListener("click", () => {
    const isShown = notice.hidden;
    notice.hidden = !isShown;
    button.textContent = say(isShown ? "example_back" : "see_example");
    showExample(isShown);
  });
  element.append(notice, button);
  return element;
}

/** @param {SheetPage} page @returns {HTMLElement} */
function hints({ sheet, say }) {
  const rows = sheet.columns.flatMap(({ id, title, hint }) => [
    h("dt", {}, title),
    h("dd", { id: `hint-${id}` }, hint ?? title),
  ]);
  return h(
    "details",
    { class: "pp-hints" },
    h("summary", {}, say("hints")),
    h("dl", { class: "pp-facts" }, ...rows),
    h("p", {}, say("hint_keys")),
  );
}
