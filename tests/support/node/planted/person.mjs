// A person in such a browser: what they gave, what the site has said of it, and what is there after a reload.
import assert from "node:assert/strict";
import { mock } from "node:test";
import { actsOf } from "../../../../docs/assets/app/pages/device/actions.mjs";
import { showTrouble } from "../../../../docs/assets/app/pages/save-status.mjs";
import { setAnswer } from "../../../../docs/assets/app/response/edit.mjs";
import { readFile } from "../../../../docs/assets/app/response/import-file.mjs";
import { random, settled } from "../fake_browser.mjs";
import { offered } from "./fake_element.mjs";
import { BANK, World } from "./world.mjs";

const MARK = /[a-z] given \d+/g;
/** @param {string} text @returns {Set<string>} */
const marksIn = (text) => new Set(text.match(MARK) ?? []);
const say = (/** @type {string} */ key) => key;

export class Person extends World {
  marks = 0;
  /** What was called saved. @type {Set<string>} */
  promised = new Set();
  /** What was said to last as long as the tab, by the tab. @type {Set<string>[]} */
  inTab = [];
  refused = false; // by the last deed, or by the way back from an earlier one

  /** @param {{kind: string, n: number}} fault */
  constructor(fault) {
    super(fault);
    offered.length = 0;
  }

  /** @param {number} number */
  tab(number) {
    while (this.inTab.length <= number) this.inTab.push(new Set());
    return super.tab(number);
  }

  async open(number = 0) {
    await super.open(number);
    await this.look(number);
  }

  /** Lets all messages between tabs through. */
  async wait() {
    await settled();
    await this.store.drain(random(1));
    for (const number of this.pages.keys()) await this.look(number);
  }

  /** @param {string} id @param {number} number of the tab */
  async answer(id, number = 0) {
    mock.timers.tick(1000);
    const mark = `${id} given ${(this.marks += 1)}`;
    const { current } = this.pages[number];
    const before = [current.response.answers[id]?.note, this.stored(number)?.answers[id]?.note];
    current.edit((response) => setAnswer(response, id, { value: this.marks % 5, note: mark, rev: 2 }));
    // A newer answer takes the place of an older one, unless a snapshot has it.
    const frozen = current.response.snapshots.map(({ answers }) => answers[id]?.note);
    this.drop(...before.filter((note) => !frozen.includes(note)));
    await settled(); // the reader may be on its way
    await this.look(number);
  }

  /** @param {...string} marks */
  drop(...marks) {
    for (const mark of marks) for (const set of [this.promised, ...this.inTab]) set.delete(mark);
  }

  /** @param {number} number @returns {Set<string>} */
  storedMarks(number) {
    return marksIn([...this.tabs[number].items.values()].join());
  }

  /** What the page says of what is saved is true, and what is not saved is offered. */
  async look(number = 0) {
    const { current, status } = this.pages[number];
    const shown = marksIn(JSON.stringify(current.response));
    showTrouble(status, current, say);
    if (current.saved) {
      const stored = this.storedMarks(number);
      for (const mark of shown) {
        assert.ok(stored.has(mark), `"saved" is said of ${mark}, which is not stored`);
        this.promised.add(mark);
      }
      return;
    }
    const lacking = [...shown].filter((mark) => !this.promised.has(mark));
    if (lacking.length === 0 && !status.text) return;
    assert.ok(status.text, `nothing is said of ${lacking}, which are not saved`);
    if (status.text.includes("lasts_tab")) lacking.forEach((mark) => this.inTab[number].add(mark));
    const save = status.button("save_file");
    if (!save) return;
    save.click();
    const text = (await offered.at(-1)?.text()) ?? "";
    const file = JSON.stringify(readFile(BANK, text).response);
    for (const mark of shown) assert.ok(file.includes(mark), `${mark} is not in the file that is offered`);
    const stored = this.storedMarks(number);
    // What is said not to be saved, and offered as a file, is not promised any longer.
    for (const mark of shown) if (!stored.has(mark)) this.promised.delete(mark);
  }

  /** What is kept in this browser, by the marks in it. */
  state(number) {
    const { current, kept } = this.pages[number];
    const held = ({ response, before }) => [...marksIn(JSON.stringify([response, before ?? null]))].sort().join();
    const aside = (name) => [...marksIn(kept.aside.at(name).read().text ?? "")].join();
    return this.clean(() => ({
      inUse: held({ response: [current.response, this.stored(number)], before: kept.inUse().before }),
      label: current.response.label,
      // A second copy of what is in use is no change.
      others: kept
        .others()
        .map((each) => `${each.response?.label}: ${held(each)}`)
        .filter((each) => each !== `${current.response.label}: ${held(kept.inUse())}`)
        .sort(),
      asides: kept.aside.names().map(aside),
    }));
  }

  /** A deed of the page of what is on this device: it happens, or nothing changes and that is said. */
  async act(deed, number = 0) {
    const { current, kept } = this.pages[number];
    const before = await this.state(number);
    /** @type {string[]} */
    const said = [];
    /** @type {(() => any)|undefined} */
    let undo;
    this.refused = false;
    const tell = (text, back) => {
      said.push(text);
      undo = back;
    };
    const refuse = (trouble) => (said.push(`cannot_${trouble}`), (this.refused = true));
    /** @type {any} */
    const page = { current, kept, say, tell, refuse, rename() {}, focus() {} };
    const deleted = deed(page, (entry) => actsOf(page, entry));
    const after = await this.state(number);
    const { refused } = this;
    // What is shown beside the answers in use may be another's while the page says that it can store nothing.
    if (!current.saved) after.inUse = before.inUse = "";
    if (refused) assert.deepEqual(after, before, `${said.at(-1)} is said, and something was changed`);
    else this.drop(...(deleted ?? []));
    await this.look(number);
    await this.everything(number);
    const takeBack = async () => {
      const { refused: lost } = await this.act(() => undo?.(), number);
      if (!lost) await this.everything(number, new Set(deleted));
    };
    return { refused, said, undo: undo && takeBack };
  }

  /** Whatever was promised is on this page or in what is listed on it. */
  async everything(number, promised = this.promised) {
    const { current, kept } = this.pages[number];
    const found = await this.clean(() => {
      const listed = [kept.inUse(), ...kept.others()].map(({ response, before }) => [response, before]);
      const asides = kept.aside.names().map((name) => kept.aside.at(name).read().text);
      // A page that could not read what is stored shows nothing of it, and says so.
      const stored = this.stored(number);
      return marksIn(JSON.stringify([current.response, stored, listed, asides]));
    });
    for (const mark of promised) assert.ok(found.has(mark), `${mark} was called saved and is gone`);
  }

  /** The fault has passed: the page is loaded again, then another tab is opened. */
  async end() {
    this.paused = true;
    for (const number of this.tabs.keys()) {
      await this.open(number);
      await this.everything(number, new Set([...this.promised, ...this.inTab[number]]));
      await this.wait();
    }
    await this.open(this.tabs.length);
    await this.everything(this.tabs.length - 1);
  }
}
