// What the parts of the result say, as text: they are drawn by the site's own modules into a document that only keeps
// what it is given, every fold opened. For golden cases, which need no browser.

class FakeNode {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    this.attributes = {};
    /** @type {(FakeNode|string)[]} */
    this.children = [];
    this.listeners = {};
    this.open = false;
  }

  setAttribute(name, value) {
    this.attributes[name] = value;
  }

  removeAttribute(name) {
    delete this.attributes[name];
  }

  addEventListener(type, told) {
    this.listeners[type] = told;
  }

  append(...children) {
    this.children.push(...children);
  }

  replaceWith(...nodes) {
    this.instead = nodes;
  }
}

const BLOCK = new Set(["p", "li", "h2", "h3", "summary", "dt", "dd", "title", "desc", "small"]);
const NO_SENTENCE = new Set(["table", "select", "text"]);
const loaded = new FakeNode("head");
loaded.append = (link) => link.listeners.load?.(); // a style sheet is there at once
const WORLD = {
  Node: FakeNode,
  document: {
    createElement: (tag) => new FakeNode(tag),
    createElementNS: (_, tag) => new FakeNode(tag),
    documentElement: { lang: "en" },
    head: loaded,
  },
};

/** @param {FakeNode|string} node @returns {string} its text, a line for each block */
function textOf(node) {
  if (typeof node === "string") return node;
  if (NO_SENTENCE.has(node.tag)) return "";
  if (node.instead) return node.instead.map(textOf).join("");
  if (node.tag === "details" && !node.open) {
    node.open = true;
    node.listeners.toggle?.();
  }
  const text = node.children.map(textOf).join("");
  return BLOCK.has(node.tag) ? `\n${text}\n` : text;
}

/** @param {FakeNode|string} node @returns {boolean} whether a module of this part is still on its way */
const isBusy = (node) =>
  typeof node !== "string" &&
  (node.instead ? node.instead.some(isBusy) : "aria-busy" in node.attributes || node.children.some(isBusy));

const turn = () => new Promise((done) => setImmediate(done));

const PARTS = {
  headline: ["headline", "headline"],
  figures: ["headline", "figures"],
  first: ["first", "first"],
  map: ["map", "map"],
  place: ["readings", "readings"],
  outcomes: ["outcomes", "outcomes"],
  evidence: ["evidence", "evidence"],
  patterns: ["patterns", "patterns"],
  findOut: ["follow-up", "findOut"],
  keepDoing: ["follow-up", "keepDoing"],
  profile: ["profile", "profileChart"],
  plan: ["../plan/plan", "plan"],
};
const APP = new URL("../../../docs/assets/app/", import.meta.url);

/**
 * @param {any} bank whole @param {any} response @param {any} say @param {{guest?: boolean}} [how]
 * @returns {Promise<Record<string, string[]>>} the lines of each part that says anything
 */
export async function textsOf(bank, response, say, { guest = false } = {}) {
  Object.assign(globalThis, WORLD);
  try {
    return await drawn(bank, response, say, guest);
  } finally {
    for (const name of Object.keys(WORLD)) delete globalThis[name]; // other calls are to do without
  }
}

/** As above, where there is a document. */
async function drawn(bank, response, say, guest) {
  const [{ viewOf }, { recommend }, { barsChart }] = await Promise.all(
    ["pages/results/view.mjs", "scoring/recommend.mjs", "charts/bars.mjs"].map(
      (path) => import(new URL(path, APP).href),
    ),
  );
  const act = { edit: () => {}, tick: () => {}, look: () => {} };
  const looks = { sort: "order", chart: "bars" };
  const view = viewOf(bank, response, { trial: null, guest, looks, folds: new Map(), say, act });
  view.advice = recommend(bank, response, response.plan);
  const found = {};
  for (const [name, [file, part]] of Object.entries(PARTS)) {
    const module = await import(new URL(`pages/results/sections/${file}.mjs`, APP).href);
    const nodes = module[part](view, "bars", barsChart).filter(Boolean);
    nodes.map(textOf); // opens what is folded, and asks for what comes later
    while (nodes.some(isBusy)) await turn();
    const lines = nodes
      .map(textOf)
      .join("\n")
      .split("\n")
      .map((line) => line.trim());
    if (lines.some(Boolean)) found[name] = lines.filter(Boolean);
  }
  return found;
}
