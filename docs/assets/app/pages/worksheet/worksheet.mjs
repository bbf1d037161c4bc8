// @ts-check
/** A worksheet: fields to fill in, figures that follow, saved in the browser at once. */
import { dayOf } from "../../worksheets/cells.mjs";
import { workOut } from "../../worksheets/evaluate.mjs";
import { isBegun, newSheet, readSheet, written } from "../../worksheets/sheet.mjs";
import { openSheets } from "../../storage/saved-sheets.mjs";
import { h, sayer } from "../../ui/dom.mjs";
import { isoDay } from "../../ui/format.mjs";
import { answersOf } from "./answers.mjs";
import { figuresOf, renew } from "./figures.mjs";
import { gridOf } from "./grid.mjs";
import { focus, listen } from "./keys.mjs";
import { attempt, offerActions } from "./actions.mjs";
import { addRow, moveRow, removeRow, settle } from "./table-edits.mjs";

/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */
/** @typedef {import("../../worksheets/sheet.mjs").Filled} Filled */
/** @typedef {Record<string, import("../../worksheets/gaps.mjs").Result>} Results */
/**
 * @typedef {object} SheetPage
 * @property {Sheet} sheet
 * @property {Say} say
 * @property {Filled} filled what the page shows
 * @property {Results} results what comes of it
 * @property {boolean} isExample whether that is the example, of which nothing is saved
 * @property {import("../../storage/saved-sheets.mjs").SavedSheets} saved all of this kind
 * @property {string} key of the one that is open
 * @property {HTMLElement} panel where what a button opens is shown
 * @property {(filled: Filled, message: string) => void} change to something else, with an undo
 * @property {(filled: Filled) => void} show something else, without one
 * @property {(key: string) => void} open another sheet of this kind
 * @property {(isExample: boolean) => void} showExample
 * @property {() => void} leaveExample if it is shown
 * @property {(message: string, undo?: () => void) => void} tell
 */

/**
 * @typedef {object} View
 * @property {HTMLElement} status what has just been done, and its undo: below the table
 * @property {HTMLElement} below the same, where the buttons below the figures have done it
 * @property {HTMLElement} trouble whether it is saved
 * @property {ReturnType<typeof figuresOf>} showFigures
 * @property {import("./grid.mjs").Grid} grid
 * @property {ReturnType<typeof answersOf>} drawAnswers
 * @property {HTMLElement} picture
 * @property {((results: Results|null) => void)|null} draw the picture; null until it is loaded
 * @property {string|null} stored the text that is stored, as far as this page knows
 * @property {import("../../storage/local-storage.mjs").Trouble} held why what is stored must stay: it was not read
 */

/** @param {HTMLElement} root */
export async function start(root) {
  const sheet = /** @type {Sheet} */ (JSON.parse(root.querySelector("script[data-sheet]")?.textContent ?? "{}"));
  const live = /** @type {HTMLElement} */ (root.querySelector("[data-live]"));
  const paper = /** @type {HTMLElement} */ (root.querySelector("[data-paper]"));
  if (sheet.columns.length === 0) return;
  const [say, saved] = [sayer(root), openSheets(root.dataset.bank ?? "", sheet.id)];
  pageOf(sheet, say, saved, live);
  paper.hidden = true;
  live.hidden = false;
}

/** @param {Sheet} sheet @param {Say} say @param {SheetPage["saved"]} saved @param {HTMLElement} live */
function pageOf(sheet, say, saved, live) {
  const [status, trouble, below] = /** @type {HTMLElement[]} */ ([...live.querySelectorAll("[role=status]")]);
  /** @type {View} */
  const view = {
    ...{ status, below, trouble, stored: null, held: null, draw: null },
    showFigures: figuresOf(sheet, say, live),
    grid: gridOf(
      sheet,
      say,
      {
        write: (row, column, text) => write(page, view, page.filled.rows[row], column, text),
        settle(row, before) {
          settle(page, row, before);
          view.grid.check(page.filled.rows);
        },
        remove: (row) => removeRow(page, view.grid.body, row),
        move: (row, to) => moveRow(page, row, to),
      },
      live,
    ),
    drawAnswers: answersOf(sheet, say, (id, text) => write(page, view, page.filled.answers, id, text), live),
    picture: /** @type {HTMLElement} */ (live.querySelector(".pp-drawn")),
  };
  /** @type {SheetPage} */
  const page = {
    ...{ sheet, say, saved, key: saved.open(), filled: newSheet(sheet), results: {}, isExample: false },
    panel: /** @type {HTMLElement} */ (live.querySelector(".pp-panel")),
    tell: (message, undo) => tell(page, view, message, undo),
    change: (filled, message) => change(page, view, filled, message),
    show: (filled) => replace(page, view, filled),
    leaveExample: () => {},
    open(key) {
      saved.setOpen((page.key = key));
      page.tell(""); // an undo would change the sheet that is open now
      load(page, view);
    },
    showExample(isExample) {
      page.isExample = isExample;
      page.tell("");
      view.trouble.textContent = "";
      if (isExample && sheet.example) replace(page, view, sheet.example);
      else load(page, view);
    },
  };
  listenTo(page, view, live);
  load(page, view);
  saved.onOutside(() => {
    const { text } = saved.at(page.key).read();
    if (page.isExample || text === view.stored) return;
    load(page, view);
    page.tell(say("elsewhere"));
  });
  window.addEventListener("pageshow", ({ persisted }) => persisted && !page.isExample && load(page, view));
}

