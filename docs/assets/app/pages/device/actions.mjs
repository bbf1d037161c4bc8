// @ts-check
/** What can be done with an assessment on this device. Each either happens and is told, with a way back, or changes nothing. */
import { download } from "../../ui/dom.mjs";
import { isoDay } from "../../ui/format.mjs";
import { saveAnswers } from "../answers-file.mjs";
import { LIMITS, clean, newResponse } from "../../response/edit.mjs";
import { fileName } from "../../exports/file-name.mjs";
import { again, worthKeeping } from "../../response/saved-format.mjs";

/** @typedef {import("./device.mjs").Desk} Desk */
/** @typedef {import("../../storage/saved-assessments.mjs").Entry} Entry */
/** @typedef {import("../../response/saved-format.mjs").Held} Held */
/** @typedef {import("./row.mjs").Acts} Acts */

/** @param {Desk} desk @param {Held["response"]} response @returns {string} */
const nameOf = ({ say }, { label }) => label || say("unnamed");

/** @param {string} name @returns {string} as it is kept */
const labelOf = (name) => clean(name, LIMITS.label);

/** @param {Desk} desk @param {Entry|null} entry null for the one in use @returns {Acts} */
export function actsOf(desk, entry) {
  if (entry === null) {
    const held = desk.kept.inUse();
    return {
      rename: (name) => desk.current.edit((response) => ({ ...response, label: labelOf(name) })),
      save: () => save(desk, held.response),
      again: () => repeat(desk, held.response),
      delete: () => clear(desk, held),
    };
  }
  const { id, text, response, before } = entry;
  if (response === null)
    return {
      save: () => download("push-to-pull-unreadable.txt", text, "text/plain"),
      delete: () => remove(desk, entry),
    };
  return {
    use: () => change(desk, { response, before }, id),
    rename(name) {
      const trouble = desk.kept.add({ response: { ...response, label: labelOf(name) }, before }, id);
      if (trouble) desk.refuse(trouble);
    },
    save: () => save(desk, response),
    again: () => repeat(desk, response),
    delete: () => remove(desk, entry),
  };
}

/** @param {Desk} desk @param {Held["response"]} response */
export function save({ current, say, tell }, response) {
  const day = response.updated ? `-${isoDay(response.updated)}` : "";
  const name = fileName(current.outline, response, `answers${day}`, "json");
  tell(saveAnswers(current.outline, response, name) ? say("saved_as", { name }) : say("large_file"));
}

/** @param {Desk} desk @param {Held} held @param {string} id */
function change(desk, held, id) {
  const trouble = desk.kept.use(held, id);
  if (trouble) return desk.refuse(trouble);
  desk.tell(desk.say("in_use_now", { name: nameOf(desk, held.response) }));
  desk.focus("row-in-use");
}

/** @param {Desk} desk an empty one comes into use, to be named at once */
export function begin(desk) {
  const { outline, response } = desk.current;
  const { people, role } = response;
  comeIntoUse(desk, { response: { ...newResponse(outline), people, role }, before: null }, "begun");
}

/** @param {Desk} desk @param {Held["response"]} response whose answers are shown beside the new ones */
function repeat(desk, response) {
  const label = desk.say("again_name", { name: response.label || desk.say("unnamed") });
  comeIntoUse(desk, again(desk.current.outline, response, response.label && labelOf(label)), "begun_again");
}

/** @param {Desk} desk @param {Held} held @param {string} told */
function comeIntoUse(desk, held, told) {
  const trouble = desk.kept.use(held);
  if (trouble) return desk.refuse(trouble);
  desk.tell(desk.say(told));
  desk.rename("in-use");
}

/** @param {Desk} desk @param {Held} held what is in use, until now */
function clear(desk, held) {
  const empty = newResponse(desk.current.outline);
  const trouble = desk.kept.take({ response: { ...empty, people: held.response.people }, before: null });
  if (trouble) return desk.refuse(trouble);
  desk.tell(desk.say("deleted", { name: nameOf(desk, held.response) }), () => {
    // Answers given since then are not to be lost either.
    const back = worthKeeping(desk.kept.inUse()) ? desk.kept.use(held) : desk.kept.take(held);
    if (back) desk.refuse(back);
  });
}

/** @param {Desk} desk @param {Entry} entry */
function remove(desk, { id, text, response }) {
  const trouble = desk.kept.remove(id);
  if (trouble) return desk.refuse(trouble);
  const name = response ? nameOf(desk, response) : desk.say("unreadable");
  desk.tell(desk.say("deleted", { name }), () => {
    const back = desk.kept.put(id, text);
    if (back) desk.refuse(back);
  });
}
