// @ts-check
/** Back closes a dialog that fills the page, as people expect of a page; whichever way it closes, its entry is used up. */

const MARK = "dialog"; // in the state of an entry

/** @param {{[MARK]?: unknown}|null} state of the entry that one has come to: by Forward, or by a reload, which brings no dialog back */
const passOver = (state) => state?.[MARK] && history.back();

passOver(history.state);
window.addEventListener("popstate", ({ state }) => passOver(state));

/** @param {HTMLDialogElement} dialog that is open */
export function closeOnBack(dialog) {
  let isOurs = true;
  const back = () => {
    isOurs = false;
    dialog.close();
  };
  history.pushState({ ...history.state, [MARK]: true }, "");
  window.addEventListener("popstate", back);
  dialog.addEventListener("close", () => {
    window.removeEventListener("popstate", back);
    if (isOurs) history.back();
  });
}
