// @ts-check
/** Files that people choose, or let fall on a page. */

/** @param {File} file @param {number} most bytes @returns {Promise<string|null>} null where it is larger or cannot be read */
export const textOf = async (file, most) => (file.size > most ? null : file.text().catch(() => null));

/**
 * A file let fall anywhere on the page is opened: beside the zone, the browser would leave the page for it.
 * @param {HTMLElement} zone
 * @param {(files: FileList|undefined) => void} open
 */
export function takeDrops(zone, open) {
  const isFor = (/** @type {DragEvent} */ { dataTransfer }) =>
    zone.isConnected && !zone.closest("[hidden]") && dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!isFor(event)) return;
    event.preventDefault();
    zone.dataset.over = "";
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) delete zone.dataset.over;
  });
  document.addEventListener("drop", (event) => {
    if (!isFor(event)) return;
    event.preventDefault();
    delete zone.dataset.over;
    open(event.dataTransfer?.files);
  });
}
