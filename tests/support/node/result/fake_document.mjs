// A document that keeps what it is given and can be pressed and written in: enough of the DOM for the site's own modules
// to draw a page, without a browser. Nothing is laid out.

/** @type {[RegExp, (element: any, ...parts: string[]) => boolean][]} a part of a selector, such as `[open]` or `:not(.x)`: whether an element is so */
const SIMPLE = [
  [/^:not\(([^)]+)\)/, (element, inner) => !element.matches(inner)],
  [
    /^\[([\w-]+)(?:="?([^\]"]*)"?)?\]/,
    (element, name, value) =>
      value === undefined ? element.attributes.has(name) : element.attributes.get(name) === value,
  ],
  [/^\.([\w-]+)/, (element, name) => (element.attributes.get("class") ?? "").split(" ").includes(name)],
  [/^#([\w-]+)/, (element, id) => element.attributes.get("id") === id],
  [/^\*/, () => true],
  [/^([\w-]+)/, (element, tag) => element.tag === tag],
];

/** @type {Map<string, ((element: FakeElement) => boolean)[]>} what each step of a selector asks for */
const READ = new Map();

/** @param {string} step of a selector, such as `details[open]` */
function read(step) {
  const tests = [];
  for (let rest = step; rest;) {
    const [pattern, holds] = SIMPLE.find(([each]) => each.test(rest)) ?? [];
    const found = pattern?.exec(rest);
    if (!found || !holds) throw new Error(`the selector cannot be read: ${step}`);
    const [text, ...parts] = found;
    tests.push((/** @type {FakeElement} */ element) => holds(element, ...parts));
    rest = rest.slice(text.length);
  }
  READ.set(step, tests);
  return tests;
}

/** Whether an element is what one step of a selector says. */
const isA = (element, step) => (READ.get(step) ?? read(step)).every((holds) => holds(element));

/** Whether an element is what a selector of steps says, seen from `scope`. */
function fits(element, steps, scope) {
  const step = steps.at(-1);
  if (step === ":scope" ? element !== scope : !isA(element, step)) return false;
  const before = steps.slice(0, -1).toReversed();
  if (before.length === 0) return true;
  const parents = [];
  for (let each = element.parentNode; each?.attributes; each = each.parentNode) parents.push(each);
  const rest = before.slice(1).toReversed();
  if (before[0] === ">") return parents.length > 0 && fits(parents[0], rest, scope);
  if (before[0] === "+") {
    const beside = parents[0]?.children ?? [];
    const last = beside[beside.indexOf(element) - 1];
    return last !== undefined && fits(last, rest, scope);
  }
  return parents.some((each) => fits(each, before.toReversed(), scope));
}

export class FakeNode {
  /** @type {FakeNode[]} */
  childNodes = [];
  /** @type {any} */
  parentNode = null;
  get parentElement() {
    return this.parentNode;
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  get children() {
    return this.childNodes.filter((each) => each instanceof FakeElement);
  }
  get firstElementChild() {
    return this.children[0] ?? null;
  }
  get textContent() {
    return this.childNodes.map((each) => each.textContent).join("");
  }
  set textContent(text) {
    this.replaceChildren(...(text ? [text] : []));
  }
  /** @param {number} place @param {(FakeNode|string)[]} nodes */
  put(place, nodes) {
    const made = nodes.map((each) => (each instanceof FakeNode ? each : new FakeText(each)));
    for (const each of made) each.remove();
    for (const each of made) each.parentNode = this;
    this.childNodes.splice(place, 0, ...made);
  }
  append(...nodes) {
    this.put(this.childNodes.length, nodes);
  }
  prepend(...nodes) {
    this.put(0, nodes);
  }
  replaceChildren(...nodes) {
    for (const each of [...this.childNodes]) each.remove();
    this.append(...nodes);
  }
  insertBefore(node, there) {
    node.remove();
    this.put(there ? this.childNodes.indexOf(there) : this.childNodes.length, [node]);
  }
  before(...nodes) {
    this.parentNode.put(this.parentNode.childNodes.indexOf(this), nodes);
  }
  replaceWith(...nodes) {
    if (!this.parentNode) return;
    this.before(...nodes);
    this.remove();
  }
  remove() {
    const { parentNode } = this;
    if (parentNode) parentNode.childNodes.splice(parentNode.childNodes.indexOf(this), 1);
    this.parentNode = null;
  }
  /** @param {(element: FakeElement) => void} told of each element inside, in order */
  each(told) {
    for (const node of this.childNodes) {
      if (!(node instanceof FakeElement)) continue;
      told(node);
      node.each(told);
    }
  }
  querySelectorAll(selector) {
    const ways = selector.split(",").map((way) => way.trim().split(/\s+/));
    const found = [];
    this.each((element) => ways.some((steps) => fits(element, steps, this)) && found.push(element));
    return found;
  }
  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }
}

