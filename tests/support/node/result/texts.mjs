// What a page says, as lines: every fold opened, what is hidden left out.
import { FakeDetails, FakeText } from "./fake_document.mjs";

const BLOCK = new Set([
  ...["p", "li", "h1", "h2", "h3", "h4", "summary", "dt", "dd", "title", "desc", "small", "button", "label"],
  ...["select", "option", "textarea", "tr", "text"],
]);
const PICTURE = "[data-card-shown]"; // of charts, what their marks are called is said below them too
const CELLS = new Set(["td", "th"]);

/** @param {any} node @param {boolean} whole with tables, and all that can be chosen @returns {string} a line for each block */
function textOf(node, whole) {
  if (node instanceof FakeText) return node.textContent;
  if (node.hidden || (node.tag === "table" && !whole) || (node.tag === "text" && !node.closest(PICTURE))) return "";
  if (node.tag === "select" && !whole) return `\n${node.chosen?.textContent ?? ""}\n`;
  const text = node.childNodes.map((each) => textOf(each, whole)).join("");
  if (CELLS.has(node.tag)) return `${text} | `;
  const apart = BLOCK.has(node.tag) || node.parentNode?.tag === "summary";
  return apart ? `\n${text}\n` : text;
}

/** @param {any} node @param {boolean} whole @returns {string[]} */
export const linesOf = (node, whole) =>
  textOf(node, whole)
    .split("\n")
    .map((line) => line.replace(/ \| $/, "").trim())
    .filter(Boolean);

/** Opens every fold that can be seen, and those inside; those of tools are opened by who wants them. */
export function unfold(root) {
  root.each((element) => {
    if (element instanceof FakeDetails && !element.attributes.has("data-desk")) element.open = true;
  });
}
