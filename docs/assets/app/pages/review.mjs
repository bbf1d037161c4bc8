// @ts-check
/** All answers on one page: each with its words, its note and a way to change it; what is open or unknown is named. */
import { progress } from "../response/answers.mjs";
import { openCurrent } from "../storage/current-response.mjs";
import { h, sayer } from "../ui/dom.mjs";
import { showTrouble } from "./save-status.mjs";

/** @typedef {import("../types.mjs").Answer} Answer */
/** @typedef {import("../ui/dom.mjs").Say} Say */

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));
  const rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-review]")]);
  const sections = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-review-dimension]")]);
  const show = () => {
    const { outline, response } = current;
    const asked = new Set(outline.forms?.[response.form]);
    const stale = current.stale();
    for (const row of rows) {
      row.hidden = !asked.has(idOf(row)) && !response.answers[idOf(row)];
      showRow(row, response.answers[idOf(row)], stale.includes(idOf(row)), say);
    }
    for (const section of sections) section.hidden = rows.every((row) => row.hidden || !section.contains(row));
    const { answered, of } = progress(outline, response);
    part("data-summary").textContent = say("of", { answered, of });
    part("data-gaps").replaceChildren(...gaps(rows, asked, current, say));
    showTrouble(part("data-trouble-text"), current, say);
  };
  current.subscribe(show);
  show();
}

/** @param {HTMLElement} row @returns {string} */
const idOf = (row) => row.dataset.review ?? "";

/** @param {HTMLElement} row @param {Answer|undefined} answer @param {boolean} stale @param {Say} say */
function showRow(row, answer, stale, say) {
  const place = /** @type {HTMLElement} */ (row.querySelector("[data-answer]"));
  place.dataset.original ??= place.textContent ?? "";
  if (!answer) return place.replaceChildren(h("em", {}, place.dataset.original));
  const { value, basis, reason, note } = answer;
  const quiet = (/** @type {string} */ text) => h("p", { class: "pp-review__note" }, text);
  const parts = [
    h("span", {}, row.querySelector(`[data-value="${value}"]`)?.textContent ?? say("dont_know")),
    typeof value === "number" && basis && h("small", {}, ` ${say(`basis_${basis}`)}`),
    value === "na" && reason && quiet(say("reason", { reason })),
    note && quiet(say("note", { note })),
    stale && h("p", {}, h("strong", {}, say("check_again"))),
  ];
  place.replaceChildren(...parts.filter((each) => each instanceof Node));
}

/**
 * @param {HTMLElement[]} rows
 * @param {Set<string>} asked ids of the practices of the form
 * @param {import("../storage/current-response.mjs").Current} current
 * @param {Say} say
 * @returns {HTMLElement[]} what is open, unknown, to be checked again or kept aside, each question with a link
 */
function gaps(rows, asked, current, say) {
  const { answers, orphans = {} } = current.response;
  const stale = current.stale();
  const groups = {
    open: rows.filter((row) => asked.has(idOf(row)) && !answers[idOf(row)]),
    unknown: rows.filter((row) => asked.has(idOf(row)) && answers[idOf(row)]?.value === "unknown"),
    recheck: rows.filter((row) => stale.includes(idOf(row))),
  };
  const lists = Object.entries(groups).flatMap(([key, members]) =>
    members.length === 0 ? [] : [h("p", {}, say(key, { n: members.length })), h("ul", {}, ...members.map(linkOf))],
  );
  const aside = Object.keys(orphans).length;
  return [
    ...lists,
    ...(aside > 0 ? [h("p", {}, say("kept_aside", { n: aside }))] : []),
    ...(groups.open.length > 0 && groups.open.length < asked.size ? [h("p", {}, say("gaps_fine"))] : []),
  ];
}

/** @param {HTMLElement} row @returns {HTMLElement} a link to its question, by the question's own words */
function linkOf(row) {
  const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
  return h("li", {}, h("a", { href: link.href }, row.querySelector("dt")?.textContent ?? ""));
}
