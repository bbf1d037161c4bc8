// @ts-check
/** Whoever is invited: what is asked of them, how far they are, and handing in. */
import { MARK, readInvitation } from "../../group/invitation.mjs";
import { canSeal } from "../../group/sealed-code.mjs";
import { isPart, practicesOf, progress } from "../../response/answers.mjs";
import { openCurrent } from "../../storage/current-response.mjs";
import { openInvitations } from "../../storage/saved-rounds.mjs";
import { ROOT, loadJson } from "../../storage/site.mjs";
import { h, sayer } from "../../ui/dom.mjs";
import { button } from "../link-actions.mjs";
import { handIn } from "./hand-in.mjs";
import { keep, keptAt } from "./kept-invitations.mjs";
import { part } from "./page-part.mjs";

/** @typedef {import("../../group/invitation.mjs").Invitation} Invitation */
/** `code` as the link has it; `members`: the mark under which each assessment is handed in, by when it was begun: on a shared
 * device the next person's must not replace the one before.
 * @typedef {{code: string, members: Record<string, string>, invitation: Invitation}} Invited */
/**
 * @typedef {object} AnswerPage
 * @property {HTMLElement} root
 * @property {import("../../types.mjs").WholeBank} bank
 * @property {import("../../types.mjs").Say} say
 * @property {import("../../storage/current-response.mjs").Current} current
 * @property {Invited} invited
 * @property {boolean} sealing whether this browser can seal
 */

/** @param {HTMLElement} root */
export async function start(root) {
  const [bank, current, sealing] = await Promise.all([loadJson("bank.json"), openCurrent(), canSeal()]);
  const say = sayer(root);
  let update = () => {};
  const open = () => {
    const found = arrive(root, bank, say);
    part(root, "data-none").hidden = found !== null;
    part(root, "data-invited").hidden = found === null;
    if (found) update = draw({ root, bank, say, current, invited: found, sealing });
  };
  open();
  current.subscribe(() => update());
  window.addEventListener("hashchange", open);
}

/** @param {HTMLElement} root @param {import("../../types.mjs").Bank} bank @param {import("../../types.mjs").Say} say @returns {Invited|null} what the address brings, else what was opened before */
function arrive(root, bank, say) {
  const folder = openInvitations(bank.id);
  const trouble = part(root, "data-trouble-text");
  const tell = (/** @type {string} */ key) => trouble.replaceChildren(h("p", { role: "alert" }, say(key)));
  if (!location.hash.startsWith(MARK)) {
    const [last] = folder
      .names()
      .flatMap((id) => keptAt(folder, id))
      .sort((a, b) => b.opened - a.opened);
    const invitation = last && readInvitation(bank, last.code);
    return invitation ? { ...last, invitation } : null;
  }
  const invitation = readInvitation(bank, location.hash);
  if (!invitation) return (tell("bad"), null);
  trouble.replaceChildren();
  const code = location.hash.slice(MARK.length);
  const [{ members } = { members: {} }] = keptAt(folder, invitation.id);
  const invited = { code, members, invitation };
  if (keep(folder, invited)) tell("not_stored");
  return invited;
}

/** @param {AnswerPage} page @returns {() => void} called when answers have changed */
function draw(page) {
  const { root } = page;
  const place = (/** @type {string} */ name) => part(root, `data-part="${name}"`);
  place("asked").replaceChildren(...asked(page));
  place("treated").replaceChildren(...treated(page));
  place("hand-in").replaceChildren();
  const update = handIn(place("hand-in"), page);
  const show = () => {
    place("answers").replaceChildren(...answersOf(page));
    update();
  };
  show();
  return show;
}

/** @param {AnswerPage} page @returns {HTMLElement[]} */
function asked({ root, bank, say, invited }) {
  const { invitation } = invited;
  const { name, form, mode, bankVersion } = invitation;
  const forms = JSON.parse(part(root, "data-forms").textContent ?? "");
  const other = bankVersion !== bank.bankVersion;
  return [
    h("p", {}, h("strong", {}, say("asked_by", { name: name || say("unnamed"), form: forms[form] ?? form }))),
    h("p", {}, say(`mode_${mode}`)),
    ...(other
      ? [h("p", { class: "pp-notice" }, say("other_version", { theirs: bankVersion, ours: bank.bankVersion }))]
      : []),
  ];
}

/** @param {AnswerPage} page @returns {HTMLElement[]} who can open what is handed in, and what stays in this browser */
function treated({ root, bank, say, invited }) {
  const forget = () => {
    openInvitations(bank.id).at(invited.invitation.id).remove();
    history.replaceState(history.state, "", location.pathname + location.search);
    part(root, "data-invited").hidden = true;
    part(root, "data-trouble-text").replaceChildren(h("p", {}, say("forgotten")));
  };
  return [h("p", {}, say("sealed")), h("p", {}, say("stays"), " ", button(say("forget"), forget, "pp-link-button"))];
}

/** @param {AnswerPage} page @returns {HTMLElement[]} how far one is, and where to go on */
function answersOf({ bank, say, current, invited }) {
  const { form } = invited.invitation;
  const { answered, of } = progress(bank, current.response, form);
  const first = isPart(form) ? `assessment/${form}/` : practicesOf(bank, form)[0].questionUrl.split("#")[0];
  const key = answered === 0 ? "start" : answered < of ? "go_on" : "look_over";
  const path = answered < of ? (answered === 0 || isPart(form) ? first : "assessment/") : "assessment/review/";
  // Which form is asked decides what the pages of questions show, as a choice on the task list does.
  const begin = () => current.edit((response) => (response.form === form ? response : { ...response, form }));
  const link = h(
    "a",
    { class: answered < of ? "md-button md-button--primary" : "md-button", href: new URL(path, ROOT) },
    say(key),
  );
  link.addEventListener("click", begin);
  return [
    h("p", {}, say("progress", { answered, of })),
    h("p", {}, link),
    ...(answered > 0
      ? [
          h(
            "p",
            { class: "pp-legend" },
            say("own_answers"),
            " ",
            h("a", { href: new URL("assessment/keep/", ROOT) }, say("another")),
          ),
        ]
      : []),
  ];
}
