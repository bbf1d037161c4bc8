// @ts-check
/** Opens a file of answers: shows what is in it and what it would change, and changes nothing before one is asked. */
import { openCurrent } from "../storage/current-response.mjs";
import { loadJson } from "../storage/site.mjs";
import { h, styled } from "../ui/dom.mjs";
import { openKept } from "../storage/saved-assessments.mjs";
import { takeDrops, textOf } from "../ui/file-input.mjs";
import { dateOf } from "../ui/format.mjs";
import { formTitle } from "../response/answers.mjs";
import { LIMITS } from "../response/edit.mjs";
import { worthKeeping } from "../response/saved-format.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Problem} Problem */
/** @typedef {ReturnType<typeof import("../response/import-file.mjs").weigh>} Weighed */
/** @typedef {import("../storage/current-response.mjs").Current} Current */
/** @typedef {import("../storage/saved-assessments.mjs").Kept} Kept */
/** @typedef {import("../response/saved-format.mjs").Held} Held */
/** @typedef {import("../ui/dom.mjs").Say} Say */
/** @typedef {import("../ui/dom.mjs").Child} Child */
/** @typedef {import("./words.mjs").Spoken} Spoken */
/** @typedef {{bank: Bank, file: File, response: Response, problems: Problem[], weighed: Weighed}} Found */

/** @param {HTMLElement} root */
export async function start(root) {
  const [current] = await Promise.all([openCurrent(), styled("device.css")]);
  const kept = openKept(current);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));
  const input = /** @type {HTMLInputElement} */ (part("data-file"));
  let turn = 0;

  const close = () => part("data-opening").replaceChildren();
  const tell = (/** @type {Child[]} */ ...children) => {
    close();
    const place = part("data-opened");
    place.replaceChildren(h("p", {}, ...children));
    place.focus();
  };

  const open = async (/** @type {FileList|undefined} */ files) => {
    turn += 1;
    const mine = turn;
    part("data-opened").replaceChildren();
    if (!files || files.length === 0) return;
    try {
      const words = await (await import("./words.mjs")).loadWords();
      const say = words.open_file;
      const found = files.length > 1 ? say("one_file") : await examine(files[0], current.response, words);
      const sheets = files.length > 1 ? null : await sheetsIn(files[0], current, words);
      if (mine !== turn) return;
      if (typeof found === "string" && !sheets) tell(found, " ", say("untouched"));
      else if (typeof found !== "string") preview(found, words);
      if (sheets) part("data-opening").append(sheets);
    } catch (error) {
      console.error("open-file:", error);
      tell(root.dataset.notLoaded);
    }
  };
  const preview = (/** @type {Found} */ found, /** @type {Spoken} */ words) => {
    const before = kept.inUse();
    const present = worthKeeping(before);
    const acts = actsOf({ root, current, kept, tell, input }, found, before, words.open_file);
    const place = part("data-opening");
    place.replaceChildren(...describe(found, words, present), buttons(acts, present, words.open_file));
    /** @type {HTMLElement} */ (place.querySelector("h3")).focus();
  };

  input.addEventListener("change", async () => {
    await open(input.files ?? undefined);
    // The same file may be chosen again after a change in it.
    input.value = "";
  });
  takeDrops(part("data-drop"), open);
  root.hidden = false;
}

/**
 * @param {{root: HTMLElement, current: Current, kept: Kept, tell: (...children: Child[]) => void, input: HTMLElement}} page
 * @param {Found} found
 * @param {Held} before what is in use
 * @param {Say} say
 * @returns {Record<"replace"|"beside"|"cancel", () => void>} what can be done with the file
 */
export function actsOf({ root, current, kept, tell, input }, { response }, before, say) {
  const refuse = (/** @type {string} */ reason) => tell(reason, " ", say("untouched"));
  const back = () => {
    const lost = kept.take(before);
    tell(say(lost ? `cannot_${lost}` : "back"));
  };
  return {
    replace() {
      if (before.before === undefined) return refuse(say("cannot_blocked"));
      const trouble = kept.take({ response, before: null });
      if (trouble) return refuse(say(`cannot_${trouble}`));
      const undo = h("button", { type: "button", class: "pp-link-button", onclick: back }, say("bring_back"));
      const result = h("a", { href: root.dataset.results }, say("see_result"));
      const present = worthKeeping(before);
      tell(say(current.saved ? "opened" : "opened_blocked"), " ", result, present && " · ", present && undo);
    },
    beside() {
      const trouble = kept.add({ response, before: null });
      if (trouble) return refuse(say(`cannot_${trouble}`));
      tell(say("kept_beside", { name: response.label || say("unnamed") }), " ", listLink(root, say));
    },
    cancel() {
      tell(say("cancelled"));
      input.focus();
    },
  };
}

/** @param {HTMLElement} root @param {Say} say @returns {Child} a link to where the assessments are listed */
const listLink = (root, say) => root.dataset.list && h("a", { href: root.dataset.list }, say("see_list"));

