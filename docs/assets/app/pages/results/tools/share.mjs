// @ts-check
/** The link that holds a result: what is in it, how long it is, and the ways to hand it on. Nothing is sent anywhere. */
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { saveAnswers } from "../../answers-file.mjs";
import { encode, encodeWithNotes } from "../../../links/link.mjs";
import { MARK } from "../../../links/mark.mjs";
import { hasChoices } from "../../../links/plan-choices.mjs";
import { fileName } from "../../../exports/file-name.mjs";
import { button, copy, send, showCode } from "../../link-actions.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */

/** Characters beyond which mail and chat programs are known to cut a link. */
const LONG = 2000;

/** @param {string} code @returns {string} */
const address = (code) => `${new URL("results/", ROOT)}${MARK}${code}`;

/** @param {HTMLElement} place @param {Tools} tools */
export function fill(place, tools) {
  const { say, bank, current } = tools;
  const field = /** @type {HTMLInputElement} */ (
    h("input", {
      type: "text",
      id: "share-link",
      readonly: true,
      spellcheck: "false",
      "aria-describedby": "share-size",
    })
  );
  const notes = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox" }));
  const plan = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", checked: true }));
  const size = h("p", { class: "pp-legend", id: "share-size" });
  const status = h("p", { class: "pp-status", role: "status" });
  const picture = h("div");
  const save = () => {
    const name = fileName(bank, current.response, "answers", "json");
    if (!saveAnswers(bank, current.response, name)) status.textContent = tools.view().say("large_file");
  };
  const file = button(say("send_file"), save);
  const link = h("div", {}, h("label", { for: field.id }, say("link")), field);
  const ways = h(
    "p",
    { class: "pp-tools" },
    button(say("copy"), () => copy(field, status, say)),
    "share" in navigator && button(say("send"), () => send(field.value, status, say)),
    button(say("qr_show"), () => showCode(picture, field.value, status, say)),
  );
  const choice = (/** @type {HTMLElement} */ box, /** @type {string} */ word) =>
    h("label", { class: "pp-choice" }, box, h("span", {}, say(word)));
  const [withPlan, withNotes] = [choice(plan, "with_plan"), choice(notes, "with_notes")];
  let made = "";
  const refresh = async () => {
    withPlan.hidden = !hasChoices(bank, current.response);
    const given = plan.checked ? current.response : { ...current.response, targets: {}, plan: {} };
    const code = await codeOf(bank, given, notes.checked);
    const url = code === null ? "" : address(code);
    if (url === made && url !== "") return;
    [made, field.value] = [url, url];
    link.hidden = ways.hidden = code === null;
    file.hidden = code !== null && url.length <= LONG;
    const key =
      code === null ? (notes.checked ? "notes_too_long" : "no_link") : url.length > LONG ? "link_long" : "link_size";
    size.textContent = say(key, { n: url.length });
    status.textContent = "";
    picture.replaceChildren();
  };
  field.addEventListener("focus", () => field.select());
  for (const each of [plan, notes]) each.addEventListener("change", refresh);
  tools.onChange(refresh);
  place.append(h("p", {}, say("link_holds")), withPlan, withNotes, link, size, ways, file, status, picture);
  refresh();
}

/**
 * @param {import("../../../types.mjs").Bank} bank
 * @param {import("../../../types.mjs").Response} response
 * @param {boolean} withNotes
 * @returns {Promise<string|null>} null where no link can hold it
 */
async function codeOf(bank, response, withNotes) {
  try {
    return withNotes ? await encodeWithNotes(bank, response) : encode(bank, response);
  } catch (error) {
    console.error("link:", error);
    return null;
  }
}
