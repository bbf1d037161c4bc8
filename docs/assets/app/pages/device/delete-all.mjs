// @ts-check
/** Deletes all that the site keeps in this browser, after naming it. The only action here without an undo. */
import { ROOT } from "../../storage/site.mjs";
import { h } from "../../ui/dom.mjs";
import { placesOf } from "../../storage/keys.mjs";
import { worthKeeping } from "../../response/saved-format.mjs";
import { openFolders } from "../../storage/local-storage.mjs";
import { sheetsFolder } from "../../storage/all-sheets.mjs";
import { deleteOfflineCopy } from "../../storage/offline-cache.mjs";
import { actsOf, saveSheets } from "./actions.mjs";

/** @typedef {import("./device.mjs").DevicePage} DevicePage */

/** @param {HTMLElement} root @param {DevicePage} page */
export function offerWipe(root, page) {
  const { say } = page;
  const section = /** @type {HTMLElement} */ (document.querySelector("[data-wipe-section]"));
  const place = /** @type {HTMLElement} */ (section.querySelector("[data-wipe]"));
  const first = h("button", { type: "button", class: "md-button" }, say("wipe"));
  const cancel = () => {
    place.replaceChildren(first);
    first.focus();
  };
  const wipe = async () => {
    if (!(await deleteEverything(page))) {
      place.replaceChildren(h("p", { role: "alert" }, say("wipe_failed")), first);
      return first.focus();
    }
    // Nothing stays on the page that could write again what has just been deleted.
    for (const other of document.querySelectorAll(".pp-open, [data-wipe-section]")) other.remove();
    const done = h("p", { class: "pp-lead", tabindex: "-1", "data-wiped": true }, say("wiped"));
    root.replaceChildren(done);
    done.focus();
  };
  first.addEventListener("click", () => {
    place.replaceChildren(confirmation(page, wipe, cancel));
    /** @type {HTMLElement} */ (place.firstElementChild).focus();
  });
  place.replaceChildren(first);
  section.hidden = false;
}

/** @param {DevicePage} page @param {() => void} wipe @param {() => void} cancel @returns {HTMLElement} */
function confirmation(page, wipe, cancel) {
  const { kept, say } = page;
  const sheets = sheetTitles(page);
  const present = kept.inUse();
  const others = kept.others();
  const name = (/** @type {{label: string}|null} */ response) =>
    response ? response.label || say("unnamed") : say("unreadable");
  const rows = [
    worthKeeping(present) &&
      h("li", {}, say("wipe_in_use", { name: name(present.response) }), saver(page, actsOf(page, null).save)),
    ...others.map((entry) =>
      h("li", {}, say("wipe_other", { name: name(entry.response) }), saver(page, actsOf(page, entry).save)),
    ),
    sheets.length > 0 &&
      h(
        "li",
        {},
        say("wipe_sheets", { titles: sheets.join(", ") }),
        saver(page, () => saveSheets(page)),
      ),
    kept.aside.names().length > 0 && h("li", {}, say("wipe_aside")),
    h("li", {}, say("wipe_settings")),
    h("li", {}, say("wipe_rounds")),
    h("li", {}, say("wipe_offline")),
  ];
  return h(
    "div",
    { class: "pp-wipe", role: "group", tabindex: "-1", "aria-labelledby": "wipe-title", "data-confirm": true },
    h("p", { id: "wipe-title" }, h("strong", {}, say("wipe_these"))),
    h("ul", {}, ...rows),
    h("p", {}, say("wipe_no_undo")),
    h(
      "p",
      { class: "pp-actions" },
      h(
        "button",
        { type: "button", class: "md-button md-button--primary", onclick: wipe, "data-wipe-now": true },
        say("wipe_now"),
      ),
      " ",
      h("button", { type: "button", class: "md-button", onclick: cancel }, say("cancel")),
    ),
  );
}

/** @param {DevicePage} page @returns {string[]} titles of the worksheets that are filled in; of one that cannot be read, its id */
function sheetTitles({ current }) {
  const folder = sheetsFolder(current.outline.id, current.browser);
  const own = folder.names().filter((name) => !name.includes(":aside")); // which a line of its own names
  return own.map((id) => {
    try {
      const { title, name } = JSON.parse(folder.at(id).read().text ?? "");
      return String(title ?? id) + (name ? ` (${name})` : "");
    } catch {
      return id;
    }
  });
}

/** @param {DevicePage} page @param {(() => void)|undefined} save @returns {HTMLElement} */
const saver = ({ say }, save) =>
  h("span", {}, " ", h("button", { type: "button", class: "pp-link-button", onclick: save }, say("save_first")));

/** @param {Pick<DevicePage, "current">} desk @returns {Promise<boolean>} whether all is gone, as far as can be seen */
export async function deleteEverything({ current }) {
  const places = placesOf(ROOT.pathname, current.outline.id);
  const folders = places.all.flatMap((prefix) => openFolders(prefix, current.browser));
  // What this page could not store must not be stored now that there is room.
  current.forget();
  for (const folder of folders) for (const name of folder.names()) folder.at(name).remove();
  const offline = await deleteOfflineCopy().catch(() => null);
  return offline?.length === 0 && folders.every((folder) => folder.list()?.length === 0);
}
