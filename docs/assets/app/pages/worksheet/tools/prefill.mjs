// @ts-check
/** A sheet filled in from the plan that follows from the answers: shown first, then added below what is written. */
import { isBlank } from "../../../worksheets/sheet.mjs";
import { fold } from "../../../worksheets/cells.mjs";
import { wording } from "../../../response/answers.mjs";
import { recommend } from "../../../scoring/recommend.mjs";
import { openCurrent } from "../../../storage/current-response.mjs";
import { ROOT, loadJson } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { button, sayMore, show } from "./panel.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */
/** @typedef {import("../../../worksheets/sheet.mjs").Row} Row */

const MOST = 5; // plays: what a team can carry in ninety days
const WEEKS_PER_MONTH = 52 / 12;
/** By wave of the plan: first week, and weeks. @type {Record<string, [number, number]>} */
const WEEKS = { now: [1, 4], next: [5, 9] };

/** @param {SheetPage} page */
export async function open(page) {
  if (page.sheet.prefill !== "plan") return (await import("./prefill-answer.mjs")).open(page);
  const [say, bank, { response }] = await Promise.all([sayMore(), loadJson("bank.json"), openCurrent()]);
  page.leaveExample();
  const rows = rowsOf(bank, response);
  if (rows.length === 0) {
    const link = h("a", { href: new URL("assessment/", ROOT) }, say("to_assessment"));
    return show(page, say, say("plan_title"), h("p", {}, say("no_plan"), " ", link));
  }
  const days = response.plan?.daysPerMonth ?? bank.scoring.daysPerMonth ?? 10;
  const fill = () => {
    const { filled, sheet } = page;
    const own = filled.rows.filter((row) => !isBlank(row));
    const there = new Set(own.map((row) => fold(row.play ?? "")));
    const fresh = rows.filter((row) => !there.has(fold(row.play)));
    const isAsked = sheet.questions.some(({ id }) => id === "capacity") && !filled.answers.capacity;
    const answers = { ...filled.answers, ...(isAsked && { capacity: (days / WEEKS_PER_MONTH).toFixed(1) }) };
    page.change({ ...filled, answers, rows: [...own, ...fresh] }, say("plan_filled"));
    page.panel.replaceChildren();
  };
  const items = rows.map(({ play, days: work, start }) => h("li", {}, say("plan_row", { play, days: work, start })));
  show(
    page,
    say,
    say("plan_title"),
    h("p", {}, say("plan_lead")),
    h("ul", {}, ...items),
    h("p", { class: "pp-actions" }, button(say("plan_fill"), fill, true)),
  );
}

/** @param {import("../../../types.mjs").WholeBank} bank @param {import("../../../types.mjs").Response} response @returns {Row[]} */
export function rowsOf(bank, response) {
  const text = wording(bank, response);
  const steps = recommend(bank, response, { ...response.plan }).plays.filter(({ wave }) => wave in WEEKS);
  return steps.slice(0, MOST).flatMap(({ play: id, practice: about, to, wave, effort, days, because }) => {
    const play = bank.plays.find((each) => each.id === id);
    const practice = bank.practices.find((each) => each.id === about);
    if (!play || !practice) return [];
    const [start, weeks] = WEEKS[wave];
    return [
      {
        play: text(play.title),
        because: text(because.anchor),
        start: String(start),
        days: effort === null ? "" : String(days),
        weeks: String(weeks),
        aim: `${text(practice.title)}, ${bank.levels[to]?.name ?? to}`,
        sign: text(play.workedWhen),
      },
    ];
  });
}
