// @ts-check
/** Two responses side by side: what is chosen, and what a file brings in; the comparison itself is in `changes.mjs`. */
import { h } from "../dom.mjs";
import { lastEarlier } from "../earlier.mjs";
import { LIMITS, progress, readResponse } from "../responses.mjs";
import { changes } from "./changes.mjs";
import { dateOf, nameOf } from "./names.mjs";

/** @typedef {import("./desk.mjs").Desk} Desk */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {{key: string, name: string, response: Response}} Source */
/** @typedef {{from: string|null, to: string|null}} Choice keys; null until chosen */

/** @param {Desk} desk @param {Source[]} files @returns {Source[]} what there is to compare: the present answers first */
function sourcesOf({ bank, current, guest, say }, files) {
  const own = { key: "now", name: say("source_now"), response: current.response };
  const shared = guest && { key: "guest", name: say("source_guest"), response: guest.response };
  const snapshots = current.response.snapshots.map((response, index) => ({
    key: `snapshot-${index}-${response.taken}`,
    name: say("source_snapshot", { name: nameOf(response, say), date: dateOf(response.taken) }),
    response,
  }));
  const begun = progress(bank, current.response, "full").answered > 0;
  return [...(begun ? [own] : []), ...(shared ? [shared] : []), ...snapshots.reverse(), ...files];
}

/** @param {Desk} desk @param {Source[]} sources @param {Choice} choice @returns {{from: Source, to: Source}|null} */
function chosen({ bank, current, guest }, sources, { from, to }) {
  if (sources.length < 2) return null;
  const find = (/** @type {string|null} */ key) => sources.find((each) => each.key === key);
  const last = lastEarlier(bank, current.response);
  const usual = guest ? find("now") : sources.find(({ response }) => response === last);
  const after = find(to) ?? find(guest ? "guest" : "now") ?? sources[0];
  const before = find(from) ?? (usual === after ? undefined : usual) ?? sources.find((each) => each !== after);
  return before ? { from: before, to: after } : null;
}

/** @param {HTMLElement} place @param {Desk} desk */
export function fill(place, desk) {
  const { say } = desk;
  /** @type {Source[]} */
  const files = [];
  /** @type {Choice} */
  let choice = { from: null, to: null };
  const out = h("div", { class: "pp-comparison" });
  const status = h("p", { class: "pp-status", role: "status" });
  const from = field("from", (key) => choose({ from: key }));
  const to = field("to", (key) => choose({ to: key }));
  const pick = h(
    "p",
    { class: "pp-pick" },
    h("label", {}, `${say("compare_from")} `, from),
    h("label", {}, `${say("compare_to")} `, to),
  );
  const choose = (/** @type {Partial<Choice>} */ part) => {
    choice = { ...choice, ...part };
    draw();
  };
  const draw = () => {
    const sources = sourcesOf(desk, files);
    const pair = chosen(desk, sources, choice);
    pick.hidden = pair === null;
    if (!pair) return out.replaceChildren(h("p", {}, say("nothing_to_compare")));
    list(from, sources, pair.from);
    list(to, sources, pair.to);
    out.replaceChildren(...changes(desk, pair.from, pair.to));
  };
  const open = async (/** @type {File} */ file) => {
    const text = file.size > LIMITS.bytes ? " ".repeat(LIMITS.bytes + 1).concat("x") : await file.text();
    const { response, problems } = readResponse(desk.bank, text);
    const told = problems.map(({ message }) => message).join(" ");
    status.textContent = response ? [say("file_opened", { name: file.name }), told].filter(Boolean).join(" ") : told;
    if (!response) return;
    const key = `file-${files.length}`;
    files.push({ key, name: say("source_file", { name: response.label || file.name }), response });
    choose(desk.guest ? { to: key } : { from: key });
  };
  const input = h("input", {
    type: "file",
    accept: ".json,application/json",
    onchange: (/** @type {any} */ { target }) => {
      if (target.files[0]) open(target.files[0]);
      target.value = "";
    },
  });
  place.append(
    h("p", {}, say("compare_about")),
    pick,
    h("p", {}, h("label", {}, `${say("compare_file")} `, input)),
    status,
    out,
  );
  desk.onChange(draw);
  draw();
}

/** @param {string} name @param {(key: string) => void} choose @returns {HTMLSelectElement} */
const field = (name, choose) =>
  /** @type {HTMLSelectElement} */ (
    h("select", { "data-compare": name, onchange: (/** @type {any} */ { target }) => choose(target.value) })
  );

/** @param {HTMLSelectElement} select @param {Source[]} sources @param {Source} now */
const list = (select, sources, now) =>
  select.replaceChildren(
    ...sources.map(({ key, name }) => h("option", { value: key, selected: key === now.key }, name)),
  );
