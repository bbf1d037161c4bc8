// @ts-check
/** Places of the page, and what fills them. */

/** @param {HTMLElement} root @param {string} name of an attribute that is there @returns {HTMLElement} */
export const partOf = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));

/** @param {Element} place @param {Node[]} nodes to be all that is in it; those that are in it stay where they are, in the same order */
export function keepIn(place, nodes) {
  const wanted = new Set(nodes);
  for (const node of [...place.childNodes]) if (!wanted.has(node)) node.remove();
  let at = place.firstChild;
  for (const node of nodes) {
    if (node === at) at = at.nextSibling;
    else place.insertBefore(node, at);
  }
}
