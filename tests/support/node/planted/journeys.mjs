// What people do, step by step. A step that is added here is covered without more: the calls of a clean run are counted.
import assert from "node:assert/strict";
import { encodeWithNotes } from "../../../../docs/assets/app/links/link.mjs";
import { readLink } from "../../../../docs/assets/app/links/pasted-link.mjs";
import { begin } from "../../../../docs/assets/app/pages/device/actions.mjs";
import { deleteEverything } from "../../../../docs/assets/app/pages/device/delete-all.mjs";
import { actsOf } from "../../../../docs/assets/app/pages/open-file.mjs";
import { attempt, takeDue } from "../../../../docs/assets/app/pages/results/tools/auto-snapshot.mjs";
import { compact, newResponse, serialise, setAnswer } from "../../../../docs/assets/app/response/edit.mjs";
import { readFile } from "../../../../docs/assets/app/response/import-file.mjs";
import { takeSnapshot } from "../../../../docs/assets/app/response/snapshots.mjs";
import { takeReports } from "../../../../docs/assets/app/storage/notices.mjs";
import { BANK } from "./world.mjs";

const ALL = BANK.practices.map(({ id }) => id);

async function answerAll(world, number = 0) {
  for (const id of ALL) await world.answer(id, number);
}

const marked = (letter) =>
  ALL.reduce((response, id) => setAnswer(response, id, { value: 1, note: `${id} given ${letter}` }), newResponse(BANK));
const marksOf = (response) => Object.values(response.answers).map(({ note }) => note);

/** A file or link taken in place of the answers in use, or kept beside them, as the page does it; what goes for it. */
const opening = (how, response) => (page) => {
  const before = page.kept.inUse();
  const tell = (words, ...more) => {
    const undo = more.find((each) => each?.listeners?.click);
    if (words.startsWith("cannot_")) page.refuse(words.replace("cannot_", ""));
    else page.tell(words, undo && (() => (undo.click(), marksOf(response))));
  };
  /** @type {any} */
  const place = { ...page, tell, root: { dataset: {} } };
  /** @type {any} */
  const found = { response };
  actsOf(place, found, before, page.say)[how]();
  return how === "beside" ? [] : marksOf(before.response);
};

/** What goes with an assessment. */
const removing = ({ response }, acts) => (acts.delete?.(), response ? marksOf(response) : []);

const snapshot = (world, number = 0) => {
  const status = {};
  const { current } = world.pages[number];
  const say = (key) => key;
  /** @type {any} */
  const tools = { bank: BANK, current, say, view: () => ({ say }), guest: null, root: { querySelector: () => status } };
  takeDue(tools);
  return attempt(tools, (response) => takeSnapshot({ ...response, role: "by hand" }));
};

export const JOURNEYS = {
  async "begin and answer all"(world) {
    await world.open();
    await answerAll(world);
    await world.open();
    await world.answer("b");
    await world.wait();
  },

  async "take snapshots"(world) {
    await world.open();
    await answerAll(world);
    await world.open();
    const before = world.pages[0].current.response.snapshots.length;
    const taken = snapshot(world);
    const { current } = world.pages[0];
    if (taken && current.saved)
      assert.ok(current.response.snapshots.length > before, "a snapshot is told and not there");
    await world.look();
    await world.answer("a");
    await world.open();
    await world.wait();
  },

  async "open a file"(world) {
    await world.open();
    await answerAll(world);
    await world.open();
    const { response } = readFile(BANK, serialise(BANK, marked(101)));
    await world.act(opening("beside", response));
    const replaced = await world.act(opening("replace", response));
    if (replaced.undo) await replaced.undo();
    await world.open();
    await world.wait();
  },

  async "send a link and open it"(world) {
    await world.open();
    await answerAll(world);
    const link = `https://site.example/results/#r=${await encodeWithNotes(BANK, world.pages[0].current.response)}`;
    await world.open(1);
    const { response } = await readLink(BANK, link);
    assert.deepEqual(marksOf(response), marksOf(world.pages[0].current.response));
    await world.act(opening("beside", response), 1);
    await world.wait();
  },

  async "answer in two tabs"(world) {
    await world.open();
    await world.open(1);
    await world.answer("a");
    await world.answer("b", 1);
    await world.wait();
    snapshot(world);
    await world.answer("c", 1);
    await world.wait();
    await world.answer("d");
    await world.wait();
    snapshot(world);
    await world.answer("b", 1); // before this tab has heard what came of it
    await world.wait();
    await world.open(1);
    await world.answer("a", 1);
    await world.wait();
  },

  async "keep several assessments"(world) {
    await world.open();
    await answerAll(world);
    const { refused } = await world.act(begin);
    await world.act((page, acts) => acts(null).rename("spring"));
    if (!refused) await world.answer("b");
    await world.act((page, acts) => acts(null).again?.());
    await world.answer("c");
    await world.act(begin);
    await world.open();
    const use = (index) => (page, acts) => acts(page.kept.others()[index] ?? null).use?.();
    await world.act(use(0));
    await world.act(use(1));
    const emptied = await world.act((page, acts) => removing(page.kept.inUse(), acts(null)));
    if (emptied.undo) await emptied.undo();
    const removed = await world.act((page, acts) => {
      const [first] = page.kept.others();
      return first && removing(first, acts(first));
    });
    if (removed.undo) await removed.undo();
    await world.open();
    await world.wait();
  },

  async "come with answers that cannot all be read"(world) {
    await world.open();
    await answerAll(world);
    await world.wait();
    await world.damage((text) => text.replace('"value":1', '"value":"nine"'));
    await world.open();
    await world.answer("d");
    takeReports(world.pages[0].current);
    await world.open();
    await world.damage((text) => text.slice(1));
    await world.open();
    await world.answer("a");
    await world.wait();
  },

  async "come with answers to an earlier version"(world) {
    const old = { ...marked(103), bank: { id: "small", version: "0.9.0" } };
    await world.open();
    await world.damage(() => compact(BANK, old));
    await world.open();
    await world.answer("a");
    await world.open();
    await world.wait();
  },

  async "delete everything"(world) {
    await world.open();
    await answerAll(world);
    await world.act(begin);
    await world.answer("a");
    world.keepOffline();
    const { current } = world.pages[0];
    const gone = await deleteEverything({ current });
    const there = [...world.tabs[0].items.keys(), ...world.tabs[0].session.keys(), ...world.caches.keys()];
    if (gone) assert.deepEqual(there, [], '"everything is deleted" is said');
    world.promised.clear();
    world.inTab.forEach((set) => set.clear());
  },
};
