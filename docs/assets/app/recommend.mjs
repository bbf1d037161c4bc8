// @ts-check
/** Public: the plays to begin with, what to find out and what to keep doing, for a response to a bank. */
export { recommend } from "./scoring/recommend.mjs";
