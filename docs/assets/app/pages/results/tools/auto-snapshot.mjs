// @ts-check
/** The snapshot that the page takes by itself, once a result is reached. */
import { isDue, takeSnapshot } from "../../../response/snapshots.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** @typedef {import("../../../types.mjs").Response} Response */

/**
 * Makes the change, unless there is no room for it: later answers are to find some. Where this browser stores nothing,
 * the page alone holds it.
 * @param {Pick<Tools, "current">} tools @param {(response: Response) => Response} change
 * @returns {boolean} whether it holds
 */
export function attempt({ current }, change) {
  const trouble = current.attempt(change);
  if (trouble === "full" || trouble === "large") return false;
  if (trouble) current.edit(change);
  return true;
}

/** @param {Tools} tools takes the snapshot that is due; says so where there is no room for it */
export function takeDue(tools) {
  const { bank, current, root } = tools;
  if (tools.guest || current.trouble !== null || !isDue(bank, current.response)) return;
  const taken = attempt(tools, (response) => takeSnapshot(response));
  const status = root.querySelector("[data-snapshot-text]");
  if (status && !taken) status.textContent = tools.view().say("no_room_due");
}
