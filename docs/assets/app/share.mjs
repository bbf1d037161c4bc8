// @ts-check
/** Public: the answers of a response as the code of a link, and back. */
export { decode, decodeWithNotes, encode, encodeWithNotes } from "./links/link.mjs";
