// @ts-check
/** Hands the answers over as a file, if it can be opened again. */
import { isTooLarge, serialise } from "../response/edit.mjs";
import { download } from "../ui/dom.mjs";

/**
 * @param {import("../types.mjs").Bank} bank
 * @param {import("../types.mjs").Response} response
 * @param {string} name of the file
 * @returns {boolean} false where it would be larger than what this site reads, so that none was made
 */
export function saveAnswers(bank, response, name) {
  const text = serialise(bank, response);
  if (isTooLarge(text)) return false;
  download(name, text);
  return true;
}
