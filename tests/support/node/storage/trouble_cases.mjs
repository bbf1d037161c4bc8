// What becomes of answers where the browser is full, blocked, out of order or told to forget.
import assert from "node:assert/strict";
import { clearAnswer, compact, newResponse } from "../../../../docs/assets/app/response/edit.mjs";
import { openResponse } from "../../../../docs/assets/app/storage/current-response.mjs";
import { openKept } from "../../../../docs/assets/app/storage/saved-assessments.mjs";
import { Store, settled } from "../fake_browser.mjs";
import { answering, BANK, drain, fillable, quota, stored, values } from "./small_store.mjs";

export const TROUBLE_CASES = {
  async "what a full browser does not take goes on from page to page and is stored once there is room"() {
    const store = new Store();
    const { tab, state } = fillable(store);
    const first = await openResponse(BANK, tab.page);
    first.edit(answering("p1", 1));
    assert.deepEqual([first.saved, first.trouble, first.lasts], [false, "full", "tab"]);
    const second = await openResponse(BANK, tab.open());
    assert.deepEqual(values(second.response), { p1: 1 });
    second.edit(answering("p2", 2));
    state.full = false;
    const third = await openResponse(BANK, tab.open());
    assert.deepEqual([third.saved, third.trouble, values(third.response)], [true, null, { p1: 1, p2: 2 }]);
    await drain(store);
    assert.deepEqual([values(stored(store)), tab.session.size], [{ p1: 1, p2: 2 }, 0]);
  },

  async "with no store at all the page says that it keeps nothing"() {
    const tab = new Store().tab();
    tab.isBlocked = true;
    tab.plan = (call) => {
      if (call.startsWith("tab ")) throw new DOMException("blocked", "SecurityError");
    };
    const current = await openResponse(BANK, tab.page);
    assert.deepEqual([current.trouble, current.lasts], ["blocked", "page"]);
    current.edit(answering("p1", 1));
    assert.deepEqual([current.saved, current.trouble, current.lasts], [false, "blocked", "page"]);
    assert.deepEqual(values(current.response), { p1: 1 });
  },

  async "an answer taken back while the browser is full stays taken back"() {
    const store = new Store();
    const { tab, state } = fillable(store, { full: false });
    const first = await openResponse(BANK, tab.page);
    first.edit(answering("p1", 1));
    first.edit(answering("p2", 1));
    state.full = true;
    first.edit((response) => clearAnswer(response, "p1"));
    state.full = false;
    const second = await openResponse(BANK, tab.open());
    await drain(store);
    assert.deepEqual([values(second.response), values(stored(store))], [{ p2: 1 }, { p2: 1 }]);
  },

  async "a read that fails is no sign that everything was deleted"() {
    const store = new Store();
    const tab = store.tab();
    const current = await openResponse(BANK, tab.page);
    current.edit(answering("p1", 1));
    const reads = tab.plan;
    tab.plan = (call) => {
      if (call === "getItem") throw new DOMException("out of order", "UnknownError");
    };
    current.edit(answering("p2", 2));
    assert.deepEqual([current.saved, current.trouble, values(current.response)], [false, "blocked", { p1: 1, p2: 2 }]);
    tab.plan = reads;
    current.edit(answering("p3", 3));
    assert.deepEqual([current.saved, current.trouble], [true, null]);
    await drain(store);
    assert.deepEqual(values(stored(store)), { p1: 1, p2: 2, p3: 3 });
  },

  async "whichever single call of the store fails, every answer is stored or said not to be"() {
    for (let n = 1; n < 60; n += 1) {
      const store = new Store();
      const tab = store.tab();
      let calls = 0;
      tab.plan = () => {
        calls += 1;
        if (calls === n) throw n % 2 ? quota() : new DOMException("out of order", "UnknownError");
      };
      let current = await openResponse(BANK, tab.page);
      for (const value of [0, 1, 2, 3]) {
        current.edit(answering(`p${value}`, value));
        await settled(); // the reader may be on its way
        if (current.saved) {
          await drain(store);
          assert.deepEqual(values(stored(store)), values(current.response), `call ${n}`);
        } else assert.ok(current.trouble, `call ${n}`);
        if (value === 1) current = await openResponse(BANK, tab.open());
      }
      tab.plan = () => {};
      current.edit(answering("p9", 4));
      await drain(store);
      const all = { p0: 0, p1: 1, p2: 2, p3: 3, p9: 4 };
      assert.deepEqual(values(stored(store)), all, `call ${n}`);
      if (calls < n) return assert.ok(n > 20);
    }
    assert.fail("more calls than expected");
  },

  async "without the reader an answer is kept in the tab, and it is said that it is not stored"() {
    const store = new Store();
    const [one, two] = [store.tab(), store.tab()];
    const lost = () => Promise.reject(new TypeError("a module did not come"));
    const silent = console.error;
    console.error = () => {};
    const here = await openResponse(BANK, one.page, lost);
    const there = await openResponse(BANK, two.page);
    there.edit(answering("p1", 1));
    await drain(store);
    here.edit(answering("p2", 2));
    await settled();
    console.error = silent;
    assert.deepEqual([here.saved, here.trouble, here.lasts], [false, "unread", "tab"]);
    const again = await openResponse(BANK, one.open());
    await drain(store);
    assert.deepEqual([again.saved, values(stored(store))], [true, { p1: 1, p2: 2 }]);
  },

  async "an answer that would make the whole too large to read back is refused, and what was stored stays"() {
    const store = new Store();
    const tab = store.tab();
    const current = await openResponse(BANK, tab.page);
    let number = 0;
    while (current.trouble === null) current.edit(answering(`p${(number += 1)}`, 1, "\u20ac".repeat(2000)));
    assert.deepEqual([current.trouble, current.saved], ["large", false]);
    await drain(store);
    assert.equal(Object.keys(stored(store).answers).length, number - 1);
    const again = await openResponse(BANK, tab.open());
    assert.equal(Object.keys(again.response.answers).length, number - 1);
    current.edit((response) => clearAnswer(response, "p1"));
    assert.deepEqual([current.trouble, current.saved], [null, true]);
  },

  async "no assessment is put aside, taken or renamed that could not be read again"() {
    const store = new Store();
    const tab = store.tab();
    const current = await openResponse(BANK, tab.page);
    const kept = openKept(current);
    const sized = (/** characters missing */ less) => {
      let response = newResponse(BANK);
      for (let n = 0; n < 250; n += 1) response = answering(`p${n}`, 1, "y".repeat(2000))(response);
      const size = (note) => new TextEncoder().encode(compact(BANK, answering("p299", 1, note)(response))).length;
      for (let n = 250; size("z") < 512 * 1024 - 2100; n += 1)
        response = answering(`p${n}`, 1, "y".repeat(2000))(response);
      return answering("p299", 1, "z".repeat(512 * 1024 - size("z") + 1 - less))(response);
    };
    const [fit, large] = [sized(0), sized(-1)];
    assert.equal(new TextEncoder().encode(compact(BANK, fit)).length, 512 * 1024);
    assert.equal(kept.add({ response: fit, before: fit }, "fits"), null);
    assert.deepEqual(
      kept.others().map(({ problems }) => problems),
      [[]],
    );
    const before = new Map(tab.items);
    assert.equal(kept.add({ response: large, before: null }, "large"), "large");
    assert.equal(kept.take({ response: large, before: null }), "large");
    assert.equal(kept.take({ response: fit, before: large }), "large");
    assert.equal(kept.use({ response: large, before: null }), "large");
    const without = (items) => [...items].filter(([key]) => !key.endsWith("small"));
    assert.deepEqual(without(tab.items), without(before));
    assert.deepEqual(current.response.answers, {});
  },

  async "answers are forgotten with what the tab keeps of them"() {
    const { tab } = fillable(new Store());
    const current = await openResponse(BANK, tab.page);
    current.edit(answering("p1", 1));
    current.forget();
    const again = await openResponse(BANK, tab.open());
    assert.deepEqual([tab.session.size, values(current.response), values(again.response)], [0, {}, {}]);
  },
};
