// @ts-check
/** A sheet filled in from what a question asks: the answer to it and the rows are shown first, and nothing is written over. */
import { filledIn } from "../../../worksheets/fill-in.mjs";
import { answerOf, wording } from "../../../response/answers.mjs";
import { openCurrent } from "../../../storage/current-response.mjs";
import { ROOT, loadJson } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { button, sayMore, show } from "./panel.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */

/** @param {SheetPage} page */
export async function open(page) {
  const { prefill, columns } = page.sheet;
  if (!prefill || prefill === "plan") return;
  const [say, bank, { response }] = await Promise.all([sayMore(), loadJson("bank.json"), openCurrent()]);
  /** @type {import("../../../types.mjs").WholeBank["practices"]} */
  const practices = bank.practices;
  const practice = practices.find(({ id }) => id === prefill.practice);
  if (!practice) return;
  page.leaveExample();
  const text = wording(bank, response);
  const value = answerOf(bank, response, practice.id);
  const said =
    typeof value === "number" ? say("you_said", { anchor: text(practice.anchors[value]) }) : say(`you_said_${value}`);
  const { note } = response.answers[practice.id] ?? {};
  const rows = prefill.rows.map((row) => {
    const [name, ...texts] = columns.map(({ id }) => row[id]).filter(Boolean);
    return h("li", {}, say("answer_row", { name, texts: texts.join(", ") }));
  });
  const fill = () => {
    const { filled, sheet } = page;
    page.change({ ...filled, rows: filledIn(sheet, filled.rows, prefill.rows) }, say("answer_filled"));
    page.panel.replaceChildren();
  };
  show(
    page,
    say,
    say("answer_title"),
    h(
      "p",
      {},
      text(practice.question),
      " ",
      said,
      " ",
      h("a", { href: new URL(practice.questionUrl, ROOT) }, say("to_question")),
    ),
    note ? h("blockquote", {}, h("p", {}, note)) : "",
    h("p", {}, prefill.say),
    h("ul", {}, ...rows),
    h("p", { class: "pp-actions" }, button(say("answer_fill"), fill, true)),
  );
}
