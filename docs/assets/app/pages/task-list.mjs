// @ts-check
/** The task list: how far each dimension is, what is left, what this run is about, starting again. */
import { progress } from "../response/answers.mjs";
import { openCurrent } from "../storage/current-response.mjs";
import { h, sayer } from "../ui/dom.mjs";
import { newResponse } from "../response/edit.mjs";
import { dateOf } from "../ui/format.mjs";
import { placesOf } from "../storage/keys.mjs";
import { openStore } from "../storage/local-storage.mjs";
import { keepReports, takeReports } from "../storage/notices.mjs";
import { ROOT } from "../storage/site.mjs";
import { showTrouble } from "./save-status.mjs";

/** @typedef {import("../storage/current-response.mjs").Current} Current */
/** @typedef {import("../ui/dom.mjs").Say} Say */

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  const reports = (await reported(current)).map((message) => h("p", { class: "pp-notice" }, message));
  const show = () => {
    showDimensions(root, current, say);
    showForms(root, current, say);
    showProgress(root, current, say);
    part(root, "data-notices").replaceChildren(...reports, ...toCheck(root, current, say));
    showTrouble(part(root, "data-trouble-text"), current, say);
  };
  startAgain(root, current, say);
  current.subscribe(show);
  show();
}

/** @param {Current} current @returns {Promise<string[]>} what reading had to report; if its words do not come, the next visit tells */
async function reported(current) {
  const problems = takeReports(current);
  if (problems.length === 0) return [];
  try {
    const { messageOf } = await (await import("./words.mjs")).loadWords();
    return problems.map(messageOf);
  } catch (error) {
    console.error("words:", error);
    keepReports(current, problems);
    return [];
  }
}

/** @param {HTMLElement} root @param {string} name */
const part = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));

/** @param {Current} current @returns {boolean} */
const begun = ({ response }) => Object.keys(response.answers).length > 0;

/** @param {HTMLElement} root @param {Current} current @param {Say} say */
function showDimensions(root, { outline, response }, say) {
  const { byDimension } = progress(outline, response, "full");
  const rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-dimension]")]);
  for (const row of rows) {
    const count = byDimension[row.dataset.dimension ?? ""];
    const key = count.answered === 0 ? "none" : count.left === 0 ? "all" : "some";
    part(row, "data-status").textContent = say(key, count);
  }
  const open = rows.find((row) => byDimension[row.dataset.dimension ?? ""].left > 0) ?? rows[0];
  const onward = /** @type {HTMLAnchorElement} */ (part(root, 'data-start="full"'));
  onward.href = /** @type {HTMLAnchorElement} */ (open.querySelector("a")).href;
}

/** @param {HTMLElement} root @param {Current} current @param {Say} say */
function showForms(root, current, say) {
  const { outline, response } = current;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (root.querySelectorAll("[data-start]"))) {
    const form = link.dataset.start ?? "";
    const { answered, of, left } = progress(outline, response, form);
    const status = part(root, `data-form-status="${form}"`);
    link.dataset.words ??= link.textContent ?? "";
    status.dataset.words ??= status.textContent ?? "";
    const inUse = begun(current) && form === response.form;
    const done = inUse && left === 0;
    const again = part(root, `data-again="${form}"`);
    const otherwise = (left === 0 ? again.textContent : link.dataset.words) ?? "";
    link.textContent = done ? say("result") : inUse ? say("continue", { answered, of }) : otherwise;
    if (done) link.href = /** @type {HTMLAnchorElement} */ (part(root, "data-result")).href;
    if (begun(current)) link.classList.toggle("md-button--primary", inUse);
    status.textContent = answered === 0 ? status.dataset.words : say("of_form", { answered, of });
    again.hidden = !done;
    // Choosing a form again chooses which one the result is of.
    link.onclick = () => {
      if (begun(current)) current.edit((before) => ({ ...before, form }));
    };
  }
  part(root, "data-forget").hidden = !begun(current);
}

/** @param {HTMLElement} root @param {Current} current @param {Say} say */
function showProgress(root, current, say) {
  part(root, "data-progress").textContent = soFar(current, say);
}

/** @param {Current} current @param {Say} say @returns {string} how much of the form is done, what is left, and when it was saved */
function soFar(current, say) {
  const { outline, response, saved } = current;
  if (!begun(current)) return "";
  const count = progress(outline, response);
  const asked = new Set(outline.forms?.[response.form]);
  const open = outline.practices.filter(({ id }) => asked.has(id) && !response.answers[id]);
  const seconds = open.reduce((sum, practice) => sum + (practice.seconds ?? 0), 0);
  const minutes = Math.max(1, Math.round(seconds / 60));
  const left = count.left === 0 ? say("nothing_left") : say("minutes_left", { n: minutes });
  const when = response.updated && dateOf(response.updated, { dateStyle: "medium", timeStyle: "short" });
  const last = saved && when ? say("last_saved", { when }) : "";
  return `${say("so_far", { answered: count.answered, of: count.of })} ${left} ${last}`.trim();
}

/** @param {HTMLElement} root @param {Current} current @param {Say} say @returns {HTMLElement[]} */
function toCheck(root, current, say) {
  const stale = current.stale();
  if (stale.length === 0) return [];
  const { href } = /** @type {HTMLAnchorElement} */ (part(root, "data-review-link"));
  return [h("p", { class: "pp-notice" }, say("recheck", { n: stale.length }), " ", h("a", { href }, say("see_them")))];
}

/** @param {HTMLElement} root @param {Current} current @param {Say} say */
function startAgain(root, current, say) {
  const forget = part(root, "data-forget");
  const place = part(root, "data-undo");
  const card = openStore(placesOf(ROOT.pathname, current.outline.id).monday, current.browser);
  forget.addEventListener("click", () => {
    const before = current.response;
    const written = card.read().text;
    card.remove();
    // What this run is about was asked once, and earlier snapshots are what new answers are compared with.
    current.edit(({ people, label, role, snapshots }) => ({
      ...newResponse(current.outline),
      ...{ people, label, role, snapshots },
    }));
    const back = () => {
      const { answers, targets, plan, commitments, orphans, form, created, updated } = before;
      const old = {
        targets,
        form,
        created,
        updated,
        ...(plan && { plan }),
        ...(orphans && { orphans }),
        ...(commitments && { commitments }),
      };
      current.edit((response) => ({ ...response, ...old, answers: { ...answers, ...response.answers } }));
      if (written) card.write(written);
      place.replaceChildren();
      forget.focus();
    };
    const button = h("button", { type: "button", class: "pp-link-button", onclick: back }, say("undo"));
    place.replaceChildren(h("p", {}, say("forgotten"), " ", button));
    button.focus();
  });
}
