// @ts-check
/** Places of the page by their attribute. */

/** @param {HTMLElement} root @param {string} name of an attribute that is there @returns {HTMLElement} */
export const partOf = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));
