// @ts-check
/** Public: all of score, recommend, responses, share and agreement. Each site publishes it as one file by itself. */
export {
  agreement,
  criticalDeviation,
  effectSize,
  groupResponse,
  indices,
  median,
  ordinalAlpha,
  roleGap,
  talkFirst,
} from "./agreement.mjs";
export { recommend } from "./recommend.mjs";
export { LIMITS, clearAnswer, newResponse, readResponse, serialise, setAnswer, takeSnapshot } from "./responses.mjs";
export { scoreResponse } from "./score.mjs";
export { decode, decodeWithNotes, encode, encodeWithNotes } from "./share.mjs";
