// @ts-check
/** The snapshot that the page takes by itself, once a result is reached. */
import { isDue, takeSnapshot } from "../../../response/snapshots.mjs";

/** @typedef {import("./tools.mjs").Desk} Desk */
/** @typedef {import("../../../types.mjs").Response} Response */

/**
 * Makes the change if it can be stored. Where there is no room it is taken back, so that later answers still find some.
 * @param {Desk} desk @param {(response: Response) => Response} change
 * @returns {boolean} whether it holds
 */
export function attempt({ current }, change) {
  const before = current.response;
  current.edit(change);
  if (current.trouble !== "full" && current.trouble !== "large") return true;
  current.edit(() => before);
  return false;
}

/** @param {Desk} desk takes the snapshot that is due; says so where there is no room for it */
export function takeDue(desk) {
  const { bank, current, root } = desk;
  if (desk.guest || current.trouble !== null || !isDue(bank, current.response)) return;
  const taken = attempt(desk, (response) => takeSnapshot(response));
  const status = root.querySelector("[data-snapshot-text]");
  if (status && !taken) status.textContent = desk.view().say("no_room_due");
}
