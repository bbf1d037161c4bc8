// @ts-check
/** Public: a response made, changed, written and read. */
export { LIMITS, clearAnswer, newResponse, serialise, setAnswer } from "./response/edit.mjs";
export { readResponse } from "./response/read.mjs";
export { takeSnapshot } from "./response/snapshots.mjs";
