// What several pages and tabs of one browser know of each other's changes.
import assert from "node:assert/strict";
import { clearAnswer } from "../../../../docs/assets/app/response/edit.mjs";
import { openResponse } from "../../../../docs/assets/app/storage/current-response.mjs";
import { clearTabName } from "../../../../docs/assets/app/storage/local-storage.mjs";
import { Store, settled } from "../fake_browser.mjs";
import { answering, BANK, drain, fillable, stored, values } from "./small_store.mjs";

export const TAB_CASES = {
  async "a tab keeps its own changes and no answer of another tab"() {
    const store = new Store();
    const other = store.tab();
    const there = await openResponse(BANK, other.page);
    there.edit(answering("p1", 1, "of the other tab"));
    await drain(store);
    const { tab, state } = fillable(store);
    const here = await openResponse(BANK, tab.page);
    here.edit(answering("p2", 2));
    assert.ok(![...tab.session.values()].join().includes("of the other tab"));
    there.edit(answering("p1", 3));
    there.edit((response) => clearAnswer(response, "p0"));
    await drain(store);
    state.full = false;
    const after = await openResponse(BANK, tab.open());
    await drain(store);
    assert.deepEqual(
      [values(after.response), values(stored(store))],
      [
        { p1: 3, p2: 2 },
        { p1: 3, p2: 2 },
      ],
    );
  },

  async "a duplicated tab does not bring old answers back over newer ones"() {
    const store = new Store();
    const { tab, state } = fillable(store);
    const first = await openResponse(BANK, tab.page);
    first.edit(answering("p1", 1));
    const twin = tab.duplicate();
    state.full = false;
    first.edit(answering("p1", 4));
    await drain(store);
    const second = await openResponse(BANK, twin.page);
    assert.deepEqual(values(second.response), { p1: 4 });
    assert.equal(twin.session.size, 0);
    second.edit(answering("p2", 2));
    await drain(store);
    assert.deepEqual(
      [values(stored(store)), values(first.response)],
      [
        { p1: 4, p2: 2 },
        { p1: 4, p2: 2 },
      ],
    );
  },

  async "two copies of a tab with changes not stored lose neither's"() {
    const store = new Store();
    const { tab, state } = fillable(store);
    const first = await openResponse(BANK, tab.page);
    first.edit(answering("p1", 1));
    const twin = tab.duplicate();
    twin.plan = tab.plan;
    const second = await openResponse(BANK, twin.page);
    second.edit(answering("p2", 2));
    first.edit(answering("p3", 3));
    state.full = false;
    second.edit(answering("p4", 4));
    await drain(store);
    first.edit(answering("p5", 0));
    await drain(store);
    const all = { p1: 1, p2: 2, p3: 3, p4: 4, p5: 0 };
    assert.deepEqual([values(stored(store)), values(second.response)], [all, all]);
  },

  async "a page that Back brings from memory shows what later pages of the tab have changed"() {
    const store = new Store();
    const { tab } = fillable(store);
    const page = tab.page;
    const first = await openResponse(BANK, page);
    first.edit(answering("p1", 1));
    const second = await openResponse(BANK, tab.open());
    second.edit(answering("p1", 2));
    second.edit(answering("p2", 2));
    tab.page = page;
    page.dispatch("pageshow", { persisted: true });
    await settled();
    assert.deepEqual(values(first.response), { p1: 2, p2: 2 });
  },

  async "what is deleted in one tab is not made again by another, however short the pause"() {
    const store = new Store();
    const [one, two] = [store.tab(), store.tab()];
    const first = await openResponse(BANK, one.page);
    first.edit(answering("p1", 1));
    await drain(store);
    for (const key of [...two.items.keys()]) two.local.removeItem(key);
    const second = await openResponse(BANK, two.open());
    second.edit(answering("p2", 2));
    await drain(store);
    assert.deepEqual([values(first.response), values(stored(store))], [{ p2: 2 }, { p2: 2 }]);
  },

  "the name that an older build gave the tab is cleared, another's is left alone"() {
    const [old, other] = [{ name: 'push-to-pull:/a/:small\n{"answers":{}}' }, { name: "checkout" }];
    [old, other].forEach(clearTabName);
    assert.deepEqual([old.name, other.name], ["", "checkout"]);
  },
};
