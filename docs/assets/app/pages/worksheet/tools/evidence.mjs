// @ts-check
/** Figures of a sheet beside the answers about the same thing: as evidence for one, or for another that one chooses. */
import { dayOf } from "../../../worksheets/cells.mjs";
import { firstThatHolds } from "../../../worksheets/evaluate.mjs";
import { answerOf, wording } from "../../../response/answers.mjs";
import { LIMITS, clearAnswer, setAnswer } from "../../../response/edit.mjs";
import { openCurrent } from "../../../storage/current-response.mjs";
import { ROOT, loadJson } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { dateOf, isoDay } from "../../../ui/format.mjs";
import { sentence, shown } from "../shown.mjs";
import { showTrouble } from "../../save-status.mjs";
import { button, sayMore, show } from "./panel.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */
/** @typedef {import("../../../types.mjs").WholeBank} Bank */
/** @typedef {import("../../../types.mjs").Say} Say */
/** @typedef {import("../../../storage/current-response.mjs").Current} Current */
/** @typedef {NonNullable<import("../../../worksheets/sheet.mjs").Sheet["evidence"]>[number]} Evidence */
/** @typedef {{page: SheetPage, say: Say, bank: Bank, current: Current}} Tool */

/** @param {SheetPage} page */
export async function open(page) {
  const [say, bank, current] = await Promise.all([sayMore(), loadJson("bank.json"), openCurrent()]);
  if (page.isExample) return page.tell(say("evidence_example"));
  draw({ page, say, bank, current });
}

/** @param {Tool} tool */
function draw(tool) {
  const { page, say, current } = tool;
  const blocks = (page.sheet.evidence ?? []).map((evidence) => block(tool, evidence));
  const trouble = h("div", { class: "pp-status", role: "status" });
  show(page, say, say("evidence_title"), h("p", {}, say("evidence_lead")), ...blocks, trouble);
  showTrouble(trouble, current, page.say);
}

/** @param {Tool} tool @param {Evidence} evidence @returns {HTMLElement|null} */
function block(tool, evidence) {
  const { page, say, bank, current } = tool;
  const practice = bank.practices.find(({ id }) => id === evidence.practice);
  if (!practice) return null;
  const text = wording(bank, current.response);
  const value = answerOf(bank, current.response, practice.id);
  const level = (/** @type {number} */ at) => text(practice.anchors[at]);
  const figure = lineOf(page, evidence);
  const rule = figure === null ? null : suggestionOf(page, evidence);
  const answered = typeof value === "number" ? say("you_said", { anchor: level(value) }) : say(`you_said_${value}`);
  const take = (/** @type {number} */ to) => use(tool, practice, figure ?? "", to);
  const question = h("a", { href: new URL(practice.questionUrl, ROOT) }, say("to_question"));
  return h(
    "div",
    { class: "pp-evidence", "data-practice": practice.id },
    h("h4", {}, text(practice.title)),
    h("p", {}, text(practice.question)),
    h("p", {}, answered, " ", figure === null ? say("no_figure") : say("sheet_shows", { figure })),
    rule &&
      h("p", {}, say(rule.level === value ? "agrees" : "suggests", { anchor: level(rule.level) }), " ", rule.because),
    h(
      "p",
      { class: "pp-actions" },
      figure !== null && typeof value === "number" && button(say("use"), () => take(value)),
      " ",
      rule && rule.level !== value && button(say("take_level"), () => take(rule.level)),
      " ",
      question,
    ),
  );
}

/** @param {SheetPage} page @param {Evidence} evidence @returns {string|null} the figure with its name; null while it is missing */
function lineOf({ sheet, results, say }, { figure: id }) {
  const figure = sheet.figures.find((each) => each.id === id);
  const result = results[id];
  return figure && result && "value" in result ? `${figure.name}: ${shown(figure, result.value, say)}` : null;
}

/** @param {SheetPage} page @param {Evidence} evidence @returns {{level: number, because: string}|null} the first rule that holds */
function suggestionOf({ sheet, filled, results, say }, { suggests }) {
  const today = dayOf(isoDay(new Date())) ?? 0;
  const rule =
    suggests[
      firstThatHolds(
        sheet,
        filled,
        today,
        suggests.map(({ that }) => that),
      )
    ];
  if (!rule) return null;
  return { level: rule.level, because: sentence(sheet, rule.because, results, filled.answers, say) ?? "" };
}

/**
 * @param {string} note of an answer @param {{title: string, date: string, figure: string}} evidence title of the sheet, and the figure with its name
 * @param {Say} say @returns {string} the note with a line for the figure, in place of the one before of the same figure and sheet
 */
export function noteWith(note, evidence, say) {
  const name = evidence.figure.split(":")[0];
  const [head, middle] = say("note", { ...evidence, date: "\n", figure: `${name}:\n` }).split("\n");
  const isOld = (/** @type {string} */ line) => line.startsWith(head) && line.includes(middle);
  const kept = note === "" ? [] : note.split("\n").filter((line) => !isOld(line));
  return [...kept, say("note", evidence)].join("\n");
}

/** @param {Tool} tool @param {Bank["practices"][number]} practice @param {string} figure @param {number} value which is that of the answer, unless another was asked for */
function use(tool, practice, figure, value) {
  const { page, say, bank, current } = tool;
  const { sheet, filled } = page;
  const before = current.response.answers[practice.id];
  const title = filled.name ? `${sheet.title} (${filled.name})` : sheet.title;
  const note = noteWith(before?.note ?? "", { title, date: dateOf(new Date().toISOString()), figure }, say);
  if (note.length > LIMITS.note) return page.tell(say("note_full"));
  const isSame = before?.value === value;
  const rev = isSame ? before?.rev : practice.rev;
  current.edit((response) => setAnswer(response, practice.id, { value, basis: "seen", note, rev }));
  draw(tool);
  const named = wording(bank, current.response)(practice.title);
  page.tell(say(isSame ? "used" : "answered_so", { title: named }), () => {
    current.edit((response) =>
      before ? setAnswer(response, practice.id, before) : clearAnswer(response, practice.id),
    );
    draw(tool);
  });
}
