// @ts-check
/** All answers on one page: each with its words, its note and a way to change it; what is open or unknown is named. */
import { openCurrent } from "./current.mjs";
import { h, sayer } from "./dom.mjs";
import { progress } from "./responses.mjs";

/** @typedef {import("./types.mjs").Answer} Answer */
/** @typedef {import("./dom.mjs").Say} Say */

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  const show = () => {
    const { outline, response } = current;
    const asked = new Set(outline.forms?.[response.form]);
    const rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-review]")]);
    for (const row of rows) {
      row.hidden = !asked.has(idOf(row)) && !response.answers[idOf(row)];
      showRow(row, response.answers[idOf(row)], say);
    }
    for (const section of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-review-dimension]"))) {
      section.hidden = [.../** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-review]"))].every(
        ({ hidden }) => hidden,
      );
    }
    const { answered, of } = progress(outline, response);
    /** @type {HTMLElement} */ (root.querySelector("[data-summary]")).textContent = say("of", { answered, of });
    showGaps(
      root,
      rows.filter((row) => asked.has(idOf(row))),
      current,
      say,
    );
  };
  current.subscribe(show);
  show();
}

/** @param {HTMLElement} row @returns {string} */
const idOf = (row) => row.dataset.review ?? "";

/** @param {HTMLElement} row @param {Answer|undefined} answer @param {Say} say */
function showRow(row, answer, say) {
  const place = /** @type {HTMLElement} */ (row.querySelector("[data-answer]"));
  place.dataset.original ??= place.textContent ?? "";
  if (!answer) return place.replaceChildren(h("em", {}, place.dataset.original));
  const words = row.querySelector(`[data-value="${answer.value}"]`)?.textContent ?? say("dont_know");
  const basis = answer.basis ? h("small", {}, ` ${say(`basis_${answer.basis}`)}`) : null;
  const note = answer.note ? h("p", { class: "pp-review__note" }, say("note", { note: answer.note })) : null;
  place.replaceChildren(h("span", {}, words), ...[basis, note].filter((node) => node !== null));
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement[]} rows of the form
 * @param {import("./current.mjs").Current} current
 * @param {Say} say
 */
function showGaps(root, rows, { outline, response }, say) {
  const revs = new Map(outline.practices.map(({ id, rev }) => [id, rev ?? 1]));
  const answerTo = (/** @type {HTMLElement} */ row) => response.answers[idOf(row)];
  const groups = {
    open: rows.filter((row) => !answerTo(row)),
    unknown: rows.filter((row) => answerTo(row)?.value === "unknown"),
    recheck: rows.filter((row) => answerTo(row) && (answerTo(row).rev ?? 1) < Number(revs.get(idOf(row)))),
  };
  const lists = Object.entries(groups).flatMap(([key, members]) =>
    members.length === 0 ? [] : [h("p", {}, say(key, { n: members.length })), h("ul", {}, ...members.map(linkOf))],
  );
  const fine = groups.open.length > 0 ? [h("p", {}, say("gaps_fine"))] : [];
  /** @type {HTMLElement} */ (root.querySelector("[data-gaps]")).replaceChildren(...lists, ...fine);
}

/** @param {HTMLElement} row @returns {HTMLElement} a link to its question, by the question's own words */
function linkOf(row) {
  const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
  return h("li", {}, h("a", { href: link.href }, row.querySelector("dt")?.textContent ?? ""));
}
