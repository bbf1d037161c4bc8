// @ts-check
/** The plan: plays in waves by capacity, each with its reasons; pin, drop, done; the scores each wave would lead to. */
import { ROOT } from "../current.mjs";
import { h } from "../dom.mjs";
import { numberOf, playOf, practiceOf, shown } from "./view.mjs";

/** @typedef {import("./view.mjs").View} View */
/** @typedef {import("../recommend.mjs").Step} Step */
/** @typedef {"pinned"|"dropped"|"done"} Mark */

/** @type {Mark[]} */
const MARKS = ["pinned", "dropped", "done"];

/** @param {View} view @returns {(Node|null)[]} */
export function plan(view) {
  const { advice, say } = view;
  if (advice.plays.length === 0) return [h("p", {}, say("plan_empty")), ...marked(view)];
  const waves = advice.waves.flatMap((wave) => {
    const steps = advice.plays.filter((step) => step.wave === wave.id);
    if (steps.length === 0) return [h("h3", {}, say(wave.id)), h("p", {}, say("empty_wave"))];
    const leads = say("wave_leads_to", { days: wave.days, score: numberOf(view, wave.profile.overall) });
    const axes = view.bank.axes
      .map((/** @type {any} */ { id, name }) => `${name} ${numberOf(view, wave.profile.axes[id])}`)
      .join("; ");
    return [
      h("h3", {}, say(wave.id)),
      h("ol", { class: "pp-advice" }, ...steps.map((step) => entry(view, step))),
      h("p", { class: "pp-wave" }, `${leads} ${axes}.`),
    ];
  });
  return [...waves, ...marked(view)];
}

/** @param {View} view @param {Step} step @returns {HTMLElement} */
function entry(view, step) {
  const { bank, say, words } = view;
  const play = playOf(view, step.play);
  const effort = bank.effort.find((/** @type {any} */ { id }) => id === play.effort);
  const facts = /** @type {[string, string][]} */ ([
    ["because", step.because.anchor],
    ["next_step", step.because.next],
    ["first_step", play.firstStep],
    ["worked_when", play.workedWhen],
    ["lead", play.lead],
  ]);
  const pointed = step.because.insights.length > 0 ? ` ${say("pointed")}` : "";
  const summary = h(
    "summary",
    {},
    words(play.title),
    h("small", {}, ` ${effort.name}. ${words(practiceOf(view, step.practice).title)}`),
  );
  const reasons = facts.flatMap(([key, text]) => [h("dt", {}, say(key)), h("dd", {}, words(text))]);
  const gain = say("gain", { gain: step.gain.toFixed(2), priority: step.priority.toFixed(3) });
  return h(
    "li",
    { id: `plan-${play.id}` },
    h(
      "details",
      { "data-key": `entry-${play.id}`, open: step.wave === "now" },
      summary,
      h("dl", { class: "pp-facts pp-facts--beside" }, ...reasons),
      h("p", { class: "pp-play__facts" }, h("span", {}, gain + pointed)),
      h(
        "p",
        { class: "pp-play__tools" },
        h("a", { href: new URL(play.url, ROOT) }, say("read_play")),
        ...tools(view, step.play),
      ),
    ),
  );
}

/** @param {View} view @param {string} play @returns {HTMLElement[]} */
function tools(view, play) {
  const { response, say, trial, act } = view;
  const marks = response.plan ?? {};
  const title = view.words(playOf(view, play).title);
  if (trial) return [button(say("tick"), title, `tick-${play}`, () => act.tick(play))];
  const pinned = marks.pinned?.includes(play);
  return [
    button(say(pinned ? "unpin" : "pin"), title, `pinned-${play}`, () => toggle(view, "pinned", play)),
    button(say("swap"), title, `dropped-${play}`, () => toggle(view, "dropped", play)),
    button(say("mark_done"), title, `done-${play}`, () => toggle(view, "done", play)),
  ];
}

/** @param {string} text @param {string} of @param {string} key @param {() => void} onclick @returns {HTMLElement} */
const button = (text, of, key, onclick) =>
  h(
    "button",
    { type: "button", class: "pp-link-button", "data-key": key, onclick },
    text,
    h("span", { class: "pp-unseen" }, `: ${of}`),
  );

/** @param {View} view @param {Mark} mark @param {string} play gives a play one mark, or takes it away */
function toggle(view, mark, play) {
  view.act.edit((response) => {
    const before = response.plan ?? {};
    const had = before[mark]?.includes(play);
    const lists = Object.fromEntries(MARKS.map((each) => [each, (before[each] ?? []).filter((id) => id !== play)]));
    return { ...response, plan: { ...before, ...lists, [mark]: had ? lists[mark] : [...lists[mark], play] } };
  });
}

/** @param {View} view @returns {Node[]} what was dropped, done or ticked, each with a way back */
function marked(view) {
  const { response, trial, say, words, act } = view;
  const groups = /** @type {[string, string[], (play: string) => void][]} */ (
    trial
      ? [["ticked", trial.plays, act.tick]]
      : [
          ["done", response.plan?.done ?? [], (play) => toggle(view, "done", play)],
          ["dropped", response.plan?.dropped ?? [], (play) => toggle(view, "dropped", play)],
        ]
  );
  return groups
    .filter(([, plays]) => plays.length > 0)
    .map(([name, plays, undo]) =>
      h(
        "details",
        { "data-key": `plan-${name}`, open: true },
        h("summary", {}, say(`plan_${name}`, { n: plays.length })),
        name === "done" ? h("p", {}, say("done_then")) : null,
        h(
          "ul",
          {},
          ...plays.map((play) =>
            h(
              "li",
              {},
              words(playOf(view, play).title),
              " ",
              button(say("put_back"), words(playOf(view, play).title), `back-${play}`, () => undo(play)),
            ),
          ),
        ),
      ),
    );
}

/** @param {View} view @returns {string} what the whole plan would lead to, for a live region */
export function planSummary({ advice, say }) {
  const last = advice.waves.filter(({ plays }) => plays.length > 0).at(-1);
  const { point, low } = last?.profile.overall ?? { point: null, low: null };
  return say("plan_summary", { n: advice.plays.length, score: shown(point ?? low) });
}
