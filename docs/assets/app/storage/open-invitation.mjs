// @ts-check
/** Whether a group still waits for answers: apart from the rest about rounds, which a result would fetch with it. */
import { placesOf } from "./keys.mjs";
import { openFolder } from "./local-storage.mjs";
import { ROOT } from "./site.mjs";

/** @param {string} bankId @param {string|null} begun when the assessment was begun, by which an invitation keeps what was handed in @returns {boolean} */
export function isAwaited(bankId, begun) {
  const folder = openFolder(placesOf(ROOT.pathname, bankId).invited);
  return folder.names().some((id) => !folder.at(id).read().text?.includes(`"${begun}"`));
}
