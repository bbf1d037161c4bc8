// @ts-check
/** A result as a report to read: scores, patterns, plan, what to find out, every answer. Pure. */
import { answerOf, formOf, givenOf, isOutcome, isWaiting, practicesOf, topOf, wording } from "../response/answers.mjs";
import { levelShown } from "../scoring/sentences.mjs";
import { beginText, formText, roleText, readOnText, scoreCells, scoreText, stepText } from "./text.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Practice} Practice */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Profile} Profile */
/** @typedef {import("../types.mjs").Score} Score */
/** @typedef {import("../scoring/recommend.mjs").Advice} Advice */
/** @typedef {import("./text.mjs").Say} Say */
/** `md` makes text of the bank fit for Markdown, with the word for {people} in place.
 * @typedef {{bank: Bank, response: Response, profile: Profile, advice: Advice, say: Say, site?: string, dayOf: (time: string) => string,
 *   md: (text: string|undefined) => string}} Report */

const isoDay = (/** @type {string} */ time) => time.slice(0, 10);

const MOST = 5; // of what to keep doing and to find out

/**
 * @param {string} text
 * @returns {string} Markdown that shows it literally, in one line; it makes no list, link or HTML
 */
const plain = (text) =>
  text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~&$]/g, "\\$&")
    .replace(/^[-+]/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");

/** @param {Report} report @returns {string[]} */
function head({ bank, response, profile, say, dayOf, md }) {
  const form = formText(bank, profile.form, say);
  const facts = [
    response.role && say("role", { role: plain(roleText(response, say)) }),
    response.updated && say("answered_on", { date: dayOf(response.updated) }),
    say("questions", { form: md(form), version: md(response.bank.version) }),
    response.people && say("people", { people: md("{people}") }),
  ];
  return [
    `# ${say("result", { title: md(bank.title ?? bank.id) })}`,
    ...(response.label ? [`**${plain(response.label)}**`] : []),
    facts.flatMap((fact) => (fact ? `- ${fact}` : [])).join("\n"),
  ];
}

/** @param {Report} report @returns {string} all scores; the quick form reports none by dimension */
function table({ bank, profile, say, md }) {
  const row = (/** @type {string} */ name, /** @type {Score} */ score) => {
    const { point, range } = scoreCells(score);
    const known = say("of", { known: score.known, n: score.known + score.unknown });
    return `| ${[name, point, range, md(levelShown({ bank, say }, score)), known].join(" | ")} |`;
  };
  const heads = ["part", "point", "range", "level", "known"].map((key) => say(`score_${key}`));
  const within = (/** @type {string} */ id) =>
    bank.dimensions
      .filter(({ axis }) => axis === id && profile.form === "full")
      .map((dimension) => row(md(dimension.name ?? dimension.id), profile.dimensions[dimension.id]));
  const axes = bank.axes.flatMap(({ id, name }) => [row(`**${md(name ?? id)}**`, profile.axes[id]), ...within(id)]);
  return [
    `| ${heads.join(" | ")} |`,
    "|---|--:|--:|---|--:|",
    row(`**${say("overall")}**`, profile.overall),
    ...axes,
    ...within(""),
    ...bank.dimensions
      .filter(isOutcome)
      .map(({ id, name }) => row(md(say("beside", { name: name ?? id })), profile.outcomes[id])),
  ].join("\n");
}

/** @param {Report} report @returns {string[]} */
function position({ bank, profile, say, md }) {
  const found = (bank.quadrants ?? []).filter(({ id }) => profile.quadrants.includes(id));
  if (found.length === 0) return [];
  const names = found.map(({ id, name }) => md(name ?? id)).join(say("or"));
  const isMap = bank.axes.length > 1;
  if (found.length > 1) return [say(isMap ? "map_many" : "place_many", { names })];
  const [{ reading, next }] = found;
  const rest = [md(reading), next && say("then_do", { next: md(next) })];
  return [[say(isMap ? "map_one" : "place_one", { names }), ...rest].filter(Boolean).join(" ")];
}

/** @param {Report} report @returns {string[]} */
function where(report) {
  const { bank, profile, say, md } = report;
  const { known, unknown, na } = profile.overall;
  const score = scoreText(profile.overall, say, topOf(bank));
  const counts = [say("known", { known, n: known + unknown }), ...(na > 0 ? [say("left_out", { n: na })] : [])];
  const name = md(levelShown({ bank, say }, profile.overall));
  const lead = profile.overall.low === null ? say("nothing") : say("headline", { name, score });
  return [`## ${say("where")}`, `**${lead}** ${counts.join(" ")}`, table(report), ...position(report)];
}

/** @param {Report} report @returns {string[]} */
function patterns({ bank, advice, say, md }) {
  const fired = (bank.insights ?? []).filter((insight) => insight.say && advice.insights.includes(insight.id));
  return fired.length === 0 ? [] : [`## ${say("patterns")}`, fired.map((insight) => `- ${md(insight.say)}`).join("\n")];
}

/** @param {Report} report @returns {string[]} */
function plan({ bank, response, advice, say, md, site }) {
  const waves = advice.waves.flatMap((wave) => {
    const { id, plays, days, profile } = wave;
    const begin = beginText(bank, response, wave, say);
    if (plays.length === 0) return begin ? [`### ${say(id)}`, plain(begin)] : [];
    const steps = advice.plays.filter(({ wave }) => wave === id);
    const items = steps.map((step, index) => {
      const { title, lines, url } = stepText(bank, response, step, say, site);
      const read = url ? [readOnText(step.effort, `<${url}>`, say)] : [];
      return [
        `${index + 1}. **${plain(title)}**`,
        ...lines
          .map(plain)
          .concat(read)
          .map((line) => `    - ${line}`),
      ].join("\n");
    });
    const score = scoreText(profile.overall, say, topOf(bank));
    const leads = [...(days > 0 ? [`${say("wave_days", { n: days })}.`] : []), say("wave_score", { score })].join(" ");
    return [`### ${say(id)}`, items.join("\n"), leads];
  });
  return [`## ${say("plan")}`, ...(waves.length === 0 ? [say("no_plays")] : waves)];
}

/** @param {Report} report @param {string} key @param {string[]} ids @param {(practice: Practice) => string} line
 * @returns {string[]} the first five, and how many more there are */
function few({ bank, say }, key, ids, line) {
  if (ids.length === 0) return [];
  const practices = ids.slice(0, MOST).flatMap((id) => bank.practices.find((each) => each.id === id) ?? []);
  const more = ids.length - MOST;
  const list = practices.map((practice) => `- ${line(practice)}`).join("\n");
  return [`## ${say(key)}`, list, ...(more > 0 ? [say("more", { n: more })] : [])];
}

/** @param {Report} report @param {Practice} practice @returns {string} a question, its answer and what goes with it */
function answer({ bank, response, say, md }, practice) {
  const value = givenOf(bank, response, practice.id);
  const { basis, note, reason } = value === null ? {} : response.answers[practice.id];
  const level = typeof value === "number" && `${value}, ${bank.levels[value].name ?? ""}: ${practice.anchors[value]}`;
  const own = [
    isWaiting(bank, response, practice.id) && say("waiting"),
    reason && say("reason", { reason }),
    basis && say("basis", { basis: say(`basis_${basis}`) }),
    note && say("note", { note }),
  ];
  const lines = [
    md(level || say(value === null ? "unanswered" : String(value))),
    ...own.map((line) => plain(line || "")),
  ];
  const rest = lines.flatMap((line) => (line ? `    - ${line}` : []));
  return [`- **${md(practice.question ?? practice.id)}**`, ...rest].join("\n");
}

/** @param {Report} report @returns {string[]} */
function answers(report) {
  const { bank, response, say, md } = report;
  const asked = practicesOf(bank, formOf(bank, response));
  const parts = bank.dimensions.flatMap(({ id, name }) => {
    const own = asked.filter(({ dimension }) => dimension === id);
    return own.length === 0 ? [] : [`### ${md(name ?? id)}`, own.map((each) => answer(report, each)).join("\n")];
  });
  return [`## ${say("answers")}`, ...parts];
}

/**
 * A report to read, print or send on: scores, patterns, plan, what to find out, and every answer with its note.
 * @param {Bank} bank
 * @param {Response} response
 * @param {Profile} profile of the response
 * @param {Advice} advice for it
 * @param {Say} say
 * @param {string} [site] address of the site, with a slash at its end, for links to the plays
 * @param {(time: string) => string} [dayOf] how a day is written
 * @returns {string} Markdown; what people wrote is text in it
 */
export function toMarkdown(bank, response, profile, advice, say, site = "", dayOf = isoDay) {
  const words = wording(bank, response);
  const md = (/** @type {string|undefined} */ text) => plain(words(text));
  const report = { bank, response, profile, advice, say, site, dayOf, md };
  const knower = (/** @type {Practice} */ { question, findOut }) =>
    [md(question), findOut && say("who_knows", { text: md(findOut) })].filter(Boolean).join(" ");
  const held = (/** @type {Practice} */ practice) =>
    `${md(practice.title ?? practice.id)}: ${md(practice.anchors[Number(answerOf(bank, response, practice.id))])}`;
  const parts = [
    ...head(report),
    ...where(report),
    ...patterns(report),
    ...plan(report),
    ...few(report, "find_out", advice.findOut, knower),
    ...few(report, "keep_doing", advice.keepDoing, held),
    ...answers(report),
    `## ${say("about")}`,
    `${say("about_scores")} ${say("about_rule")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}
