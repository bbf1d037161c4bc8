// A browser's stores for tests without one, as several tabs see them: each has a copy of its own, and what one writes
// reaches the others, and the store itself, only when `step` lets a message through. Faults can be planted in any call.

/** Numbers from 0 to 1, the same for the same seed. */
export function random(seed) {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * A store with the calls of `Storage`; `plan(call, key, grows)` may throw in place of any: `grows` where it takes more room.
 * @param {Map<string, string>} items
 * @param {(call: string, key: string, grows?: boolean) => void} plan
 * @param {(key: string, value: string|null) => void} [changed]
 * @returns {any} `Storage`
 */
function storage(items, plan, changed = () => {}) {
  const act = (call, key, deed, grows = false) => {
    plan(call, key, grows);
    return deed();
  };
  const set = (key, value) => (items.set(key, String(value)), changed(key, String(value)));
  const grows = (key, value) => String(value).length > (items.get(key) ?? "").length;
  return {
    get length() {
      return act("length", null, () => items.size);
    },
    key: (index) => act("key", null, () => [...items.keys()][index] ?? null),
    getItem: (key) => act("getItem", key, () => items.get(key) ?? null),
    setItem: (key, value) => act("setItem", key, () => set(key, value), grows(key, value)),
    removeItem: (key) => act("removeItem", key, () => (items.delete(key), changed(key, null))),
  };
}

/** What one page of a tab sees; its listeners go with it. */
class Page {
  /** @type {{type: string, told: (event: any) => void}[]} */
  listeners = [];
  /** @param {Tab} tab */
  constructor(tab) {
    this.tab = tab;
    this.sessionStorage = storage(tab.session, (call, key, grows) => tab.plan(`tab ${call}`, key, grows));
  }
  get localStorage() {
    if (this.tab.isBlocked) throw new DOMException("blocked", "SecurityError");
    return this.tab.local;
  }
  addEventListener(type, told) {
    this.listeners.push({ type, told });
  }
  dispatch(type, event = {}) {
    for (const each of this.listeners) if (each.type === type) each.told(event);
  }
}

class Tab {
  isBlocked = false;
  /** @type {{key: string, value: string|null}[]} what it has written, on the way to the store */
  out = [];
  /** @type {{key: string, value: string|null, before: string|null, from: Tab}[]} what others have, on the way here */
  into = [];
  /** @type {Map<string, number>} how many of its own writes have not come back, by key */
  waiting = new Map();
  /** @type {(call: string, key: string, grows?: boolean) => void} may throw in place of a call */
  plan = () => {};
  /** @param {Store} store @param {Map<string, string>} [session] */
  constructor(store, session = new Map()) {
    this.store = store;
    this.session = session;
    this.items = new Map(store.items);
    this.local = storage(
      this.items,
      (call, key, grows) => this.plan(call, key, grows),
      (key, value) => {
        this.waiting.set(key, (this.waiting.get(key) ?? 0) + 1);
        this.out.push({ key, value });
      },
    );
    this.page = new Page(this);
  }
  /** A fresh page in this tab; the one before hears nothing more. */
  open() {
    this.page = new Page(this);
    return this.page;
  }
  /** A tab with a copy of what this one keeps, as browsers duplicate it. */
  duplicate() {
    return this.store.tab(new Map(this.session));
  }
  send() {
    const [{ key, value }] = this.out.splice(0, 1);
    const before = this.store.items.get(key) ?? null;
    if (value === null) this.store.items.delete(key);
    else this.store.items.set(key, value);
    for (const tab of this.store.tabs) tab.into.push({ key, value, before, from: this });
  }
  receive() {
    const [{ key, value, before, from }] = this.into.splice(0, 1);
    const waiting = this.waiting.get(key) ?? 0;
    if (from === this) return void this.waiting.set(key, waiting - 1);
    // What this tab has written itself since stands, as in Chromium.
    if (waiting === 0 && value === null) this.items.delete(key);
    if (waiting === 0 && value !== null) this.items.set(key, value);
    if (value !== before) this.page.dispatch("storage", { key, newValue: value, oldValue: before });
  }
}

/** The store behind all tabs. */
export class Store {
  constructor() {
    /** @type {Map<string, string>} */
    this.items = new Map();
    /** @type {Tab[]} */
    this.tabs = [];
  }
  /** @param {Map<string, string>} [session] */
  tab(session) {
    const tab = new Tab(this, session);
    this.tabs.push(tab);
    return tab;
  }
  /** Lets one message through, chosen by `pick`, a number from 0 to 1; false where none waits. */
  async step(pick) {
    const ways = this.tabs.flatMap((tab) => [
      ...(tab.out.length > 0 ? [() => tab.send()] : []),
      ...(tab.into.length > 0 ? [() => tab.receive()] : []),
    ]);
    if (ways.length === 0) return false;
    ways[Math.floor(pick * ways.length)]();
    await settled();
    return true;
  }
  async drain(next) {
    while (await this.step(next())) {
      // one message after another
    }
  }
}

/** Resolves once every promise that waits for nothing else has. */
export const settled = () => new Promise((done) => setImmediate(done));
