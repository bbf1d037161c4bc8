// @ts-check
/** A result that came with a link: shown for reading, compared, kept when asked, closed. One's own stays untouched. */
import { progress } from "../../../response/answers.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { h } from "../../../ui/dom.mjs";
import { freshId } from "../../../storage/keys.mjs";
import { openKept } from "../../../storage/saved-assessments.mjs";
import { dateOf } from "../../../ui/format.mjs";
import { roleText } from "../../../exports/text.mjs";
import { stamp } from "../../../response/edit.mjs";
import { worthKeeping } from "../../../response/saved-format.mjs";
import { readLink } from "../../../links/pasted-link.mjs";
import { clearAddress, keepInAddress } from "./shared-address.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** @typedef {import("./tools.mjs").Guest} Guest */

/** Such a result is for reading only. */
const OTHER_BANK = "other-bank-version";

/** @param {Tools} tools @returns {HTMLElement} above the result */
const place = ({ root }) => /** @type {HTMLElement} */ (root.querySelector("[data-shared]"));

/** @param {Tools} tools @returns {number} of one's own */
const answered = ({ bank, current }) => progress(bank, current.response, "full").answered;

/**
 * Shows the result of a link. Its code stays in the address until it is closed, so that a reload, and Back from another
 * page, lead to it again.
 * @param {Tools} tools
 * @param {string} code as the address has it
 */
export async function receive(tools, code) {
  if (tools.guest?.code === code) return;
  const { response, problems } = await readLink(tools.bank, code);
  if (response === null) return refuse(tools, tools.messageOf(problems[0]));
  tools.guest = { response, problems, code };
  keepInAddress(tools, () => leave(tools));
  banner(tools, tools.guest);
  title(tools.say("shared_title"));
}

/** @param {string|null} text of the page's heading; null for the usual one */
function title(text) {
  const heading = document.querySelector("h1");
  const node = heading?.firstChild;
  if (!heading || !node) return;
  heading.dataset.usual ??= node.textContent ?? "";
  node.textContent = text ?? heading.dataset.usual;
}

/** @param {string} text @param {() => void} onclick @param {string} [kind] @returns {HTMLElement} */
const button = (text, onclick, kind = "pp-link-button") => h("button", { type: "button", class: kind, onclick }, text);

/** @param {Tools} tools @param {string} why */
function refuse(tools, why) {
  const { say } = tools;
  ownAgain(tools);
  const own = answered(tools) > 0 ? ` ${say("own_below")}` : "";
  tell(tools, `${say("not_opened")} ${why}${own}`);
}

/** @param {Tools} tools @param {string} text @param {...(HTMLElement|string)} buttons a notice in place of the banner */
function tell(tools, text, ...buttons) {
  const shut = button(tools.say("close_notice"), () => empty(tools));
  place(tools).replaceChildren(
    h("div", { class: "pp-shared" }, h("p", { role: "alert" }, text), h("p", {}, ...buttons, shut)),
  );
}

/** @param {Tools} tools takes the banner or notice away, and leaves the focus on the page */
function empty(tools) {
  place(tools).replaceChildren();
  const heading = document.querySelector("h1");
  if (heading) heading.tabIndex = -1;
  heading?.focus();
}

/** @param {Tools} tools */
function ownAgain(tools) {
  tools.guest = null;
  clearAddress();
  title(null);
}

/** @param {Tools} tools @param {Guest} guest */
function banner(tools, { response, problems }) {
  const { say, sayExport, messageOf } = tools;
  const reports = problems.filter(({ code }) => code !== "notes-unread").map((each) => h("p", {}, messageOf(each)));
  const about = [response.label, roleText(response, sayExport)].filter(Boolean).join(", ");
  const status = h("p", { class: "pp-status", role: "status" });
  const keeps = !problems.some(({ code }) => code === OTHER_BANK);
  const group = h(
    "div",
    { class: "pp-shared", role: "group", "aria-labelledby": "shared-title", tabindex: -1 },
    h("strong", { id: "shared-title" }, say("viewing")),
    about && h("p", {}, say("shared_about", { about })),
    h("p", {}, say("viewing_text")),
    ...reports,
    h(
      "p",
      { class: "pp-shared__tools" },
      answered(tools) > 0 && button(say("compare_mine"), () => tools.open("comparing")),
      keeps && button(say("keep_copy"), () => keep(tools, status)),
      button(say(answered(tools) > 0 ? "close_shared" : "close"), () => leave(tools)),
    ),
    status,
  );
  place(tools).replaceChildren(group);
  group.focus({ preventScroll: true });
}

/** @param {Tools} tools */
function leave(tools) {
  ownAgain(tools);
  empty(tools);
  tools.redraw();
}

/** @param {Tools} tools @returns {HTMLElement} to where all that is kept in this browser is listed */
const listLink = ({ say }) => h("a", { href: new URL("assessment/keep/", ROOT) }, say("kept_list"));

/**
 * Beside one's own where there is anything to lose; otherwise it becomes one's own. Either way it can be undone.
 * @param {Tools} tools @param {HTMLElement} status of the banner, which stays when it is kept beside
 */
function keep(tools, status) {
  const { say, guest, current } = tools;
  if (!guest || status.querySelector("a")) return; // it is kept once
  const kept = openKept(current);
  const now = stamp(new Date());
  const label = guest.response.label || say("shared_label", { date: dateOf(now) });
  const held = { response: { ...guest.response, label, created: now, updated: now }, before: null };
  const own = kept.inUse();
  if (own.before === undefined) return status.replaceChildren(say("not_kept"));
  const [id, beside] = [freshId(), worthKeeping(own)];
  const trouble = beside ? kept.add(held, id) : kept.take(held);
  if (trouble) return status.replaceChildren(say("not_kept"));
  const list = h("a", { href: new URL("assessment/keep/", ROOT) }, say("kept_list"));
  if (!beside) return becomeOwn(tools, list, () => kept.take(own));
  const undo = button(say("undo"), () => {
    status.replaceChildren(say(kept.remove(id) ? "not_away" : "kept_away"));
    /** @type {HTMLElement|null} */ (status.closest("[role=group]"))?.focus();
  });
  status.replaceChildren(say("kept_beside", { name: label }), " ", list, " · ", undo);
}

/** @param {Tools} tools @param {HTMLElement} list link to all that is kept @param {() => import("../../../storage/saved-assessments.mjs").Trouble} back */
function becomeOwn(tools, list, back) {
  const { say, redraw } = tools;
  ownAgain(tools);
  empty(tools);
  redraw();
  const undo = () => {
    tell(tools, say(back() ? "not_away" : "kept_undone"));
  };
  tell(tools, say("kept_copy"), list, " · ", button(say("undo"), undo));
}
