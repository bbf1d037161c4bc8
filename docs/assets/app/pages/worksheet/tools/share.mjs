// @ts-check
/** A sheet handed on: as a file, as CSV, together with the answers, as a link, to the clipboard. */
import { tableOf, toBlock, toCsv } from "../../../worksheets/table-text.mjs";
import { isBlank, written } from "../../../worksheets/sheet.mjs";
import { fileName } from "../../../exports/file-name.mjs";
import { openCurrent } from "../../../storage/current-response.mjs";
import { download, h } from "../../../ui/dom.mjs";
import { saveWithSheets } from "../../sheets-file.mjs";
import { button, sayMore, show } from "./panel.mjs";
import { linkOf } from "./link.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */
/** @typedef {import("../../../types.mjs").Say} Say */

/** @param {SheetPage} page */
export async function open(page) {
  const say = await sayMore();
  const act = (/** @type {string} */ key, /** @type {() => unknown} */ does) =>
    h("li", {}, button(say(key), does), " ", h("small", {}, say(`${key}_about`)));
  const list = h(
    "ul",
    { class: "pp-panel__list" },
    act("save_file", () => saveFile(page)),
    act("save_csv", () => download(nameOf(page, "csv"), toCsv(table(page, say)), "text/csv")),
    act("save_all", () => saveAll(page)),
    act("copy_link", () => copyLink(page, say)),
    act("copy_table", () => copy(page, toBlock(table(page, say)), say("table_copied"), say)),
  );
  show(page, say, say("share_title"), list);
}

/** @param {SheetPage} page @param {string} ending @returns {string} */
const nameOf = ({ sheet, filled }, ending) =>
  filled.name ? fileName(sheet, { label: filled.name }, sheet.id, ending) : `${sheet.id}.${ending}`;

/** @param {SheetPage} page @param {Say} say @returns {string[][]} */
const table = ({ sheet, filled }, say) =>
  tableOf(
    sheet,
    { ...filled, rows: filled.rows.filter((row) => !isBlank(row)) },
    { question: say("csv_question"), answer: say("csv_answer") },
  );

/** @param {SheetPage} page */
const saveFile = (page) =>
  download(nameOf(page, "json"), `${JSON.stringify(JSON.parse(written(page.filled, page.sheet)), null, 2)}\n`);

/** @param {SheetPage} page the answers in use, with every worksheet of this browser */
async function saveAll(page) {
  const { refused } = saveWithSheets(await openCurrent());
  if (refused) page.tell(page.say(refused));
}

/** @param {SheetPage} page @param {Say} say */
async function copyLink(page, say) {
  const link = await linkOf(page);
  if (link === null) return page.tell(say("link_long"));
  await copy(page, link, say("link_copied"), say);
}

/** @param {SheetPage} page @param {string} text @param {string} done @param {Say} say */
async function copy(page, text, done, say) {
  try {
    await navigator.clipboard.writeText(text);
    page.tell(done);
  } catch (error) {
    console.warn("clipboard:", error);
    page.tell(say("not_copied"));
  }
}
