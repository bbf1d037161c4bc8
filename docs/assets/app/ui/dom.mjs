// @ts-check
/** Makes elements; text goes in as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node|string|number|null|undefined|false} Child */
/** @typedef {string|number|boolean|URL|null|undefined|((event: never) => unknown)} Attribute a function for `onclick` and the like */

/** @param {Element} element @param {Record<string, Attribute>} attributes @param {Child[]} children */
function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on") && typeof value === "function")
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const child of children)
    if (child !== null && child !== undefined && child !== false)
      element.append(child instanceof Node ? child : String(child));
  return element;
}

/**
 * @param {string} tag @param {Record<string, Attribute>} [attributes] `onclick` and the like take functions
 * @param {...Child} children @returns {HTMLElement}
 */
export const h = (tag, attributes = {}, ...children) =>
  /** @type {HTMLElement} */ (fill(document.createElement(tag), attributes, children));

/** @param {string} tag @param {Record<string, Attribute>} [attributes] @param {...Child} children @returns {SVGElement} */
export const s = (tag, attributes = {}, ...children) =>
  /** @type {SVGElement} */ (fill(document.createElementNS(SVG, tag), attributes, children));

/** @typedef {import("../types.mjs").Say} Say */

/** @param {import("../types.mjs").Words} words @returns {Say} of a key that has none, the key itself */
export const sayFrom =
  (words) =>
  (key, values = {}) => {
    const entry = Object.hasOwn(words, key) ? words[key] : key;
    const pattern = Array.isArray(entry) ? entry[values.n === 1 ? 0 : 1] : entry;
    return pattern.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
  };

/** @param {ParentNode} root an element with `<script type="application/json" data-words>` inside @returns {Say} */
export const sayer = (root) => sayFrom(JSON.parse(root.querySelector("script[data-words]")?.textContent ?? "{}"));

/** @param {string} name @param {string|Blob} content @param {string} type of a text; offers it as a file to save */
export function download(name, content, type = "application/json") {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The file may be read after the click: a minute is ample.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Style sheets that only some pages need. @type {Map<string, Promise<unknown>>} */
const sheets = new Map();

/** @param {string} file in the folder of the scripts @returns {Promise<unknown>} once its look is there, or cannot be had */
export function styled(file) {
  const load = () =>
    new Promise((done) => {
      const href = new URL(file, new URL("../", import.meta.url));
      document.head.append(h("link", { rel: "stylesheet", href, onload: done, onerror: done }));
    });
  if (!sheets.has(file)) sheets.set(file, load());
  return /** @type {Promise<unknown>} */ (sheets.get(file));
}
