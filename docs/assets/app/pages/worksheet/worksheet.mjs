// @ts-check
/** A worksheet: fields to fill in, figures that follow, saved in the browser at once. */
import { dayOf } from "../../worksheets/cells.mjs";
import { workOut } from "../../worksheets/evaluate.mjs";
import { MOST_ROWS, isBegun, newSheet, readSheet, renamed, written } from "../../worksheets/sheet.mjs";
import { placesOf } from "../../storage/keys.mjs";
import { openStore } from "../../storage/local-storage.mjs";
import { ROOT } from "../../storage/site.mjs";
import { h, sayer } from "../../ui/dom.mjs";
import { isoDay } from "../../ui/format.mjs";
import { answersOf } from "./answers.mjs";
import { figuresOf } from "./figures.mjs";
import { gridOf } from "./grid.mjs";
import { focus, listen } from "./keys.mjs";
import { offerActions } from "./actions.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */
/** @typedef {import("../../worksheets/sheet.mjs").Filled} Filled */
/**
 * @typedef {object} SheetPage
 * @property {Sheet} sheet
 * @property {Say} say
 * @property {Filled} filled what the page shows
 * @property {boolean} isExample whether that is the example, of which nothing is saved
 * @property {(filled: Filled, message: string) => void} change to something else, with an undo
 * @property {(isExample: boolean) => void} showExample
 * @property {(message: string) => void} tell
 */

/**
 * @typedef {object} View
 * @property {HTMLElement} status what has just been done, and its undo
 * @property {HTMLElement} trouble whether it is saved
 * @property {ReturnType<typeof figuresOf>} figures
 * @property {import("./grid.mjs").Grid} grid
 * @property {ReturnType<typeof answersOf>} answers
 * @property {import("../../storage/local-storage.mjs").Store} store
 * @property {HTMLElement} picture
 * @property {((results: Record<string, import("../../worksheets/gaps.mjs").Result>|null) => void)|null} draw the picture; null until it is loaded
 * @property {string|null} stored the text that is stored, as far as this page knows
 * @property {import("../../storage/local-storage.mjs").Trouble} held why what is stored must stay: it was not read
 */

/** @param {HTMLElement} root */
export async function start(root) {
  const sheet = /** @type {Sheet} */ (JSON.parse(root.querySelector("script[data-sheet]")?.textContent ?? "{}"));
  const live = /** @type {HTMLElement} */ (root.querySelector("[data-live]"));
  const paper = /** @type {HTMLElement} */ (root.querySelector("[data-paper]"));
  if (sheet.columns.length === 0) return;
  const say = sayer(root);
  const store = openStore(placesOf(ROOT.pathname, root.dataset.bank ?? "").sheets + sheet.id);
  const page = pageOf(sheet, say, store, live);
  page.load();
  store.onOutside((text) => {
    if (page.isExample) return;
    page.load();
    if (text !== undefined) page.tell(say("elsewhere"));
  });
  paper.hidden = true;
  live.hidden = false;
}

/** @param {Sheet} sheet @param {Say} say @param {import("../../storage/local-storage.mjs").Store} store @param {HTMLElement} live @returns {SheetPage & {load: () => void}} */
function pageOf(sheet, say, store, live) {
  /** @type {View} */
  const view = {
    status: h("p", { class: "pp-status", role: "status" }),
    trouble: h("p", { class: "pp-status", role: "status" }),
    figures: figuresOf(sheet, say),
    grid: gridOf(
      sheet,
      say,
      actsOf(
        () => page,
        () => view,
      ),
    ),
    answers: answersOf(sheet, say, (id, text) => write(page, view, page.filled.answers, id, text)),
    ...{ store, stored: null, held: null, draw: null },
    picture: h("figure", { class: "pp-drawn", hidden: true }),
  };
  /** @type {SheetPage & {load: () => void}} */
  const page = {
    ...{ sheet, say, filled: newSheet(sheet), isExample: false },
    tell: (message) => view.status.replaceChildren(message),
    change: (filled, message) => change(page, view, filled, message),
    showExample(isExample) {
      page.isExample = isExample;
      page.tell("");
      view.trouble.textContent = "";
      if (isExample && sheet.example) replace(page, view, sheet.example);
      else page.load();
    },
    load: () => load(page, view),
  };
  const add = () => addRow(page, view);
  listen(view.grid.body, sheet, {
    count: () => page.filled.rows.length,
    add,
    move: (row, to) => moveRow(page, row, to),
    paste: (row, column, block) => paste(page, row, column, block),
  });
  const addAndGo = () => {
    add();
    focus(view.grid.body, sheet, page.filled.rows.length - 1, 0);
  };
  const { before, after } = offerActions(page);
  const addButton = h("button", { type: "button", class: "md-button", onclick: addAndGo }, say("add"));
  const { grid, status, answers, figures, trouble } = view;
  live.append(before, grid.element, h("p", { class: "pp-grid-add" }, addButton));
  live.append(status, answers.element, figures.element, view.picture, trouble, after);
  return page;
}

