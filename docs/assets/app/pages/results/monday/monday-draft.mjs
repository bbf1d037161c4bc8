// @ts-check
/** What is being written on a Monday card: kept on this device until the card is made, or it is cleared. */
import { LIMITS, clean } from "../../../response/edit.mjs";
import { placesOf } from "../../../storage/keys.mjs";
import { openStore } from "../../../storage/local-storage.mjs";
import { ROOT } from "../../../storage/site.mjs";

/** @typedef {import("../../../types.mjs").Commitment} Commitment */
/** @typedef {import("../../../storage/local-storage.mjs").Browser} Browser */

/** @param {string} bankId @param {Browser} [browser] */
export function openDraft(bankId, browser) {
  const store = openStore(placesOf(ROOT.pathname, bankId).monday, browser);
  return {
    /** @param {Commitment} draft @returns {boolean} whether it is kept */
    write: (draft) => store.write(JSON.stringify(draft)) === null,
    clear: () => store.remove(),
    /** @param {string} play @param {string} today as 2026-12-08 @returns {Partial<Commitment>} what was written for this play; a day that is over is left out */
    read(play, today) {
      try {
        const { play: other, owner, date } = JSON.parse(store.read().text ?? "{}");
        if (other !== play) return {};
        const isDay = typeof date === "string" && /^\d{4}-\d\d-\d\d$/.test(date) && date >= today;
        return { ...(typeof owner === "string" && { owner: clean(owner, LIMITS.label) }), ...(isDay && { date }) };
      } catch {
        return {};
      }
    },
  };
}
