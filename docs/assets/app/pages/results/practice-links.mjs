// @ts-check
/** Links from the result to a practice: to its page, and to where its question is answered. */
import { isPart } from "../../response/answers.mjs";
import { ROOT } from "../../storage/site.mjs";
import { h } from "../../ui/dom.mjs";
import { practiceOf } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */

/** @param {View} view @param {string} id @returns {HTMLElement} a link to the practice's page, under its title */
export const practiceLink = (view, id) =>
  h("a", { href: new URL(practiceOf(view, id).url, ROOT) }, view.words(practiceOf(view, id).title));

/** @param {View} view @param {string} id @returns {HTMLElement} a link to where its question is answered, in the reader's form; to read on where there is nothing to answer */
export function questionLink(view, id) {
  if (view.guest) return practiceLink(view, id);
  const { title, questionUrl } = practiceOf(view, id);
  // Answering on a page of the full form would turn a short response into a full one.
  const { form } = view.profile;
  const path = isPart(form) ? `assessment/${form}/#${questionUrl.split("#")[1]}` : questionUrl;
  return h("a", { href: new URL(path, ROOT) }, view.words(title));
}
