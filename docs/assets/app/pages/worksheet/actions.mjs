// @ts-check
/** What can be done with a sheet as a whole: the example above it, and what each button below it opens. */
import { newSheet } from "../../worksheets/sheet.mjs";

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

/** @param {SheetPage} page @param {HTMLElement} live @param {() => void} add a row */
export function offerActions(page, live, add) {
  const { sheet, say } = page;
  const file = fileField(page, live);
  const tool = (/** @type {string} */ name) =>
    attempt(page, async () => (await TOOLS[/** @type {Tool} */ (name)]()).open(page));
  /** @type {Record<string, () => void>} */
  const acts = {
    add,
    example: exampleOf(page, live),
    file: () => file.click(),
    print: () => window.print(),
    clear: () => page.change({ ...newSheet(sheet), name: page.filled.name }, say("cleared")),
  };
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (live.querySelectorAll("[data-act]"))) {
    const name = button.dataset.act ?? "";
    button.addEventListener("click", acts[name] ?? (() => tool(name)));
  }
  if (location.hash === "#fill" && sheet.prefill) tool("prefill");
  openLink(page);
  window.addEventListener("hashchange", () => openLink(page));
}

/** @param {SheetPage} page @param {() => Promise<unknown>} act which may need what cannot be loaded */
export async function attempt({ say, tell }, act) {
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

/** @param {SheetPage} page @param {HTMLElement} live @returns {HTMLInputElement} */
function fileField(page, live) {
  const field = /** @type {HTMLInputElement} */ (live.querySelector("input[type=file]"));
  field.addEventListener("change", () => {
    const file = field.files?.[0];
    if (file) attempt(page, async () => (await import("./tools/open.mjs")).open(page, file));
    field.value = ""; // the same file may be chosen again after a change in it
  });
  return field;
}

/** @param {SheetPage} page @param {HTMLElement} live @returns {() => void} shows the example, or the reader's sheet again */
function exampleOf(page, live) {
  const [notice, button] = /** @type {HTMLElement[]} */ ([...(live.querySelector(".pp-example")?.children ?? [])]);
  const toggle = () => {
    notice.hidden = page.isExample;
    page.showExample(!page.isExample);
    button.textContent = page.say(page.isExample ? "example_back" : "see_example");
  };
  page.leaveExample = () => page.isExample && toggle();
  return toggle;
}
