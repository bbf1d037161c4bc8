// @ts-check
/** The words that few visits need: of files opened and saved, and of what can be done with a result. Loaded when wanted. */
import { messageOf } from "../response/messages.mjs";
import { loadJson } from "../storage/site.mjs";
import { sayFrom } from "../ui/dom.mjs";

/** @typedef {import("../types.mjs").Say} Say */
/**
 * Sections of words.yml, and what reading a response may report.
 * @typedef {{open_file: Say, tools: Say, exports: Say, worksheet_more: Say, messageOf: (problem: import("../types.mjs").Problem) => string}} Spoken
 */

/** @type {Promise<Spoken>|undefined} */
let loading;

/** @returns {Promise<Spoken>} */
async function load() {
  const { open_file, tools, exports, worksheet_more, problems } = await loadJson("words.json");
  return {
    open_file: sayFrom(open_file),
    tools: sayFrom(tools),
    exports: sayFrom(exports),
    worksheet_more: sayFrom(worksheet_more),
    messageOf: (problem) => messageOf(problem, sayFrom(problems)),
  };
}

/** @returns {Promise<Spoken>} once for the page; a failed request is made again */
export const loadWords = () =>
  (loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  }));
