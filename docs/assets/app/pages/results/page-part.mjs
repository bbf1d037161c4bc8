// @ts-check
/** Places of the page, and what fills them. */

/** @param {HTMLElement} root @param {string} name of an attribute that is there @returns {HTMLElement} */
export const partOf = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));

/** @param {Element} place @param {Node[]} nodes to be all that is in it; those that are in it stay where they are, in the same order */
export function keepIn(place, nodes) {
  for (const node of [...place.childNodes]) if (!nodes.includes(node)) node.remove();
  nodes.forEach((node, n) => {
    const there = place.childNodes[n];
    if (there !== node) place.insertBefore(node, there);
  });
}
