// Two tabs that answer at once, in many orders of what reaches whom when: prints the rounds in which anything is lost.
// They stay, leave for the next page, or find no room for a snapshot ("crowded").
import { openResponse } from "../../../docs/assets/app/storage/current-response.mjs";
import { attempt } from "../../../docs/assets/app/pages/results/tools/auto-snapshot.mjs";
import { setAnswer } from "../../../docs/assets/app/response/edit.mjs";
import { takeSnapshot } from "../../../docs/assets/app/response/snapshots.mjs";
import { unpack } from "../../../docs/assets/app/storage/stored-text.mjs";
import { Store, random } from "./fake_browser.mjs";

const [rounds, mode] = [Number(process.argv[2]), process.argv[3]];
const PRACTICES = ["a", "b", "c", "d", "e", "f"];
/** @type {import("../../../docs/assets/app/types.mjs").Bank} */
const BANK = {
  id: "small",
  bankVersion: "1.0.0",
  levels: [0, 1, 2, 3, 4].map((value) => ({ id: `l${value}`, value })),
  axes: [],
  dimensions: [{ id: "x", axis: "x" }],
  practices: PRACTICES.map((id) => ({ id, dimension: "x", anchors: [] })),
};
const OWN = { 0: ["a", "b"], 1: ["c", "d"] };
const SHARED = ["e", "f"];

const sorted = (answers) => JSON.stringify(Object.entries(answers).sort());

async function round(seed) {
  const next = random(seed);
  const store = new Store();
  const tabs = [store.tab(), store.tab()];
  const pages = [];
  for (const tab of tabs) pages.push(await openResponse(BANK, tab.page));
  const last = [{}, {}];
  const taken = [];
  let refused = 0; // writes to come that find no room
  const plan = (call) => {
    if (call === "setItem" && refused-- > 0) throw new DOMException("no room", "QuotaExceededError");
  };
  for (const tab of tabs) tab.plan = plan;
  for (let turn = 0; turn < 12; turn += 1) {
    const who = next() < 0.5 ? 0 : 1;
    const current = pages[who];
    const choice = next();
    if (choice < 0.1) {
      const role = `${seed}-${turn}`;
      refused = mode === "crowded" ? Math.floor(next() * 3) : 0;
      if (attempt({ current }, (response) => takeSnapshot({ ...response, role }))) taken.push(role);
      refused = 0;
    } else if (choice < 0.2 && mode === "leaving") {
      // The page is gone at once; loading the next takes longer than any message.
      const fresh = tabs[who].open();
      await store.drain(next);
      pages[who] = await openResponse(BANK, fresh);
    } else {
      const ids = next() < 0.7 ? OWN[who] : SHARED;
      const id = ids[Math.floor(next() * ids.length)];
      const value = Math.floor(next() * 5);
      current.edit((response) => setAnswer(response, id, { value, note: `${who} ${turn}` }));
      last[who][id] = `${who} ${turn}`;
    }
    for (let steps = Math.floor(next() * 6); steps > 0; steps -= 1) await store.step(next());
  }
  await store.drain(next);
  const [text] = store.items.values();
  const { answers, snapshots } = JSON.parse(unpack(text).text);
  const lost = [];
  for (const who of [0, 1])
    for (const id of OWN[who])
      if (answers[id]?.note !== last[who][id]) lost.push(`${id} is ${answers[id]?.note}, not ${last[who][id]}`);
  for (const id of SHARED)
    if (![last[0][id], last[1][id]].includes(answers[id]?.note)) lost.push(`${id} is ${answers[id]?.note}`);
  for (const role of taken)
    if (snapshots.filter((each) => each.role === role).length !== 1) lost.push(`snapshot ${role} is not there once`);
  for (const { response, saved } of pages)
    if (!saved || sorted(response.answers) !== sorted(answers)) lost.push("a page shows something else");
  return lost.length > 0 ? [{ seed, lost }] : [];
}

const failed = [];
for (let seed = 0; seed < rounds; seed += 1) failed.push(...(await round(seed)));
console.log(JSON.stringify(failed));
