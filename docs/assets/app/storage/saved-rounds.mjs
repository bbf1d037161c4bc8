// @ts-check
/** Rounds that were begun in this browser, and invitations that were opened in it, as texts. */
import { placesOf } from "./keys.mjs";
import { openFolder } from "./local-storage.mjs";
import { ROOT } from "./site.mjs";

/** @param {string} bankId @returns {import("./local-storage.mjs").Folder} a text for each round, by its id */
export const openRounds = (bankId) => openFolder(`${placesOf(ROOT.pathname, bankId).inUse}:round:`);

/** @param {string} bankId @returns {import("./local-storage.mjs").Folder} a text for each invitation, by the id of the round */
export const openInvitations = (bankId) => openFolder(placesOf(ROOT.pathname, bankId).invited);
