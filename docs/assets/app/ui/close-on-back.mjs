// @ts-check
/** Back closes a dialog that fills the page, as people expect of a page; whichever way it closes, its entry is used up. */

/** @param {HTMLDialogElement} dialog that is open */
export function closeOnBack(dialog) {
  let isOurs = true;
  const back = () => {
    isOurs = false;
    dialog.close();
  };
  history.pushState(history.state, "");
  window.addEventListener("popstate", back);
  dialog.addEventListener("close", () => {
    window.removeEventListener("popstate", back);
    if (isOurs) history.back();
  });
}
