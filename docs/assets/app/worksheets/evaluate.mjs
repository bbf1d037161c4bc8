// @ts-check
/**
 * Works out the figures of a sheet from their trees, which `formulas/tree.py` of the build describes. Pure; throws for no
 * sheet. What cannot be worked out comes back with its reasons.
 */
import { fold, readCell } from "./cells.mjs";
import { Gap } from "./gaps.mjs";
import { placesOf } from "./places.mjs";
import { isBlank, rowsByName } from "./sheet.mjs";
import { valueOf } from "./values.mjs";

/** @typedef {import("./gaps.mjs").Figure} Figure */
/** @typedef {import("./gaps.mjs").Prompt} Prompt */
/** @typedef {import("./gaps.mjs").Reason} Reason */
/** @typedef {import("./gaps.mjs").Value} Value */
/** @typedef {import("./gaps.mjs").Outcome} Outcome */
/** @typedef {import("./gaps.mjs").Result} Result */
/** @typedef {import("./gaps.mjs").World} World */
/** @typedef {import("./gaps.mjs").Context} Context */

/**
 * @param {import("./sheet.mjs").Sheet} sheet
 * @param {import("./sheet.mjs").Filled} filled
 * @param {number} today days since 1970
 * @returns {Record<string, Result>} by figure
 */
export const workOut = (sheet, filled, today) => resultsIn(worldOf(sheet, filled, today), sheet);

/**
 * @param {import("./sheet.mjs").Sheet} sheet
 * @param {import("./sheet.mjs").Filled} filled
 * @param {number} today days since 1970
 * @param {import("./gaps.mjs").Tree[]} trees conditions on the whole sheet
 * @returns {number} the place of the first that holds; -1 for none
 */
export function firstThatHolds(sheet, filled, today, trees) {
  const world = worldOf(sheet, filled, today);
  resultsIn(world, sheet);
  const [[, whole]] = placesOf(null, world);
  return trees.findIndex((tree) => valueOf(tree, whole) === true);
}

/** @param {World} world which learns of each in turn @param {import("./sheet.mjs").Sheet} sheet @returns {Record<string, Result>} */
function resultsIn(world, sheet) {
  /** @type {Record<string, Result>} */
  const results = {};
  for (const figure of sheet.figures) {
    const found = placesOf(figure.each, world).map(
      ([key, context]) => /** @type {const} */ ([key, figureAt(figure, context)]),
    );
    world.results[figure.id] = new Map(found.map(([key, value]) => [typeof key === "string" ? fold(key) : key, value]));
    results[figure.id] =
      figure.each === null ? outcomeOf(found[0][1]) : { each: found.map(([key, value]) => [key, outcomeOf(value)]) };
  }
  return results;
}

/** @param {Figure} figure @param {Context} context @returns {Value} */
function figureAt({ formula, needs }, context) {
  const enough = needs ? valueOf(needs.that, context) : true;
  if (enough instanceof Gap) return enough;
  return enough ? valueOf(formula, context) : new Gap([{ kind: "needs", say: needs?.say ?? "" }]);
}

/** @param {Value} value @returns {Outcome} */
const outcomeOf = (value) => (value instanceof Gap ? { missing: value.reasons } : { value });

/** @param {import("./sheet.mjs").Sheet} sheet @param {import("./sheet.mjs").Filled} filled @param {number} today @returns {World} */
function worldOf({ columns, questions, figures }, { answers, rows }, today) {
  const kept = rows.map((row, index) => ({ row, index })).filter(({ row }) => !isBlank(row));
  const named = rowsByName({ columns }, rows);
  const read = kept.map(({ row, index }) => ({
    index,
    cells: Object.fromEntries(
      columns.map((column) => [
        column.id,
        cellOf(column, row[column.id] ?? "", { row: index, column: column.id }, named),
      ]),
    ),
  }));
  return {
    rows: read,
    byIndex: new Map(read.map((row) => [row.index, row])),
    answers: Object.fromEntries(
      questions.map((prompt) => [prompt.id, cellOf(prompt, answers[prompt.id] ?? "", { question: prompt.id })]),
    ),
    columns: Object.fromEntries(columns.map((column) => [column.id, column])),
    figures: Object.fromEntries(figures.map((figure) => [figure.id, figure])),
    results: {},
    today,
  };
}

/**
 * @param {Prompt} prompt @param {string} text @param {{row: number, column: string}|{question: string}} place
 * @param {Map<string, number>} [named] @returns {Value}
 */
function cellOf(prompt, text, place, named) {
  const cell = readCell(prompt, text, named);
  if ("value" in cell) return cell.value;
  if ("fault" in cell) return new Gap([/** @type {Reason} */ ({ kind: "fault", ...place, fault: cell.fault })]);
  if (prompt.type === "text") return "";
  if (prompt.type === "row") return null;
  if (prompt.blank !== undefined) return prompt.blank === "no" ? false : prompt.blank;
  return new Gap([/** @type {Reason} */ ({ kind: "question" in place ? "answer" : "cell", ...place })]);
}
