// @ts-check
/** The code of a shared result in the address: it stays there as long as the result is shown. */
import { MARK } from "../../../links/mark.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */

/** Take the code out of the address: a page reloaded or copied later shows one's own result. */
export function clearAddress() {
  if (location.hash.startsWith(MARK)) history.replaceState(history.state, "", location.pathname + location.search);
}

/** @param {MouseEvent} event @returns {boolean} whether it leads to another place of this page */
function isJump({ target, defaultPrevented, ctrlKey, metaKey, shiftKey, altKey }) {
  const link = target instanceof Element ? /** @type {HTMLAnchorElement|null} */ (target.closest("a[href]")) : null;
  if (!link || defaultPrevented || ctrlKey || metaKey || shiftKey || altKey) return false;
  return link.hash !== "" && link.pathname === location.pathname && link.search === location.search;
}

let watched = false;

/**
 * After a jump within the page the code is put back in place of what the jump left there. Whoever goes back to where
 * there was no code closes the result.
 * @param {Tools} tools
 * @param {() => void} leave
 */
export function keepInAddress(tools, leave) {
  if (watched) return;
  watched = true;
  let jumps = false;
  document.addEventListener("click", (event) => (jumps = isJump(event)));
  window.addEventListener("hashchange", () => {
    const { guest } = tools;
    if (!guest || location.hash.startsWith(MARK)) return;
    if (!jumps) return leave();
    jumps = false;
    // Later, since others read from the address where the jump leads.
    setTimeout(() => tools.guest === guest && history.replaceState(history.state, "", MARK + guest.code));
  });
}
