// @ts-check
/** How a sheet is stored and saved as a file, and how much of one is read. Pure. */

export const FORMAT = "push-to-pull/worksheet";
export const VERSION = 1;

export const LONGEST = 2000; // characters of a cell
export const LONGEST_NAME = 120; // characters
export const MOST_ROWS = 500;
