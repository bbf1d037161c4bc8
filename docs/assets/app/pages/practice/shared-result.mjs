// @ts-check
/** The way back to a shared result, for who came from there. */
import { MARK } from "../../links/mark.mjs";
import { ROOT } from "../../storage/site.mjs";
import { h } from "../../ui/dom.mjs";

/** @returns {string|null} the address of the last result that was open in this tab, if it was a shared one and the browser tells */
function sharedBefore() {
  const { navigation } = /** @type {any} */ (window);
  const place = navigation?.currentEntry?.index ?? 0;
  const before = /** @type {{url: string|null}[]} */ (navigation?.entries().slice(0, place) ?? []);
  const { href } = new URL("results/", ROOT);
  const last = before.findLast(({ url }) => url?.startsWith(href))?.url ?? "";
  return last.startsWith(href + MARK) ? last : null;
}

/** @param {import("../../types.mjs").Say} say puts a link above the page */
export function leadBack(say) {
  const url = sharedBefore();
  if (url === null) return;
  const link = h("p", { class: "pp-eyebrow" }, h("a", { href: url }, say("back_to_shared")));
  document.querySelector(".md-content .pp-eyebrow")?.before(link);
}
