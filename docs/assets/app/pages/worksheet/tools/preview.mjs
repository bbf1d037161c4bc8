// @ts-check
/** What is in a file or a link, and what taking it would change; nothing changes before one is asked. */
import { isBegun, readSheet } from "../../../worksheets/sheet.mjs";
import { leftOut } from "../../../worksheets/file.mjs";
import { h } from "../../../ui/dom.mjs";
import { leftOutTexts } from "./left-out.mjs";
import { button, show } from "./panel.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("../../../worksheets/file.mjs").Packed} Packed */
/** @typedef {import("../../../worksheets/sheet.mjs").Filled} Filled */

/** @param {SheetPage} page @param {Say} say @param {Packed[]} packed @param {string} from where @param {string[]} [notes] on the file */
export function preview(page, say, packed, from, notes = []) {
  page.leaveExample();
  const own = packed.filter(({ sheet }) => sheet === page.sheet.id);
  const others = packed.filter(({ sheet }) => sheet !== page.sheet.id);
  const parts = own.map((each) => describe(page, say, each, notes));
  const elsewhere = others.map(({ sheet, title, name }) =>
    h("li", {}, h("a", { href: `../${sheet}/` }, title || sheet), name && ` – ${name}`),
  );
  show(
    page,
    say,
    say("look_inside", { from }),
    ...parts,
    ...(own.length > 0 ? [] : notes.map((note) => h("p", {}, note))),
    elsewhere.length > 0 && h("p", {}, say(own.length > 0 ? "also_inside" : "only_others")),
    elsewhere.length > 0 && h("ul", {}, ...elsewhere),
  );
}

/** @param {SheetPage} page @param {Say} say @param {Packed} packed @param {string[]} notes @returns {HTMLElement} */
function describe(page, say, packed, notes) {
  const { sheet, filled } = page;
  const found = readSheet(sheet, packed.text) ?? { answers: {}, rows: [] };
  const lost = leftOut(packed.text, found);
  const isLost = isBegun(sheet, filled);
  const taken = { ...found, rows: found.rows.length > 0 ? found.rows : [{}] };
  const beside = () => {
    const key = page.saved.fresh();
    const trouble = page.saved.at(key).write(packed.text);
    if (trouble) return page.tell(page.say(trouble));
    const before = page.key;
    page.open(key);
    done(page, say("kept_beside"), () => {
      page.saved.at(key).remove();
      page.open(before);
    });
  };
  const replace = () => {
    page.change(taken, say("taken"));
    page.panel.replaceChildren();
  };
  const facts = [
    say("inside_rows", { n: found.rows.length }),
    say("inside_answers", { n: Object.keys(found.answers).length }),
    isLost && say("inside_differs", { n: differing(filled, taken) }),
    ...leftOutTexts(packed, say, lost),
    ...notes,
  ];
  const acts = isLost
    ? [button(say("take_beside"), beside, true), " ", button(say("take_replace"), replace)]
    : [button(say("take"), replace, true)];
  return h(
    "div",
    {},
    h("p", {}, h("strong", {}, packed.name || packed.title)),
    h("ul", {}, ...facts.filter(Boolean).map((fact) => h("li", {}, fact))),
    h("p", { class: "pp-actions" }, ...acts),
  );
}

/** @param {SheetPage} page @param {string} message @param {() => void} undo */
function done(page, message, undo) {
  page.panel.replaceChildren();
  page.tell(message, undo);
}

/** @param {Filled} one @param {Filled} other @returns {number} cells and answers that are not alike */
function differing(one, other) {
  const places = Array.from({ length: Math.max(one.rows.length, other.rows.length) }, (_, row) => [
    one.rows[row] ?? {},
    other.rows[row] ?? {},
  ]);
  return [[one.answers, other.answers], ...places].reduce((sum, [a, b]) => {
    const keys = Object.keys({ ...a, ...b });
    return sum + keys.filter((key) => (a[key] ?? "").trim() !== (b[key] ?? "").trim()).length;
  }, 0);
}
