// A browser that shows a result, as far as the page's modules ask for one.
import { FakeDetails, FakeElement, FakeHtml, FakeNode, FakeSvg } from "./fake_document.mjs";

export const PARTS = [
  ...["trial", "invited", "waiting", "due", "headline", "figures", "map", "first", "monday", "readings", "outcomes"],
  ...["evidence", "profile", "patterns", "plan", "find-out", "keep-doing", "sums"],
];
export const DESKS = ["sharing", "card", "snapshots", "comparing", "exporting"];

/** A page as its template writes it, as far as its modules look for it. */
export function template(words) {
  const html = (tag, attributes, ...children) => new FakeHtml(tag, attributes, ...children);
  const place = (name, more = {}) => html("div", { [`data-${name}`]: "", ...more });
  const button = (name, text) => html("button", { type: "button", [`data-${name}`]: "" }, text);
  const status = (name) => place(name, { role: "status" });
  return html(
    "div",
    { class: "pp-results", "data-method": "method/" },
    ...["waiting", "shared", "empty", "result", "trial", "kept"].map((name) => place(name)),
    ...["trouble-text", "moved", "capacity-text", "snapshot-text"].map(status),
    button("try", words.results_page.try),
    button("leave", words.results_page.leave),
    button("keep", words.results_page.keep),
    html("label", {}, words.results_page.capacity, html("input", { type: "number", "data-capacity": "" })),
    html("p", { class: "pp-offers" }, button("card", words.results.card)),
    ...PARTS.map((name) => html("section", {}, html("div", { "data-part": name }))),
    ...DESKS.map((name) => new FakeDetails("details", { "data-desk": name })),
    place("rest"),
    html("p", { id: "cannot" }),
    html("script", { "data-words": "" }, JSON.stringify({ ...words.common, ...words.results })),
  );
}

/** @param {import('./page.mjs').Abilities} can @returns what the modules ask of the system */
function systemOf({ copies, sends, draws, compresses = true }) {
  const share = async () => {
    if (!sends) throw new Error("it was not sent");
  };
  return {
    navigator: {
      ...(copies && { clipboard: { writeText: async () => {}, write: ([items]) => Promise.all(items.all) } }),
      ...(sends !== undefined && { share, canShare: () => true }),
    },
    ...(copies && {
      ClipboardItem: class {
        constructor(all) {
          this.all = Object.values(all);
        }
      },
    }),
    ...(!compresses && { CompressionStream: undefined }),
    ...(draws && {
      XMLSerializer: class {
        serializeToString = () => "<svg/>";
      },
      Image: class {
        decode = async () => {};
      },
    }),
  };
}

const INK = { measureText: (text) => ({ width: 10 * text.length }), fillRect: () => {}, drawImage: () => {} };
const CANVAS = { canvas: { getContext: () => INK, toBlob: (done) => done(new Blob([])) } };

/** @param {any} given @param {any} tab @param {any} root @returns {Record<string, any>} what a page takes for the browser */
export function worldOf({ bank, words, earlier, link, now, browser, missing = [] }, tab, root) {
  const document = Object.assign(new FakeNode(), {
    createElement: (tag) => Object.assign(new (tag === "details" ? FakeDetails : FakeHtml)(tag), CANVAS[tag]),
    createElementNS: (_, tag) => new FakeSvg(tag),
    getElementById: (id) => document.querySelectorAll("*").find((each) => each.id === id) ?? null,
    documentElement: Object.assign(new FakeHtml("html"), { lang: "en" }),
    body: new FakeHtml("body", {}, new FakeHtml("h1", {}, words.results_page.title), root),
    head: { append: (sheet) => sheet.dispatch("load") }, // a style sheet is there at once
    addEventListener: () => {},
    activeElement: null,
  });
  document.append(document.body);
  const files = { "bank.json": bank, "outline.json": bank, "earlier.json": earlier, "words.json": words };
  class Now extends Date {
    constructor(...given) {
      super(.../** @type {[any]} */ (given.length > 0 ? given : [now]));
    }
    static now = () => new Date(now).getTime();
  }
  return {
    ...systemOf(browser),
    ...{ document, Date: Now, Node: FakeNode, Element: FakeElement, HTMLElement: FakeHtml, SVGElement: FakeSvg },
    HTMLDetailsElement: FakeDetails,
    window: Object.assign(tab.page, { print: () => {}, removeEventListener: () => {} }),
    location: { hash: link ? `#r=${link}` : "#plan", pathname: "/results/", search: "" },
    history: { state: null, replaceState: () => (globalThis.location.hash = "") },
    fetch: async (url) => {
      const name = url.pathname.split("/").at(-1);
      return { ok: !missing.includes(name), json: async () => files[name] };
    },
    requestAnimationFrame: setImmediate,
    cancelAnimationFrame: clearImmediate,
    getComputedStyle: () => ({ fontSize: "20px", getPropertyValue: () => "" }),
  };
}

/** @param {any} tab @param {string} state */
export function setStore(tab, state) {
  tab.isBlocked = state === "blocked";
  tab.plan = (call, _, grows) => {
    if (state === "full" && call === "setItem" && grows) throw new DOMException("no room", "QuotaExceededError");
    if (state === "blocked") throw new DOMException("blocked", "SecurityError");
  };
}
