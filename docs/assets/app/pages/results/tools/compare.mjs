// @ts-check
/** Two responses side by side: what is chosen, and what files and links bring in; the comparison itself is in `comparison.mjs`. */
import { progress } from "../../../response/answers.mjs";
import { h } from "../../../ui/dom.mjs";
import { textOf } from "../../../ui/file-input.mjs";
import { lastEarlier } from "../../../response/earlier.mjs";
import { dateOf, nameOf } from "../../../ui/format.mjs";
import { LIMITS } from "../../../response/edit.mjs";
import { readFile } from "../../../response/import-file.mjs";
import { changes } from "./comparison.mjs";
import { loadJson } from "../../../storage/site.mjs";
import { readLink } from "../../../links/pasted-link.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** @typedef {import("../../../types.mjs").Response} Response */
/** @typedef {{key: string, name: string, response: Response}} Source */
/** @typedef {{from: string|null, to: string|null}} Choice keys; null until chosen */
/** Adds what a file or link holds to the sources; `nameOf` takes its number among those brought in.
 * @typedef {(found: import("../../../links/link.mjs").Decoded, nameOf: (n: number) => string) => void} Take */

/** @param {Tools} tools @param {Source[]} files @returns {Source[]} what there is to compare: the present answers first */
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

/** @param {Tools} tools @param {Source[]} sources @param {Choice} choice @returns {{from: Source, to: Source}|null} */
function chosen({ bank, current, guest }, sources, { from, to }) {
  if (sources.length < 2) return null;
  const find = (/** @type {string|null} */ key) => sources.find((each) => each.key === key);
  const last = lastEarlier(bank, current.response);
  const usual = guest ? find("now") : sources.find(({ response }) => response === last);
  const after = find(to) ?? find(guest ? "guest" : "now") ?? sources[0];
  const before = find(from) ?? (usual === after ? undefined : usual) ?? sources.find((each) => each !== after);
  return before ? { from: before, to: after } : null;
}

/** @param {HTMLElement} place @param {Tools} tools */
export async function fill(place, tools) {
  const { say } = tools;
  const earlier = await loadJson("earlier.json");
  const practices = tools.bank.practices.map((practice) => ({ ...practice, earlier: earlier[practice.id] ?? [] }));
  const bank = { ...tools.bank, practices };
  /** @type {Source[]} */
  const brought = [];
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
    const sources = sourcesOf(tools, brought);
    const pair = chosen(tools, sources, choice);
    pick.hidden = pair === null;
    if (!pair) return out.replaceChildren(h("p", {}, say("nothing_to_compare")));
    list(from, sources, pair.from);
    list(to, sources, pair.to);
    out.replaceChildren(...changes(tools, bank, pair.from, pair.to, status));
  };
  /** @type {Take} */
  const take = ({ response, problems }, nameOf) => {
    const reports = problems.map(tools.messageOf).join(" ");
    const name = nameOf(brought.length + 1);
    status.textContent = response ? [say("file_opened", { name }), reports].filter(Boolean).join(" ") : reports;
    if (!response) return;
    const key = `brought-${brought.length}`;
    brought.push({ key, name, response });
    choose(tools.guest ? { to: key } : { from: key });
  };
  place.append(
    h("p", {}, say("compare_about")),
    pick,
    fileField(tools, status, take),
    linkForm(tools, take),
    status,
    out,
  );
  tools.onChange(draw);
  draw();
}

/**
 * @param {Tools} tools
 * @param {HTMLElement} status says why a file cannot be read
 * @param {Take} take
 * @returns {HTMLElement}
 */
function fileField({ bank, say }, status, take) {
  const open = async (/** @type {File} */ file) => {
    if (file.size > LIMITS.report) return (status.textContent = say("file_too_big"));
    const text = await textOf(file, LIMITS.report);
    if (text === null) return (status.textContent = say("file_unreadable"));
    const found = readFile(bank, text);
    take(found, () => say("source_file", { name: found.response?.label || file.name }));
  };
  const input = h("input", {
    type: "file",
    accept: ".json,application/json",
    onchange: (/** @type {{target: HTMLInputElement}} */ { target }) => {
      if (target.files?.[0]) open(target.files[0]);
      target.value = "";
    },
  });
  return h("p", {}, h("label", {}, `${say("compare_file")} `, input));
}

/** @param {Tools} tools @param {Take} take @returns {HTMLElement} */
function linkForm({ bank, say }, take) {
  const link = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", id: "compare-link", autocomplete: "off", spellcheck: "false" })
  );
  const follow = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const found = await readLink(bank, link.value);
    const label = found.response?.label;
    take(found, (n) => (label ? say("source_link_of", { name: label }) : say("source_link", { n })));
    if (found.response) link.value = "";
  };
  return h(
    "form",
    { class: "pp-naming", onsubmit: follow },
    h("label", { for: link.id }, say("compare_link")),
    link,
    h("button", { class: "md-button" }, say("compare_open")),
  );
}

/** @param {string} name @param {(key: string) => void} choose @returns {HTMLSelectElement} */
const field = (name, choose) =>
  /** @type {HTMLSelectElement} */ (
    h("select", {
      "data-compare": name,
      onchange: (/** @type {{target: HTMLSelectElement}} */ { target }) => choose(target.value),
    })
  );

/** @param {HTMLSelectElement} select @param {Source[]} sources @param {Source} now */
const list = (select, sources, now) =>
  select.replaceChildren(
    ...sources.map(({ key, name }) => h("option", { value: key, selected: key === now.key }, name)),
  );
