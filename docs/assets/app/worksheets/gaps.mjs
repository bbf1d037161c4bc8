// @ts-check
/** What figures are made of, and what stands in the place of a value that there is not. Pure. */

/** @typedef {import("./cells.mjs").Prompt} Prompt */
/** @typedef {import("./cells.mjs").Fault} Fault */
/** @typedef {(string|number|null|Tree|Tree[])[]} Tree */
/** @typedef {{name: string, first: number, last: number}} Series */
/**
 * @typedef {object} Figure
 * @property {string} id
 * @property {string} name
 * @property {string|Series|null} each
 * @property {Tree} formula
 * @property {{that: Tree, say: string}} [needs]
 * @property {string} format
 * @property {number} [decimals]
 * @property {string} [unit]
 * @property {string} [reads]
 * @property {boolean} show
 */
/**
 * Why there is no figure: a cell or an answer to fill in or to correct, a division by nothing, no row, a number beyond
 * what can be shown, or what the figure needs.
 * @typedef {{kind: "cell"|"fault", row: number, column: string, fault?: Fault} | {kind: "answer"|"fault", question: string, fault?: Fault}
 *   | {kind: "divide"|"rows"|"large"} | {kind: "needs", say: string}} Reason
 */
/** @typedef {number|string|boolean|null|(string|number)[]|Gap} Value null for no row */
/** @typedef {{value: Exclude<Value, Gap>} | {missing: Reason[]}} Outcome */
/** By row, by thing or by number. @typedef {Outcome | {each: [string|number, Outcome][]}} Result */
/** @typedef {{index: number, cells: Record<string, Value>}} Row */
/**
 * @typedef {object} World what all figures draw on
 * @property {Row[]} rows those with anything in them
 * @property {Map<number, Row>} byIndex
 * @property {Record<string, Value>} answers
 * @property {Record<string, Prompt>} columns
 * @property {Record<string, Figure>} figures
 * @property {Record<string, Map<string|number, Value>>} results of earlier figures; of one for the whole sheet, under ""
 * @property {number} today
 */
/**
 * @typedef {object} Context where a node stands
 * @property {World} world
 * @property {Row[]} rows to go through
 * @property {Row|null} row
 * @property {Row|null} here the row that the figure is for
 * @property {string|null} key
 * @property {number|null} number of a series
 * @property {Map<Tree, Value>} cache of totals that are the same for every row
 */

const MOST_REASONS = 20;
const LARGEST = 1e15;

/** No value, and why. */
export class Gap {
  /** @param {Reason[]} reasons @param {boolean} [link] whether it is asked of a row that is not named: then no comparison holds */
  constructor(reasons, link = false) {
    this.reasons = reasons;
    this.link = link;
  }
}

/** @param {Gap[]} gaps @returns {Gap} */
export function together(gaps) {
  /** @type {Map<string, Reason>} */
  const found = new Map();
  for (const { reasons } of gaps) {
    for (const reason of reasons) {
      if (found.size === MOST_REASONS) break;
      found.set(JSON.stringify(reason), reason);
    }
  }
  return new Gap([...found.values()]);
}

/** @param {number} value @returns {Value} a gap where it is beyond what can be shown */
export const sound = (value) => (Math.abs(value) <= LARGEST ? value + 0 : new Gap([{ kind: "large" }]));
