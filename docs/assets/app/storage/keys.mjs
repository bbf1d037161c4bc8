// @ts-check
/** Which key holds what in this browser. */

/**
 * @param {string} path of the site: sites under one host share their storage
 * @param {string} bankId
 * @returns {{inUse: string, before: string, reports: string, monday: string, aside: string, others: string,
 *   invited: string, all: string[]}} keys of what is in use, of the earlier answers that belong to it, of what is still to be told about it,
 *   of a Monday card that is not made yet; prefixes of the keys of texts that could not be read, of all other assessments, of invitations, and of everything that the site and its
 *   theme keep
 */
export function placesOf(path, bankId) {
  const inUse = `push-to-pull:${path}:${bankId}`;
  const all = [`push-to-pull:${path}:`, `${path}.__`];
  return {
    inUse,
    before: `${inUse}:before`,
    reports: `${inUse}:reports`,
    aside: `${inUse}:aside`,
    others: `${inUse}:kept:`,
    invited: `${inUse}:invited:`,
    monday: `${inUse}:monday`,
    all,
  };
}

/** @returns {string} sorts by time; two tabs never choose the same */
export const freshId = () =>
  Date.now().toString(36) + [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(36)).join("");