/** @param {() => SheetPage} of @param {() => View} on @returns {import("./grid.mjs").Acts} what the table does */
const actsOf = (of, on) => ({
  write: (row, column, text) => write(of(), on(), of().filled.rows[row], column, text),
  settle(row, before) {
    const [page, view] = [of(), on()];
    const { sheet, filled } = page;
    const rows = renamed(sheet, filled.rows, before ?? "", filled.rows[row][sheet.columns[0].id] ?? "");
    if (rows !== filled.rows) replace(page, view, { ...filled, rows });
    view.grid.check(page.filled.rows);
  },
  remove(row) {
    const page = of();
    const rows = page.filled.rows.filter((_, index) => index !== row);
    page.change({ ...page.filled, rows: rows.length > 0 ? rows : [{}] }, page.say("deleted", { row: row + 1 }));
    focus(on().grid.body, page.sheet, Math.min(row, page.filled.rows.length - 1), 0);
  },
  move: (row, to) => moveRow(of(), row, to),
});

/** @param {SheetPage} page @param {View} view @param {Record<string, string>} texts @param {string} id @param {string} text */
function write(page, view, texts, id, text) {
  texts[id] = text;
  view.status.replaceChildren(); // an undo would now take back more than it says
  follow(page, view);
}

/** @param {SheetPage} page @param {View} view works out, shows and saves what is now written */
function follow(page, view) {
  const { sheet, filled, isExample } = page;
  const today = isExample && sheet.example ? sheet.example.today : isoDay(new Date());
  const results = workOut(sheet, filled, dayOf(today) ?? 0);
  view.grid.show(results);
  const begun = isBegun(sheet, filled);
  view.figures.show(results, filled, begun);
  if (view.draw) view.draw(begun ? results : null);
  else if (begun) loadPicture(page, view);
  if (!isExample) save(page, view);
}

/** @param {SheetPage} page @param {View} view which an empty sheet does not need */
function loadPicture(page, view) {
  const { picture } = page.sheet;
  if (!picture) return;
  view.draw = () => {};
  import("./tools/picture.mjs")
    .then(({ openPicture }) => openPicture(page, picture, view.picture))
    .then((draw) => {
      view.draw = draw;
      follow(page, view);
    })
    .catch((error) => console.error("picture:", error));
}

/** @param {SheetPage} page @param {View} view */
function save({ sheet, say, filled }, view) {
  const text = isBegun(sheet, filled) ? written(filled, sheet) : null;
  const put = () => (text === null ? view.store.remove() : view.store.write(text));
  const failed = view.held ?? (text === view.stored ? null : put());
  if (failed === null) view.stored = text;
  const said = failed ? say(failed) : text === null ? "" : say("saved");
  if (view.trouble.textContent !== said) view.trouble.textContent = said;
}

/** @param {SheetPage} page @param {View} view @param {Filled} filled is shown from now on; the focus stays where it was */
function replace(page, view, filled) {
  const { row, column } = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset ?? {};
  page.filled = structuredClone(filled);
  view.grid.draw(page.filled.rows);
  view.grid.check(page.filled.rows);
  view.answers.draw(page.filled.answers);
  follow(page, view);
  const place = page.sheet.columns.findIndex(({ id }) => id === column);
  if (row !== undefined && place >= 0) focus(view.grid.body, page.sheet, Number(row), place);
}

/** @param {SheetPage} page @param {View} view @param {Filled} filled @param {string} message */
function change(page, view, filled, message) {
  const { say, tell } = page;
  const before = structuredClone(page.filled);
  replace(page, view, filled);
  const undo = () => {
    replace(page, view, before);
    tell(say("undone"));
  };
  const button = h("button", { type: "button", class: "pp-link-button", onclick: undo }, say("undo"));
  view.status.replaceChildren(`${message} `, button);
}

/** @param {SheetPage} page @param {View} view shows what is stored; what cannot be read is put aside */
function load(page, view) {
  const { sheet, say, tell } = page;
  const { text, trouble } = view.store.read();
  const found = text === null ? null : readSheet(sheet, text);
  const isOdd = text !== null && found === null;
  view.held = isOdd ? view.store.setAside(text) : trouble;
  view.stored = text;
  if (isOdd) tell(say("unreadable_kept"));
  const fresh = newSheet(sheet);
  replace(page, view, { answers: found?.answers ?? {}, rows: found?.rows.length ? found.rows : fresh.rows });
}

/** @param {SheetPage} page @param {number} row @param {number} to */
function moveRow({ filled, change, say }, row, to) {
  if (to < 0 || to >= filled.rows.length) return;
  const rows = [...filled.rows];
  rows.splice(to, 0, ...rows.splice(row, 1));
  change({ ...filled, rows }, say("moved", { row: to + 1 }));
}

/** @param {SheetPage} page @param {View} view */
function addRow(page, view) {
  const { filled, say, tell } = page;
  if (filled.rows.length >= MOST_ROWS) return tell(say("most_rows", { n: MOST_ROWS }));
  replace(page, view, { ...filled, rows: [...filled.rows, {}] });
}

/** @param {SheetPage} page @param {number} row @param {number} column @param {string[][]} block puts it there, with rows as many as it needs */
function paste({ sheet, filled, change, say }, row, column, block) {
  const rows = structuredClone(filled.rows);
  let count = 0;
  block.forEach((texts, down) => {
    if (row + down >= MOST_ROWS) return;
    const at = (rows[row + down] ??= {});
    texts.slice(0, sheet.columns.length - column).forEach((text, across) => {
      at[sheet.columns[column + across].id] = text;
      count += 1;
    });
  });
  change({ ...filled, rows }, say("pasted", { n: count }));
}