export class FakeText extends FakeNode {
  constructor(text) {
    super();
    this.data = String(text);
  }
  get textContent() {
    return this.data;
  }
  set textContent(text) {
    this.data = text;
  }
}

const dashed = (name) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export class FakeElement extends FakeNode {
  listeners = [];
  /** @param {string} tag @param {Record<string, string>} [attributes] @param {...(FakeNode|string)} children */
  constructor(tag, attributes = {}, ...children) {
    super();
    this.tag = tag;
    this.attributes = new Map(Object.entries(attributes));
    this.dataset = new Proxy(this.attributes, {
      get: (all, name) => all.get(dashed(name)),
      set: (all, name, value) => (all.set(dashed(name), String(value)), true),
      deleteProperty: (all, name) => (all.delete(dashed(name)), true),
    });
    this.append(...children);
  }
  /** Of elements that hold text alone. */
  cloneNode() {
    return new FakeElement(this.tag, Object.fromEntries(this.attributes), this.textContent);
  }
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }
  removeAttribute(name) {
    this.attributes.delete(name);
  }
  toggleAttribute(name, is = !this.attributes.has(name)) {
    if (is) this.attributes.set(name, "");
    else this.attributes.delete(name);
  }
  get id() {
    return this.attributes.get("id") ?? "";
  }
  get hidden() {
    return this.attributes.has("hidden");
  }
  set hidden(is) {
    this.toggleAttribute("hidden", is);
  }
  get checked() {
    return this.attributes.has("checked");
  }
  set checked(is) {
    this.toggleAttribute("checked", is);
  }
  get open() {
    return this.attributes.has("open");
  }
  set open(is) {
    if (is === this.open) return;
    this.toggleAttribute("open", is);
    this.dispatch("toggle");
  }
  /** Of a list to choose from, the option that is chosen. */
  get chosen() {
    const options = this.querySelectorAll("option");
    return options.find((each) => each.attributes.has("selected")) ?? options[0];
  }
  get value() {
    if (this.tag === "select") return this.chosen?.value ?? "";
    return String(this.attributes.get("value") ?? (this.tag === "input" ? "" : this.textContent));
  }
  set value(text) {
    if (this.tag !== "select") this.attributes.set("value", text);
    else for (const each of this.querySelectorAll("option")) each.toggleAttribute("selected", each.value === text);
  }
  get valueAsNumber() {
    return this.value === "" ? NaN : Number(this.value);
  }
  matches(selector) {
    return selector.split(",").some((way) => fits(this, way.trim().split(/\s+/), null));
  }
  closest(selector) {
    return this.matches(selector) ? this : (this.parentNode?.closest?.(selector) ?? null);
  }
  addEventListener(type, told) {
    this.listeners.push({ type, told });
  }
  /** Tells it to those that listen here, and to those further up. */
  dispatch(type) {
    const event = { target: this, type, preventDefault: () => {} };
    for (let each = /** @type {any} */ (this); each?.listeners; each = each.parentNode)
      for (const { type: heard, told } of each.listeners) if (heard === type) told(event);
  }
  click() {
    this.dispatch("click");
    if (this.tag === "button" && this.getAttribute("type") !== "button") this.closest("form")?.dispatch("submit");
  }
  focus() {}
  select() {}
  scrollIntoView() {}
  showModal() {}
  getClientRects() {
    return [];
  }
}

export class FakeHtml extends FakeElement {}
export class FakeSvg extends FakeElement {}
export class FakeDetails extends FakeHtml {}
