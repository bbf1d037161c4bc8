// @ts-check
/** What can be done with a sheet as a whole: the example above it, and below it a button for each thing more. */
import { newSheet } from "../../worksheets/sheet.mjs";
import { h } from "../../ui/dom.mjs";

/** @typedef {import("./worksheet.mjs").SheetPage} SheetPage */
/** What a button loads when it is pressed. @typedef {"language"|"evidence"|"prefill"|"share"|"sheets"} Tool */

/** @type {Record<Tool, () => Promise<{open: (page: SheetPage) => unknown}>>} */
const TOOLS = {
  language: () => import("./tools/language.mjs"),
  evidence: () => import("./tools/evidence.mjs"),
  prefill: () => import("./tools/prefill.mjs"),
  share: () => import("./tools/share.mjs"),
  sheets: () => import("./tools/named-sheets.mjs"),
};

/** @param {SheetPage} page @returns {{before: HTMLElement, after: HTMLElement}} what stands above and below the sheet */
export function offerActions(page) {
  const { sheet, say } = page;
  const button = (/** @type {string} */ key, /** @type {() => void} */ act) =>
    h("button", { type: "button", class: "md-button", onclick: act }, say(key));
  const tool = (/** @type {Tool} */ name) =>
    button(name, () => void attempt(page, async () => (await TOOLS[name]()).open(page)));
  const file = fileField(page);
  const after = h(
    "p",
    { class: "pp-actions" },
    sheet.counts && tool("language"),
    (sheet.evidence?.length ?? 0) > 0 && tool("evidence"),
    sheet.prefill && tool("prefill"),
    tool("share"),
    button("open_file", () => file.click()),
    file,
    tool("sheets"),
    button("print", () => window.print()),
    button("clear", () => page.change({ ...newSheet(sheet), name: page.filled.name }, say("cleared"))),
  );
  if (location.hash === "#fill" && sheet.prefill) attempt(page, async () => (await TOOLS.prefill()).open(page));
  openLink(page);
  window.addEventListener("hashchange", () => openLink(page));
  return { before: h("div", {}, example(page), hints(page)), after };
}

/** @param {SheetPage} page @param {() => Promise<unknown>} act which may need what cannot be loaded */
async function attempt({ say, tell }, act) {
  try {
    await act();
  } catch (error) {
    console.error("worksheet:", error);
    tell(say("not_loaded"));
  }
}

/** @param {SheetPage} page looks into a sheet that the address carries */
function openLink(page) {
  if (location.hash.startsWith("#s="))
    attempt(page, async () => (await import("./tools/link.mjs")).openCode(page, location.hash.slice(3)));
}

/** @param {SheetPage} page @returns {HTMLElement} */
function fileField(page) {
  const accept = ".csv,.json,text/csv,text/plain,application/json";
  const field = /** @type {HTMLInputElement} */ (
    h("input", { type: "file", accept, class: "pp-unseen", tabindex: -1, "aria-hidden": "true" })
  );
  field.addEventListener("change", () => {
    const file = field.files?.[0];
    if (file) attempt(page, async () => (await import("./tools/open.mjs")).open(page, file));
    field.value = ""; // the same file may be chosen again after a change in it
  });
  return field;
}

/** @param {SheetPage} page @returns {HTMLElement} */
function example(page) {
  const { sheet, say, showExample } = page;
  const element = h("div", { class: "pp-example" });
  if (!sheet.example) return element;
  const notice = h("p", { class: "pp-notice", hidden: true }, say("example", { of: sheet.example.of }));
  const button = h("button", { type: "button", class: "md-button" }, say("see_example"));
  const toggle = () => {
    const isShown = notice.hidden !== false;
    notice.hidden = !isShown;
    button.textContent = say(isShown ? "example_back" : "see_example");
    showExample(isShown);
  };
  button.addEventListener("click", toggle);
  page.leaveExample = () => notice.hidden || toggle();
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
