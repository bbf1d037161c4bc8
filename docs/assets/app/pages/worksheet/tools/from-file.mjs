// @ts-check
/** Worksheets in a file that is opened beside the assessment: named, and kept on this device once one asks for it. */
import { sheetsIn } from "../../../worksheets/file.mjs";
import { addSheet, allSheets } from "../../../storage/all-sheets.mjs";
import { loadJson } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { leftOutTexts, sheetsLeftOutTexts } from "./left-out.mjs";

/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("../../../storage/current-response.mjs").Current} Current */
/** @typedef {import("../../../worksheets/file.mjs").Packed} Packed */

/** @param {string} text of the file @param {Current} current @param {Say} say @returns {Promise<HTMLElement|null>} null where it holds none that this site has */
export async function offerSheets(text, current, say) {
  const bank = await loadJson("bank.json");
  /** @type {Map<string, string>} */
  const titles = new Map(
    bank.worksheets.map((/** @type {{id: string, title: string}} */ { id, title }) => [id, title]),
  );
  const known = sheetsIn(text).filter(({ sheet }) => titles.has(sheet));
  if (known.length === 0) return null;
  const place = h("p", { role: "status" });
  const button = h("button", { type: "button", class: "md-button", onclick: () => keep(known, current, say, place) });
  button.append(say("keep_all"));
  place.append(button);
  const items = known.map((each) => {
    const { sheet, name, rows } = each;
    const found = say("in_file_one", { title: titles.get(sheet) ?? sheet, name: name && `(${name})`, n: rows });
    return h("li", {}, [found, ...leftOutTexts(each, say)].join(". "));
  });
  const surplus = sheetsLeftOutTexts(text, say).map((each) => h("p", {}, each));
  return h(
    "section",
    { "data-sheets": true },
    h("h3", {}, say("in_file_title")),
    h("ul", {}, ...items),
    ...surplus,
    place,
  );
}

/** @param {Packed[]} known @param {Current} current @param {Say} say @param {HTMLElement} place each as a further sheet of its kind: none is written over */
function keep(known, current, say, place) {
  const { outline, browser } = current;
  const there = new Set(allSheets(outline.id, browser));
  const kept = known
    .filter(({ text }) => !there.has(text))
    .map(({ sheet, text }) => addSheet(outline.id, sheet, text, browser));
  const undo = () => {
    for (const { remove } of kept) remove();
    place.replaceChildren(say("kept_none"));
  };
  const failed = kept.some(({ trouble }) => trouble);
  if (failed) undo();
  const back = h("button", { type: "button", class: "pp-link-button", onclick: undo }, say("not_keep"));
  const said = failed ? say("kept_failed") : say("kept_all", { n: kept.length });
  place.replaceChildren(said, ...(failed || kept.length === 0 ? [] : [" ", back]));
}
