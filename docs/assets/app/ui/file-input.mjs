// @ts-check
/** Files that people choose, or let fall on a page. */

/** @param {ArrayBuffer} bytes @returns {string|undefined} what the mark at their head says of them; none for UTF-8 */
function markOf(bytes) {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return "utf-16le"; // as Excel saves "Unicode text"
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/** @param {File} file @param {number} most bytes @returns {Promise<string|null>} null where it is larger or cannot be read */
export async function textOf(file, most) {
  const bytes = file.size > most ? null : await file.arrayBuffer().catch(() => null);
  return bytes && new TextDecoder(markOf(bytes)).decode(bytes);
}

/** @param {ArrayBuffer} bytes of a file @returns {{text: string, isGuess: boolean}} `isGuess`: not in Unicode, and so read as older spreadsheets of Western Europe write it */
export function decoded(bytes) {
  const mark = markOf(bytes);
  try {
    return { text: new TextDecoder(mark, { fatal: mark === undefined }).decode(bytes), isGuess: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), isGuess: true };
  }
}

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
