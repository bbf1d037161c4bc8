// @ts-check

/** What stands before the code of a shared result in the address of the results. */
export const MARK = "#r=";