/**
 * @param {File} file
 * @param {Response} present
 * @param {Spoken} words
 * @returns {Promise<Found|string>} or why it cannot be opened
 */
async function examine(file, present, { open_file: say, messageOf }) {
  // Both are loaded only now: most visits open no file.
  const [bank, { readFile, weigh }] = await Promise.all([loadJson("bank.json"), import("../response/import-file.mjs")]);
  if (file.size > LIMITS.report) return say("too_big");
  const text = await textOf(file, LIMITS.report);
  if (text === null) return say("unreadable_file");
  const { response, problems } = readFile(bank, text);
  if (!response) return messageOf(problems[0]);
  return { bank, file, response, problems, weighed: weigh(bank, present, response) };
}

/** @param {File} file @param {Current} current @param {Spoken} words @returns {Promise<HTMLElement|null>} the worksheets in it, to keep on this device */
async function sheetsIn(file, current, words) {
  const text = await textOf(file, LIMITS.report);
  if (!text?.includes('"push-to-pull/worksheet"')) return null;
  const { offerSheets } = await import("./worksheet/tools/from-file.mjs");
  return offerSheets(text, current, words.worksheet_more);
}

/** @param {string|null} time @param {Say} say @returns {string} */
const dayOf = (time, say) => (time ? dateOf(time) : say("no_date"));

/**
 * @param {Found} found
 * @param {Spoken} words
 * @param {boolean} present whether there is anything to lose
 * @returns {HTMLElement[]}
 */
function describe({ bank, file, response, problems, weighed }, { open_file: say, messageOf }, present) {
  const { form, label, created, updated, snapshots } = response;
  const { answered, of, unknown } = weighed;
  const taken = snapshots.map((each) => dayOf(each.taken, say)).join(", ");
  /** @type {[string, string|false][]} */
  const facts = [
    ["name", label || say("unnamed")],
    ["form", formTitle(bank, form)],
    ["answers", say("answers_are", { answered, of, unknown })],
    ["notes", weighed.notes > 0 && String(weighed.notes)],
    ["begun", dayOf(created, say)],
    ["changed_last", dayOf(updated, say)],
    ["snapshots", snapshots.length > 0 && `${snapshots.length}: ${taken}`],
    [
      "version",
      response.bank.version !== bank.bankVersion &&
        say("versions", { theirs: response.bank.version || "?", ours: bank.bankVersion ?? "" }),
    ],
  ];
  const rows = facts.flatMap(([key, text]) =>
    text === false ? [] : [h("div", {}, h("dt", {}, say(`fact_${key}`)), h("dd", {}, text))],
  );
  return [
    h("h3", { tabindex: "-1" }, say("in_file", { file: file.name })),
    h("dl", { class: "pp-facts-list" }, ...rows),
    ...reportsOf(problems, bank, say, messageOf),
    h("p", { "data-difference": true }, present ? difference(weighed, say) : say("nothing_to_lose")),
  ];
}

/** @param {Weighed} weighed @param {Say} say @returns {string} */
function difference(weighed, say) {
  if (weighed.alike) return say("alike");
  const kinds = /** @type {const} */ (["changed", "gained", "lost", "apart"]);
  const parts = kinds.filter((key) => key !== "apart" || weighed.apart > 0);
  return `${say("compared")} ${parts.map((key) => say(key, { n: weighed[key] })).join(", ")}.`;
}

/** @param {Problem[]} problems @param {Bank} bank @param {Say} say @param {Spoken["messageOf"]} messageOf @returns {HTMLElement[]} each in its words, with the questions it is about */
function reportsOf(problems, bank, say, messageOf) {
  if (problems.length === 0) return [];
  const titles = new Map(bank.practices.map(({ id, title }) => [id, title]));
  const items = problems.map((problem) => {
    const { ids = [] } = problem;
    const which = h("ul", {}, ...ids.map((id) => h("li", {}, titles.get(id) ?? h("code", {}, id))));
    return h(
      "li",
      {},
      messageOf(problem),
      ids.length > 0 && h("details", { class: "pp-which" }, h("summary", {}, say("which")), which),
    );
  });
  return [h("p", {}, say("reported")), h("ul", { "data-problems": true }, ...items)];
}

/** @param {Record<"replace"|"beside"|"cancel", () => void>} acts @param {boolean} present @param {Say} say @returns {HTMLElement} */
function buttons({ replace, beside, cancel }, present, say) {
  const button = (/** @type {string} */ key, /** @type {() => void} */ onclick, first = false) =>
    h(
      "button",
      { type: "button", class: `md-button${first ? " md-button--primary" : ""}`, onclick, "data-act": key },
      say(key),
    );
  const all = present ? [button("beside", beside, true), button("replace", replace)] : [button("use", replace, true)];
  return h("p", { class: "pp-actions" }, ...all.flatMap((each) => [each, " "]), button("cancel", cancel));
}
