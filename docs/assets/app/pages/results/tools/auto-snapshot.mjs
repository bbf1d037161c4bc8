// @ts-check
/** The snapshot that the page takes by itself, once a result is reached. */
import { isDue, takeSnapshot } from "../../../response/snapshots.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** @typedef {import("../../../types.mjs").Response} Response */

/**
 * Makes the change if it can be stored. Where there is no room it is taken back, so that later answers still find some.
 * @param {Tools} tools @param {(response: Response) => Response} change
 * @returns {boolean} whether it holds
 */
export function attempt({ current }, change) {
  const before = current.response;
  current.edit(change);
  if (current.trouble !== "full" && current.trouble !== "large") return true;
  current.edit(() => before);
  return false;
}

/** @param {Tools} tools takes the snapshot that is due; says so where there is no room for it */
export function takeDue(tools) {
  const { bank, current, root } = tools;
  if (tools.guest || current.trouble !== null || !isDue(bank, current.response)) return;
  const taken = attempt(tools, (response) => takeSnapshot(response));
  const status = root.querySelector("[data-snapshot-text]");
  if (status && !taken) status.textContent = tools.view().say("no_room_due");
}
