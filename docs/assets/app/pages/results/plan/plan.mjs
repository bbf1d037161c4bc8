// @ts-check
/** The plan: targets, plays in waves by capacity, each with its reasons, and the scores each wave would lead to. */
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { later } from "../lazy.mjs";
import { tools } from "./actions.mjs";
import { effortOf, fold, nameOf, numberOf, playOf, practiceOf, short } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */
/** @typedef {import("../../../scoring/recommend.mjs").Step} Step */
/** @typedef {import("../../../types.mjs").Profile} Profile */

const withTargets = later(() => import("./targets.mjs"));
const withPutAside = later(() => import("./excluded.mjs"));

/** @param {View} view @returns {(Node|null)[]} */
export function plan(view) {
  const { advice, profile, say } = view;
  const targets =
    profile.form === "quick"
      ? null
      : fold(view, "targets", [say("targets")], () => withTargets(view, ({ targetsOf }) => [targetsOf(view)]));
  if (advice.plays.length === 0) return [targets, h("p", {}, say("plan_empty")), ...putAside(view)];
  const waves = advice.waves.flatMap((wave) => {
    const steps = advice.plays.filter((step) => step.wave === wave.id);
    const head = h("h3", {}, say(wave.id));
    if (steps.length === 0) return [head, h("p", { class: "pp-legend" }, say("empty_wave"))];
    const scores = scoresOf(view, wave.profile);
    return [
      head,
      h("ol", { class: "pp-advice" }, ...steps.map((step) => entry(view, step))),
      h("p", { class: "pp-wave" }, say("wave_leads_to", { days: wave.days, scores })),
    ];
  });
  return [targets, ...waves, ...putAside(view)];
}

/** @param {View} view @returns {Node[]} what the reader's own marks or ticks keep out of the plan */
function putAside(view) {
  const { response, trial } = view;
  const { pinned = [], dropped = [], done = [] } = response.plan ?? {};
  const marked = trial ? trial.plays : [...pinned, ...dropped, ...done];
  return marked.length > 0 ? withPutAside(view, (module) => module.putAside(view)) : [];
}

/** @param {View} view @param {Profile} after @returns {string} the scores a wave would lead to */
function scoresOf(view, after) {
  const named = (/** @type {string} */ name, /** @type {import("../../../types.mjs").Score} */ score) =>
    `${name} ${short(view, score)}`;
  const axes = view.bank.axes.map(({ id, name }) => named(name, after.axes[id]));
  return [named(view.say("overall"), after.overall), ...axes].join(", ");
}

/** @param {View} view @param {Step} step @returns {HTMLElement} */
function entry(view, step) {
  const { response, say, words } = view;
  const play = playOf(view, step.play);
  const effort = effortOf(view, play);
  const facts = /** @type {[string, string][]} */ ([
    ["because", step.because.anchor],
    ["next_step", step.because.next],
    ["first_step", play.firstStep],
    ["worked_when", play.workedWhen],
    ["lead", play.lead],
    ["effort_days", say("effort_most", { name: effort.name, days: effort.days })],
    ["rank", rank(view, step, effort.cost)],
  ]);
  const pinned = response.plan?.pinned?.includes(step.play) ? `${say("pinned")} ` : "";
  const note = ` ${pinned}${say("effort", { name: effort.name })} ${words(practiceOf(view, step.practice).title)}`;
  const content = () => [
    h(
      "dl",
      { class: "pp-facts pp-facts--beside" },
      ...facts.flatMap(([key, text]) => [h("dt", {}, say(key)), h("dd", {}, words(text))]),
    ),
    h(
      "p",
      { class: "pp-play__tools" },
      h("a", { href: new URL(play.url, ROOT) }, say("read_play")),
      ...tools(view, step),
    ),
  ];
  const open = { open: step.wave === "now", now: true };
  return h(
    "li",
    { id: `plan-${play.id}`, "data-wave": step.wave },
    fold(view, `entry-${play.id}`, [words(play.title), h("small", {}, note)], content, open),
  );
}

/** @param {View} view @param {Step} step @param {number} cost @returns {string} the rule of the ranking with this play's numbers */
function rank({ bank, profile, say }, { gain, priority, because }, cost) {
  const patterns = Math.min(bank.scoring.insightBonusMost, because.insights.length);
  const bonus = patterns > 0 ? say("rank_patterns", { n: patterns, x: 1 + bank.scoring.insightBonus * patterns }) : "";
  const counts = profile.overall.point === null ? "rank_low" : "rank_point";
  return say(counts, { gain: gain.toFixed(3), bonus, cost, priority: priority.toFixed(3) });
}

/** @param {View} view @returns {string} the present result and what the plan would lead to, for a live region */
export function planSummary(view) {
  const { advice, profile, say } = view;
  const last = advice.waves.filter(({ plays }) => plays.length > 0).at(-1);
  const now = `${nameOf(view, profile.overall)}. ${numberOf(view, profile.overall)}`;
  if (!last) return `${now} ${say("plan_empty")}`;
  return `${now} ${say("plan_summary", { n: advice.plays.length, scores: scoresOf(view, last.profile) })}`;
}
