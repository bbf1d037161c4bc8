// @ts-check
/** Public: the scores of a response to a bank, both as their files have them. See File formats on the site. */
export { scoreResponse } from "./scoring/score.mjs";
