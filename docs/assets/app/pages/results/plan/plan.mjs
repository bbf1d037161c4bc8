// @ts-check
/** The plan: targets, plays in waves by capacity, each with its reasons, and the scores each wave would lead to. */
import { isPart } from "../../../response/answers.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { later } from "../lazy.mjs";
import { tools } from "./actions.mjs";
import { effortsOf } from "../../../scoring/efforts.mjs";
import { becauseOf } from "../../../scoring/plan-reasons.mjs";
import { endOf, gapOf, scoresOf, startOf } from "../../../scoring/plan-sentences.mjs";
import { effortOf, fold, playOf, practiceOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../scoring/recommend.mjs").Step} Step */

const withTargets = later(() => import("./targets.mjs"));
const withPutAside = later(() => import("./excluded.mjs"));

/** @param {View} view @returns {(Node|null)[]} */
export function plan(view) {
  const { advice, profile, say } = view;
  const targets = isPart(profile.form)
    ? null
    : fold(view, "targets", [say("targets")], () => withTargets(view, ({ targetsOf }) => [targetsOf(view)]));
  if (advice.plays.length === 0) return [targets, h("p", {}, say("plan_empty")), ...putAside(view)];
  const end = endOf(view);
  return [
    targets,
    ...advice.waves.flatMap((wave) => part(view, wave)),
    end ? h("p", { class: "pp-legend" }, end) : null,
    ...putAside(view),
  ];
}

/** @param {View} view @param {import("../../../scoring/recommend.mjs").Wave} wave @returns {Node[]} an empty one says why it is, or is not there where the plan has ended */
function part(view, { id, days, profile }) {
  const { advice, response, bank, say } = view;
  const steps = advice.plays.filter((step) => step.wave === id);
  const capacity = response.plan?.daysPerMonth ?? bank.scoring.daysPerMonth;
  const head = h("h3", {}, say(id));
  if (steps.length > 0)
    return [
      head,
      h("ol", { class: "pp-advice" }, ...steps.map((step) => entry(view, step))),
      h(
        "p",
        { class: "pp-wave" },
        say(days > 0 ? "wave_leads_to" : "wave_then", { days, scores: scoresOf(view, profile) }),
      ),
    ];
  const start = id === "now" ? startOf(view, capacity) : null;
  if (start) return [head, h("p", {}, start.lead), h("p", { class: "pp-play__step" }, start.step)];
  const more = advice.plays.some(({ wave }) => wave === "later");
  return id === "next" && more ? [head, h("p", { class: "pp-legend" }, gapOf(view, capacity))] : [];
}

/** @param {View} view @returns {Node[]} what the reader's own marks or ticks keep out of the plan */
function putAside(view) {
  const { response, trial } = view;
  const { pinned = [], dropped = [], done = [] } = response.plan ?? {};
  const marked = trial ? trial.plays : [...pinned, ...dropped, ...done];
  return marked.length > 0 ? withPutAside(view, (module) => module.putAside(view)) : [];
}

/** @param {View} view @param {Step} step @returns {HTMLElement} */
function entry(view, step) {
  const { response, say, words } = view;
  const play = playOf(view, step.play);
  const effort = effortOf(view, play);
  const facts = /** @type {[string, string][]} */ ([
    ["next_step", step.because.next],
    ["first_step", effort ? play.firstStep : ""],
    [effort ? "worked_when" : "shown_by", play.workedWhen],
    ["lead", play.lead],
    ["effort_days", effort ? say("effort_most", { name: effort.name, days: effort.days }) : ""],
  ]).filter(([, text]) => text);
  const pinned = response.plan?.pinned?.includes(step.play) ? `${say("pinned")} ` : "";
  const size = effort ? ` · ${say("effort", { name: effort.name })}` : "";
  const note = ` ${pinned}${words(practiceOf(view, step.practice).title)}${size}`;
  const why = () => [h("p", {}, rank(view, step))];
  const content = () => [
    h("p", { class: "pp-because" }, becauseOf(view, step)),
    h(
      "dl",
      { class: "pp-facts pp-facts--beside" },
      ...facts.flatMap(([key, text]) => [h("dt", {}, say(key)), h("dd", {}, words(text))]),
    ),
    h(
      "p",
      { class: "pp-play__tools" },
      h("a", { href: new URL(play.url, ROOT) }, say(effort ? "read_play" : "read_practice")),
      ...tools(view, step),
    ),
    fold(view, `rank-${play.id}`, [say("rank")], why),
  ];
  const open = { open: step.wave === "now", now: true };
  return h(
    "li",
    { id: `plan-${play.id}`, "data-wave": step.wave },
    fold(view, `entry-${play.id}`, [words(play.title), h("small", {}, note)], content, open),
  );
}

/** @param {View} view @param {Step} step @returns {string} the rule of the ranking with this play's numbers */
function rank({ bank, profile, say }, { effort, gain, priority, because }) {
  const patterns = Math.min(bank.scoring.insightBonusMost, because.insights.length);
  const bonus = patterns > 0 ? say("rank_patterns", { n: patterns, x: 1 + bank.scoring.insightBonus * patterns }) : "";
  const { cost } = effortsOf(bank)(effort);
  const part = effort !== null ? "effort" : bank.effort.length > 0 ? "effort_unknown" : "";
  const divided = part && say(`rank_${part}`, { cost });
  const counts = profile.overall.point === null ? "rank_low" : "rank_point";
  return say(counts, { gain: gain.toFixed(3), bonus, divided, priority: priority.toFixed(3) });
}
