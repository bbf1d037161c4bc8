// @ts-check
/** Names of files that a result is saved under. Pure. */

const LONGEST = 40; // characters of the label

/**
 * @param {{id: string}} bank
 * @param {{label?: string}} response
 * @param {string} what the file holds
 * @param {string} extension
 * @returns {string} letters, digits and hyphens of any script, from the label or else the bank: no system refuses it
 */
export function fileName(bank, { label = "" }, what, extension) {
  const words =
    label
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = [...words.join("-")].slice(0, LONGEST).join("").replace(/-+$/, "");
  return `${name || bank.id}-${what}.${extension}`;
}
