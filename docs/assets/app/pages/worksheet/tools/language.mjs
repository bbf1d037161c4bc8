// @ts-check
/** A pasted text, counted as it is written and never sent or kept; its counts become a row of the sheet. */
import { LONGEST_TEXT, countText, tellingWords } from "../../../worksheets/count-text.mjs";
import { LONGEST_NAME } from "../../../worksheets/format.mjs";
import { isBlank } from "../../../worksheets/sheet.mjs";
import { allSheets } from "../../../storage/all-sheets.mjs";
import { openCurrent } from "../../../storage/current-response.mjs";
import { h } from "../../../ui/dom.mjs";
import { button, sayMore, show } from "./panel.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("../../../worksheets/count-text.mjs").Count} Count */
/** @typedef {{column: string, words: string[], own?: string, chart?: {worksheet: string, column: string}}} List */
/** @typedef {{words: string, sentences: string, questions: string, lists: List[]}} Counts */

/** @param {SheetPage} page */
export async function open(page) {
  const counts = page.sheet.counts;
  if (!counts) return;
  const [say, { outline, browser }] = await Promise.all([sayMore(), openCurrent()]);
  page.leaveExample();
  const stored = allSheets(outline.id, browser);
  const charts = counts.lists.map(({ chart }) => (chart ? tellingWords(textsIn(stored, chart)) : []));
  const fields = counts.lists.map((list, index) => ownField(list, index));
  const text = /** @type {HTMLTextAreaElement} */ (h("textarea", { id: "pasted", rows: 6, maxlength: LONGEST_TEXT }));
  const name = /** @type {HTMLInputElement} */ (
    h("input", { id: "pasted-name", type: "text", maxlength: LONGEST_NAME })
  );
  const quotes = /** @type {HTMLInputElement} */ (h("input", { id: "pasted-quotes", type: "checkbox" }));
  const result = h("div", { "aria-live": "polite" });
  const count = () => {
    const lists = counts.lists.map(({ words }, index) => [...words, ...wordsIn(fields[index]), ...charts[index]]);
    return countText(text.value, lists, quotes.checked);
  };
  const draw = () => result.replaceChildren(...(text.value.trim() === "" ? [] : drawn(page, say, text.value, count())));
  for (const field of [text, quotes, ...fields]) field?.addEventListener("input", draw);
  const add = () => {
    if (text.value.trim() === "") return text.focus();
    addRow(page, say, counts, name.value.trim(), count());
  };
  const labelled = (/** @type {HTMLElement|null} */ field, /** @type {string} */ label) =>
    field && h("p", {}, h("label", { for: field.id }, label), h("br"), field);
  show(
    page,
    say,
    say("text_title"),
    h("p", {}, say("text_lead")),
    labelled(text, say("text_field")),
    ...counts.lists.map(({ own = "" }, index) => labelled(fields[index], own)),
    charts.some((words) => words.length > 0) && h("p", {}, h("small", {}, say("text_chart"))),
    h("p", {}, quotes, " ", h("label", { for: quotes.id }, say("text_quotes"))),
    result,
    labelled(name, say("text_name")),
    h("p", { class: "pp-actions" }, button(say("text_add"), add, true)),
  );
  text.focus();
}

/** @param {List} list @param {number} index @returns {HTMLInputElement|null} for words of the reader's own */
const ownField = ({ own }, index) =>
  own ? /** @type {HTMLInputElement} */ (h("input", { id: `own-words-${index}`, type: "text", maxlength: 500 })) : null;

/** @param {HTMLInputElement|null} field @returns {string[]} parted by commas */
const wordsIn = (field) => (field?.value ?? "").split(",").slice(0, 100);

/** @param {string[]} stored @param {{worksheet: string, column: string}} of @returns {string[]} what is written in that column */
function textsIn(stored, { worksheet, column }) {
  const sheets = stored.flatMap((text) => {
    try {
      const { sheet, rows } = JSON.parse(text);
      return sheet === worksheet && Array.isArray(rows) ? rows : [];
    } catch {
      return [];
    }
  });
  return sheets.map((row) => row?.[column]).filter((text) => typeof text === "string");
}

/** @param {SheetPage} page @param {Say} say @param {string} text @param {Count} count @returns {HTMLElement[]} the numbers, and the text with the words marked */
function drawn({ sheet }, say, text, count) {
  const lists = sheet.counts?.lists ?? [];
  const title = (/** @type {string} */ id) => sheet.columns.find((column) => column.id === id)?.title ?? id;
  const row = (/** @type {string} */ name, /** @type {number} */ n, /** @type {number|null} */ mark = null) =>
    h("tr", {}, h("th", { scope: "row" }, name, mark !== null && h("sup", {}, mark)), h("td", {}, n));
  const { words, sentences, questions } = count;
  const rows = [
    row(title(sheet.counts?.words ?? ""), words),
    row(title(sheet.counts?.sentences ?? ""), sentences),
    row(title(sheet.counts?.questions ?? ""), questions),
    ...lists.map(({ column }, list) => row(title(column), count.lists[list], list + 1)),
  ];
  /** @type {(Node|string)[]} */
  const parts = [];
  let at = 0;
  for (const { start, end, list } of count.marks) {
    parts.push(text.slice(at, start), h("mark", { "data-step": list }, text.slice(start, end), h("sup", {}, list + 1)));
    at = end;
  }
  parts.push(text.slice(at));
  return [
    h("table", { class: "pp-each" }, h("tbody", {}, ...rows)),
    h("p", { class: "pp-marked", role: "group", "aria-label": say("text_marked"), tabindex: 0 }, ...parts),
  ];
}

/** @param {SheetPage} page @param {Say} say @param {Counts} counts @param {string} name @param {Count} count */
function addRow(page, say, counts, name, count) {
  const { filled, sheet } = page;
  const numbers = [
    [counts.words, count.words],
    [counts.sentences, count.sentences],
    [counts.questions, count.questions],
    ...counts.lists.map(({ column }, list) => [column, count.lists[list]]),
  ];
  const own = filled.rows.filter((row) => !isBlank(row));
  const first = { [sheet.columns[0].id]: name || say("text_unnamed", { n: own.length + 1 }) };
  const row = { ...first, ...Object.fromEntries(numbers.map(([id, n]) => [id, String(n)])) };
  page.change({ ...filled, rows: [...own, row] }, say("text_added"));
}
