// @ts-check
/** What can be done with an assessment on this device. Each succeeds and says so, with an undo, or changes nothing. */
import { download } from "../../ui/dom.mjs";
import { isoDay } from "../../ui/format.mjs";
import { saveAnswers } from "../answers-file.mjs";
import { allSheets } from "../../storage/all-sheets.mjs";
import { placesOf } from "../../storage/keys.mjs";
import { openStore } from "../../storage/local-storage.mjs";
import { ROOT } from "../../storage/site.mjs";
import { LIMITS, clean, newResponse } from "../../response/edit.mjs";
import { fileName } from "../../exports/file-name.mjs";
import { again, worthKeeping } from "../../response/saved-format.mjs";

/** @typedef {import("./device.mjs").DevicePage} DevicePage */
/** @typedef {import("../../storage/saved-assessments.mjs").Entry} Entry */
/** @typedef {import("../../response/saved-format.mjs").Held} Held */
/** @typedef {import("./row.mjs").Acts} Acts */

/** @param {DevicePage} page @param {Held["response"]} response @returns {string} */
const nameOf = ({ say }, { label }) => label || say("unnamed");

/** @param {string} name @returns {string} as it is kept */
const labelOf = (name) => clean(name, LIMITS.label);

/** @param {DevicePage} page @param {Entry|null} entry null for the one in use @returns {Acts} */
export function actsOf(page, entry) {
  if (entry === null) {
    const held = page.kept.inUse();
    return {
      rename: (name) => page.current.edit((response) => ({ ...response, label: labelOf(name) })),
      save: () => save(page, held.response),
      ...(allSheets(page.current.outline.id, page.current.browser).length > 0 && { sheets: () => saveSheets(page) }),
      again: () => repeat(page, held.response),
      delete: () => clear(page, held),
    };
  }
  const { id, text, response, before } = entry;
  // What was not given out can neither be saved nor be brought back.
  if (text === null) return {};
  if (response === null)
    return {
      save: () => download(`${page.current.outline.id}-unreadable.txt`, text, "text/plain"),
      delete: () => remove(page, entry),
    };
  return {
    use: () => change(page, { response, before }, id),
    rename(name) {
      const trouble = page.kept.add({ response: { ...response, label: labelOf(name) }, before }, id);
      if (trouble) page.refuse(trouble);
    },
    save: () => save(page, response),
    again: () => repeat(page, response),
    delete: () => remove(page, entry),
  };
}

/** @param {DevicePage} page @param {Held["response"]} response */
export function save({ current, say, tell }, response) {
  const day = response.updated ? `-${isoDay(response.updated)}` : "";
  const name = fileName(current.outline, response, `answers${day}`, "json");
  tell(saveAnswers(current.outline, response, name) ? say("saved_as", { name }) : say("large_file"));
}

/** @param {DevicePage} page the answers in use, with every worksheet of this browser */
export async function saveSheets({ current, say, tell }) {
  try {
    const { name, refused } = (await import("../sheets-file.mjs")).saveWithSheets(current);
    tell(say(refused ?? "saved_sheets", { name }));
  } catch (error) {
    console.error("worksheets:", error);
    tell(say("not_loaded"));
  }
}

/** @param {DevicePage} page @param {Held} held @param {string} id */
function change(page, held, id) {
  const trouble = page.kept.use(held, id);
  if (trouble) return page.refuse(trouble);
  page.tell(page.say("in_use_now", { name: nameOf(page, held.response) }));
  page.focus("row-in-use");
}

/** @param {DevicePage} page an empty one comes into use, to be named at once */
export function begin(page) {
  const { outline, response } = page.current;
  const { people, role } = response;
  comeIntoUse(page, { response: { ...newResponse(outline), people, role }, before: null }, "begun");
}

/** @param {DevicePage} page @param {Held["response"]} response whose answers are shown beside the new ones */
function repeat(page, response) {
  const label = page.say("again_name", { name: response.label || page.say("unnamed") });
  comeIntoUse(page, again(page.current.outline, response, response.label && labelOf(label)), "begun_again");
}

/** @param {DevicePage} page @param {Held} held @param {string} message its key */
function comeIntoUse(page, held, message) {
  const trouble = page.kept.use(held);
  if (trouble) return page.refuse(trouble);
  page.tell(page.say(message));
  page.rename("in-use");
}

/** @param {DevicePage} page @param {Held} held what is in use, until now */
function clear(page, held) {
  if (held.before === undefined) return page.refuse("blocked");
  const { outline, browser } = page.current;
  const empty = newResponse(outline);
  const trouble = page.kept.take({ response: { ...empty, people: held.response.people }, before: null });
  if (trouble) return page.refuse(trouble);
  const card = openStore(placesOf(ROOT.pathname, outline.id).monday, browser);
  const written = card.read().text;
  card.remove();
  page.tell(page.say("deleted", { name: nameOf(page, held.response) }), () => {
    if (written) card.write(written);
    // Answers given since then are not to be lost either.
    const back = worthKeeping(page.kept.inUse()) ? page.kept.use(held) : page.kept.take(held);
    if (back) page.refuse(back);
  });
}

/** @param {DevicePage} page @param {Entry} entry */
function remove(page, { id, text, response }) {
  const trouble = page.kept.remove(id);
  if (trouble) return page.refuse(trouble);
  const name = response ? nameOf(page, response) : page.say("unreadable");
  page.tell(page.say("deleted", { name }), () => {
    const back = page.kept.put(id, text ?? "");
    if (back) page.refuse(back);
  });
}
