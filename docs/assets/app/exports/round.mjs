// @ts-check
/** What a group answered as files: counts, medians, what was agreed; nobody's answers by themselves. Pure. */
import { wording } from "../response/answers.mjs";
import { toCsv } from "./csv.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Say} Say */
/** Figures are null where they may not be shown.
 * @typedef {{practice: string, label: string|null, figures: {counts: number[], unknown: number, na: number,
 *   left: number, n: number, median: number|null, low: number|null, high: number|null, deviation: number|null,
 *   rwg: number|null}|null}} Row */
/** @typedef {{name: string, form: string, created: string, mode: string, people: number, rows: Row[],
 *   agreed: Record<string, {value: import("../types.mjs").Value, reason?: string}>}} Group */

/** @param {number|null|undefined} x @returns {string} two decimals at most */
const figure = (x) => (x === null || x === undefined ? "" : String(Math.round(x * 100) / 100));

/** @param {number|null|undefined} rwg @returns {number|null} as it is usually given: no agreement is 0 */
const atLeastNone = (rwg) => (rwg === null || rwg === undefined ? null : Math.max(0, rwg));

/** @param {Group} group @param {string} id @param {Say} say @returns {string[]} what was agreed, and why */
function agreedOn({ agreed }, id, say) {
  const found = Object.hasOwn(agreed, id) ? agreed[id] : null;
  if (!found) return ["", ""];
  const { value, reason = "" } = found;
  return [typeof value === "number" ? String(value) : say(`export_${value}`), reason];
}

/** @param {Bank} bank @param {Group} group @param {Say} say @returns {string[][]} a row for each question, in bank order */
function table(bank, group, say) {
  const rows = new Map(group.rows.map((row) => [row.practice, row]));
  const words = wording(bank, { people: "" });
  const areas = new Map(bank.dimensions.map(({ id, name = id }) => [id, name]));
  return bank.practices.flatMap(({ id, dimension, title = id }) => {
    const row = rows.get(id);
    if (!row) return [];
    const { figures } = row;
    const counts = bank.levels.map((_, level) => (figures ? String(figures.counts[level]) : ""));
    const rest = figures ? [figures.n, figures.unknown, figures.na, figures.left].map(String) : ["", "", "", ""];
    const spread = [figures?.median, figures?.low, figures?.high, figures?.deviation, atLeastNone(figures?.rwg)].map(
      figure,
    );
    const label = say(`label_${row.label ?? "none"}`);
    const named = [areas.get(dimension) ?? dimension, words(title)];
    return [[...named, ...counts, ...rest, ...spread, label, ...agreedOn(group, id, say)]];
  });
}

/** @param {Bank} bank @param {Say} say @returns {string[]} */
const head = ({ levels }, say) => [
  say("export_area"),
  say("export_practice"),
  ...levels.map(({ value, name }) => `${say("export_level", { level: value })} ${name ?? ""}`.trim()),
  ...["people", "unknown", "na", "left", "median", "low", "high", "deviation", "rwg", "label", "agreed", "reason"].map(
    (key) => say(`export_${key}`),
  ),
];

/** @param {Bank} bank @param {Group} group @param {Say} say @returns {string} */
export const roundCsv = (bank, group, say) => toCsv([head(bank, say), ...table(bank, group, say)]);

/** @param {Bank} bank @param {Group} group @param {Say} say @returns {string} */
export function roundMarkdown(bank, group, say) {
  const cell = (/** @type {string} */ text) => text.replace(/[\\|]/g, "\\$&").replace(/\s+/g, " ");
  const line = (/** @type {string[]} */ cells) => `| ${cells.map(cell).join(" | ")} |`;
  const title = say("export_title", { name: group.name || say("unnamed") });
  const about = `${say("people", { n: group.people })}, ${group.created}, ${group.form}`;
  const columns = head(bank, say);
  const rule = line(columns.map(() => "---"));
  return [`# ${title}`, "", about, "", line(columns), rule, ...table(bank, group, say).map(line), ""].join("\n");
}

/** @param {Bank} bank @param {Group} group @returns {string} */
export function roundJson(bank, { rows, agreed, ...about }) {
  const questions = rows.map(({ practice, label, figures }) => ({
    practice,
    label,
    ...figures,
    ...(Object.hasOwn(agreed, practice) && { agreed: agreed[practice] }),
  }));
  const whole = {
    format: "push-to-pull/group",
    version: 1,
    bank: { id: bank.id, version: bank.bankVersion },
    ...about,
  };
  return `${JSON.stringify({ ...whole, questions }, null, 2)}\n`;
}
