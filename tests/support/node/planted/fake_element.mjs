// Elements and files for page modules that run without a browser.

/** An element as far as the modules under test fill one; buttons are found by their words. */
export class Element {
  /** @type {Record<string, string>} */
  dataset = {};
  /** @type {any[]} */
  children = [];
  /** @type {Record<string, () => void>} */
  listeners = {};
  /** @type {Record<string, string>} */
  attributes = {};
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  addEventListener(type, told) {
    this.listeners[type] = told;
  }
  append(...children) {
    this.children.push(...children);
  }
  replaceChildren(...children) {
    this.children = children;
  }
  click() {
    if (this.attributes.download) offered.push(blobs.get(this.attributes.href));
    else this.listeners.click();
  }
  remove() {}
  /** @returns {string} */
  get text() {
    return this.children.map((each) => each.text ?? String(each)).join("");
  }
  button(words) {
    return this.children.find((each) => each.attributes?.type === "button" && each.text === words);
  }
}

const blobs = new Map();
/** Files that were offered for saving, in order. @type {Blob[]} */
export const offered = [];
const wait = globalThis.setTimeout;
Object.assign(globalThis, {
  Node: Element,
  document: { createElement: () => new Element(), body: new Element() },
  setTimeout: (act, time) => wait(act, time).unref(),
});
URL.createObjectURL = (blob) => (blobs.set(`blob:${blobs.size}`, blob), `blob:${blobs.size - 1}`);
