// Files given to the box of a round, let fall beside it, or opened as a round. Prints what the page says of each heap, as JSON.
import { takeBegin } from "../../../../docs/assets/app/pages/team/begin.mjs";
import { collectPart } from "../../../../docs/assets/app/pages/team/inbox.mjs";
import { FakeElement, FakeNode } from "../result/fake_document.mjs";

class Placed extends FakeElement {
  get isConnected() {
    return this.closest("body") !== null;
  }
}
const body = new Placed("body");
const document = Object.assign(new Placed("html"), { createElement: (tag) => new Placed(tag) });
Object.assign(globalThis, { Node: FakeNode, document });

/** @type {any} */
const page = {
  open: { round: { revealed: null }, edit: async () => {} },
  say: (key, values) => (values ? `${key} ${values.n}` : key),
};
const sound = { size: 9, arrayBuffer: async () => new TextEncoder().encode("a chat").buffer };
const large = { size: 9_000_000, arrayBuffer: async () => new TextEncoder().encode("a chat").buffer };
const broken = { size: 9, arrayBuffer: () => Promise.reject(new DOMException("it is gone", "NotFoundError")) };

/** A file let fall on the page, outside the box. @returns {boolean} whether the browser would leave the page for it */
function drop(files, type = "drop") {
  let leaves = true;
  const event = { dataTransfer: { types: ["Files"], files }, preventDefault: () => (leaves = false) };
  for (const each of document.listeners) if (each.type === type) each.told(event);
  return leaves;
}

const settled = () => new Promise((done) => setTimeout(done));
const fill = () => {
  const place = new Placed("div");
  body.replaceChildren(place);
  collectPart(/** @type {any} */ (place), page, page.open.round);
  return place;
};
const said = async (files) => {
  const place = fill();
  Object.assign(place.querySelector("input"), { files }).dispatch("change");
  await settled();
  return place.querySelector("[data-report]").textContent;
};

/** What is said of a file that should be a round. */
async function opened(file) {
  const field = new Placed("input", { "data-round-file": "" });
  const form = new Placed("form", { "data-begin": "" }, new Placed("button", { type: "submit" }));
  form.append(new Placed("input", { name: "name" }));
  const told = [];
  const root = new Placed("div", {}, form, field);
  takeBegin(/** @type {any} */ ({ ...page, root, tell: (text) => told.push(text) }), true);
  Object.assign(field, { files: file ? [file] : [] }).dispatch("change");
  await settled();
  return told.join();
}

/** What the box shows of those who have handed in, before and after more of them have. */
function inBox(mode, names) {
  const place = new Placed("div");
  const members = names.map((name) => ({ name }));
  const update = collectPart(/** @type {any} */ (place), page, page.open.round);
  update(/** @type {any} */ ({ mode, members: members.slice(1), expected: null }));
  update(/** @type {any} */ ({ mode, members, expected: null }));
  const list = place.querySelector("[data-in]");
  return { names: list.children.map((each) => each.textContent), hidden: list.hidden, told: place.textContent };
}

const heaps = { sound: [sound], large: [large], broken: [broken], mixed: [large, sound, broken], none: [] };
const chosen = {};
for (const [name, files] of Object.entries(heaps)) chosen[name] = await said(files);
const before = fill();
const place = fill();
const leaves = { over: drop([], "dragover"), drop: drop([large]) };
await settled();
const dropped = [before, place].map((each) => each.querySelector("[data-report]").textContent);
place.setAttribute("hidden", "");
const leavesHidden = drop([large]);
const begun = [await opened(sound), await opened(large), await opened(broken), await opened()];
const crowd = ["Cleo", "", "Ann", "Ben", ""];
const handedIn = {
  ...Object.fromEntries(["open", "closed", "agreed"].map((mode) => [mode, inBox(mode, crowd)])),
  nobody: inBox("open", []),
};
console.log(JSON.stringify({ handedIn, chosen, leaves, dropped, leavesHidden, begun }));