/** @param {SheetPage} page @param {View} view @param {HTMLElement} live listens to all that is on the page */
function listenTo(page, view, live) {
  const { body } = view.grid;
  listen(body, page.sheet, {
    count: () => page.filled.rows.length,
    add: () => addRow(page),
    move: (row, to) => moveRow(page, row, to),
    undo() {
      const button = view.status.querySelector("button");
      button?.click();
      return button !== null;
    },
    paste: (row, column, text) =>
      attempt(page, async () => {
        (await import("./tools/paste.mjs")).open(page, row, column, text);
        focus(body, page.sheet, row, column);
      }),
  });
  offerActions(page, live, () => {
    addRow(page);
    focus(body, page.sheet, page.filled.rows.length - 1, 0);
  });
}

/** @param {SheetPage} page @param {View} view @param {Record<string, string>} texts @param {string} id @param {string} text */
function write(page, view, texts, id, text) {
  texts[id] = text;
  for (const place of [view.status, view.below]) place.replaceChildren(); // an undo would now take back more than it says
  follow(page, view);
}

/** @param {SheetPage} page @param {View} view works out, shows and saves what is now written */
function follow(page, view) {
  const { sheet, filled, isExample } = page;
  const today = isExample && sheet.example ? sheet.example.today : isoDay(new Date());
  const results = (page.results = workOut(sheet, filled, dayOf(today) ?? 0));
  view.grid.show(results);
  const begun = isBegun(sheet, filled);
  view.showFigures(results, filled, begun);
  if (view.draw) view.draw(begun ? results : null);
  else if (begun) loadPicture(page, view);
  if (!isExample) save(page, view);
}

/** @param {SheetPage} page @param {View} view which an empty sheet does not need */
function loadPicture(page, view) {
  const { picture } = page.sheet;
  if (!picture) return;
  view.draw = () => {};
  attempt(page, async () => {
    view.draw = await (await import("./tools/picture.mjs")).openPicture(page, picture, view.picture);
    follow(page, view);
  });
}

/** @param {SheetPage} page @param {View} view */
function save({ sheet, say, filled, saved, key }, view) {
  const store = saved.at(key);
  const text = isBegun(sheet, filled) || filled.name ? written(filled, sheet) : null;
  const put = () => (text === null ? store.remove() : store.write(text));
  const failed = view.held ?? (text === view.stored ? null : put());
  if (failed === null) view.stored = text;
  renew(view.trouble, failed ? say(failed) : text === null ? "" : say("saved"));
}

/** @param {SheetPage} page @param {View} view @param {Filled} filled is shown from now on; the focus stays where it was */
function replace(page, view, filled) {
  const { row, column } = /** @type {HTMLElement|null} */ (document.activeElement)?.dataset ?? {};
  page.filled = structuredClone(filled);
  view.grid.draw(page.filled.rows);
  view.grid.check(page.filled.rows);
  view.drawAnswers(page.filled.answers);
  follow(page, view);
  const place = page.sheet.columns.findIndex(({ id }) => id === column);
  if (row !== undefined && place >= 0) focus(view.grid.body, page.sheet, Number(row), place);
}

/** @param {SheetPage} page @param {View} view @param {string} message @param {(() => void)} [undo] */
function tell({ say }, { status, below }, message, undo) {
  const isBelow = below.parentElement?.contains(document.activeElement);
  const place = isBelow ? below : status;
  place.tabIndex = -1;
  (isBelow ? status : below).replaceChildren();
  const back = () => {
    place.replaceChildren(say("undone"));
    undo?.();
    if (document.activeElement === document.body) place.focus({ preventScroll: true });
  };
  const button = h("button", { type: "button", class: "pp-link-button", onclick: back }, say("undo"));
  place.replaceChildren(message, ...(undo ? [" ", button] : []));
}

/** @param {SheetPage} page @param {View} view @param {Filled} filled @param {string} message */
function change(page, view, filled, message) {
  const before = structuredClone(page.filled);
  replace(page, view, filled);
  page.tell(message, () => replace(page, view, before));
}

/** @param {SheetPage} page @param {View} view shows what is stored; what cannot be read is put aside */
function load(page, view) {
  const { sheet, say, saved, key } = page;
  const store = saved.at(key);
  const { text, trouble } = store.read();
  const found = text === null ? null : readSheet(sheet, text);
  const isOdd = text !== null && found === null;
  view.held = isOdd ? store.setAside(text) : trouble;
  view.stored = text;
  if (isOdd) page.tell(say("unreadable_kept"));
  const fresh = newSheet(sheet);
  replace(page, view, { ...fresh, ...found, rows: found?.rows.length ? found.rows : fresh.rows });
}
