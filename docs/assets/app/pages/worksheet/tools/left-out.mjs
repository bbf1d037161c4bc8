// @ts-check
/** What of a sheet in a file would not be taken over, in words. */
import { MOST_SHEETS, sheetsBeyond } from "../../../worksheets/file.mjs";
import { LONGEST, MOST_ROWS } from "../../../worksheets/format.mjs";

/**
 * @param {import("../../../worksheets/file.mjs").Packed} packed
 * @param {import("../../../types.mjs").Say} say
 * @param {number} [strange] cells that have no place on the sheet of this page
 * @returns {string[]} which rows there is no room for, which texts are cut and how many cells are left out, as far as there are any
 */
export function leftOutTexts({ over, cut, odd }, say, strange = 0) {
  const lost = odd + strange;
  return [
    ...(lost > 0 ? [say("inside_lost", { n: lost })] : []),
    ...(over.length > 0
      ? [say("inside_over", { n: over.length, taken: MOST_ROWS, first: Object.values(over[0]).find(Boolean) ?? "" })]
      : []),
    ...(cut > 0 ? [say("inside_cut", { n: cut, most: LONGEST })] : []),
  ];
}

/** @param {string} text of a file @param {import("../../../types.mjs").Say} say @returns {string[]} how many of its sheets would not be taken over, as far as there are any */
export function sheetsLeftOutTexts(text, say) {
  const n = sheetsBeyond(text);
  return n > 0 ? [say("inside_sheets", { n, most: MOST_SHEETS })] : [];
}
