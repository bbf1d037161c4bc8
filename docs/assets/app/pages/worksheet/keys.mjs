// @ts-check
/** Keys and pasting in the table, as in a spreadsheet: Enter goes down, arrows leave a cell at its ends, blocks are pasted. */
/** @typedef {import("../../worksheets/sheet.mjs").Sheet} Sheet */
/** @typedef {import("./fields.mjs").Field} Field */
/**
 * @typedef {object} Moves
 * @property {() => number} count of rows
 * @property {() => void} add a row at the end
 * @property {(row: number, to: number) => void} move
 * @property {() => boolean} undo what was done to the table last; whether there is such a thing
 * @property {(row: number, column: number, text: string) => void} paste
 */

/** @param {HTMLElement} body @param {Sheet} sheet @param {Moves} moves */
export function listen(body, sheet, moves) {
  body.addEventListener("keydown", (event) => {
    const at = placeOf(event.target, sheet);
    if (!at || event.isComposing) return;
    // What is written in a field the browser takes back itself; from then on there is nothing else to undo.
    const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (isUndo && moves.undo()) return event.preventDefault();
    if (event.ctrlKey || event.metaKey) return;
    const step = stepOf(event, at.field);
    if (!step) return;
    const [down, across] = step;
    if (event.altKey) {
      const to = at.row + down;
      if (to < 0 || to >= moves.count()) return;
      event.preventDefault();
      moves.move(at.row, to);
      return focus(body, sheet, to, at.column);
    }
    const row = at.row + down;
    if (row === moves.count() && event.key === "Enter") moves.add();
    if (focus(body, sheet, row, at.column + across)) event.preventDefault();
  });
  body.addEventListener("paste", (event) => {
    const at = placeOf(event.target, sheet);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!at || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    moves.paste(at.row, at.column, text);
  });
}

/** @param {EventTarget|null} target @param {Sheet} sheet @returns {{field: Field, row: number, column: number}|null} */
function placeOf(target, sheet) {
  const field = /** @type {Field} */ (target);
  if (!field.dataset?.column) return null;
  const column = sheet.columns.findIndex(({ id }) => id === field.dataset.column);
  return { field, row: Number(field.dataset.row), column };
}

/** @param {HTMLElement} body @param {Sheet} sheet @param {number} row @param {number} column @returns {boolean} whether there is such a cell */
export function focus(body, sheet, row, column) {
  const id = sheet.columns[column]?.id;
  const field = id && /** @type {Field|null} */ (body.querySelector(`[data-row="${row}"][data-column="${id}"]`));
  if (!field) return false;
  field.focus();
  if (field instanceof HTMLInputElement && field.type === "text") field.select();
  return true;
}

/** @type {Record<string, [number, number]>} rows down, columns across */
const ARROWS = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

/** @param {KeyboardEvent} event @param {Field} field @returns {[number, number]|null} */
function stepOf({ key, shiftKey, altKey }, field) {
  if (key === "Enter") return altKey ? null : [shiftKey ? -1 : 1, 0];
  const arrow = ARROWS[key];
  if (!arrow || shiftKey) return null;
  const isText = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text");
  if (!isText) return null; // arrows change a date or a choice
  if (altKey) return arrow[1] === 0 ? arrow : null;
  if (field.getAttribute("list") && arrow[0] !== 0) return null; // and go through the names of rows
  const single = field instanceof HTMLInputElement;
  const { selectionStart: from, selectionEnd: to, value } = field;
  const whole = from === 0 && to === value.length && value !== "";
  if (single && arrow[0] !== 0) return arrow;
  if (from !== to && !whole) return null;
  const isEnd = arrow[0] + arrow[1] > 0 ? to === value.length : from === 0;
  return isEnd ? arrow : null;
}
