// @ts-check
/** Places of a page by their attribute. */

/** @param {ParentNode} root @param {string} name of an attribute that is there @returns {HTMLElement} */
export const part = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));
