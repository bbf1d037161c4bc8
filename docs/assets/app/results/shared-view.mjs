// @ts-check
/** A result that came with a link: shown for reading, compared, kept when asked, closed. One's own stays untouched. */
import { download, h } from "../dom.mjs";
import { progress, serialise } from "../responses.mjs";
import { decodeWithNotes } from "../share.mjs";
import { fileName } from "./file-name.mjs";

/** @typedef {import("./desk.mjs").Desk} Desk */
/** @typedef {import("./desk.mjs").Guest} Guest */

/** Such a result is for reading only. */
const OTHER_BANK = "other-bank-version";

/** @param {Desk} desk @returns {HTMLElement} above the result */
const place = ({ root }) => /** @type {HTMLElement} */ (root.querySelector("[data-shared]"));

/** @param {Desk} desk @returns {number} of one's own */
const answered = ({ bank, current }) => progress(bank, current.response, "full").answered;

/**
 * Reads the code of a link, and takes it out of the address: a page reloaded or copied later shows one's own.
 * @param {Desk} desk
 * @param {string} code as it stands in the address
 */
export async function receive(desk, code) {
  history.replaceState(history.state, "", location.pathname + location.search);
  // A code ends in a letter or digit; a full stop or bracket behind it is of the text that it stood in.
  const { response, problems } = await decodeWithNotes(desk.bank, decoded(code).replace(/[\W_]+$/, ""));
  if (response === null) return refuse(desk, problems[0].message);
  desk.guest = { response, problems };
  banner(desk, desk.guest);
  title(desk.say("shared_title"));
}

/** @param {string} code @returns {string} */
function decoded(code) {
  try {
    return decodeURIComponent(code);
  } catch {
    return code; // which no code is, so that it is refused as damaged
  }
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

/** @param {Desk} desk @param {string} why */
function refuse(desk, why) {
  const { say } = desk;
  ownAgain(desk);
  const own = answered(desk) > 0 ? ` ${say("own_below")}` : "";
  tell(desk, `${say("not_opened")} ${why}${own}`);
}

/** @param {Desk} desk @param {string} text @param {...HTMLElement} buttons a notice in place of the banner */
function tell(desk, text, ...buttons) {
  const shut = button(desk.say("close_notice"), () => empty(desk));
  place(desk).replaceChildren(
    h("div", { class: "pp-shared" }, h("p", { role: "alert" }, text), h("p", {}, ...buttons, shut)),
  );
}

/** @param {Desk} desk takes the banner or notice away, and leaves the focus on the page */
function empty(desk) {
  place(desk).replaceChildren();
  const heading = document.querySelector("h1");
  if (heading) heading.tabIndex = -1;
  heading?.focus();
}

/** @param {Desk} desk */
function ownAgain(desk) {
  desk.guest = null;
  title(null);
}

/** @param {Desk} desk @param {Guest} guest */
function banner(desk, { response, problems }) {
  const { say } = desk;
  const told = problems.filter(({ code }) => code !== "notes-unread").map(({ message }) => h("p", {}, message));
  const about = [response.label, response.role].filter(Boolean).join(", ");
  const ask = h("div", { "data-ask": "" });
  const keeps = !problems.some(({ code }) => code === OTHER_BANK);
  const group = h(
    "div",
    { class: "pp-shared", role: "group", "aria-labelledby": "shared-title", tabindex: -1 },
    h("strong", { id: "shared-title" }, say("viewing")),
    about && h("p", {}, say("shared_about", { about })),
    h("p", {}, say("viewing_text")),
    ...told,
    h(
      "p",
      { class: "pp-shared__tools" },
      answered(desk) > 0 && button(say("compare_mine"), () => desk.open("comparing")),
      keeps && button(say("keep_copy"), () => offer(desk, ask)),
      button(say(answered(desk) > 0 ? "close_shared" : "close"), () => leave(desk)),
    ),
    ask,
  );
  place(desk).replaceChildren(group);
  group.focus({ preventScroll: true });
}

/** @param {Desk} desk */
function leave(desk) {
  ownAgain(desk);
  empty(desk);
  desk.redraw();
}

/** @param {Desk} desk @param {HTMLElement} ask where to ask how to keep it: never in place of one's own unasked */
function offer(desk, ask) {
  const { say, guest, current, bank } = desk;
  if (!guest) return;
  const n = answered(desk);
  const save = (/** @type {import("../types.mjs").Response} */ response, /** @type {string} */ name) =>
    download(fileName(bank, response, name, "json"), serialise(bank, response));
  const question = h("p", { tabindex: -1 }, n > 0 ? say("keep_replaces", { n }) : say("keep_begins"));
  ask.replaceChildren(
    question,
    h(
      "p",
      { class: "pp-shared__tools" },
      button(say("save_these"), () => save(guest.response, "shared")),
      n > 0 && button(say("save_mine"), () => save(current.response, "answers")),
      button(say(n > 0 ? "replace_mine" : "take_these"), () => take(desk, guest)),
      button(say("cancel"), () => {
        ask.replaceChildren();
        ask.parentElement?.focus();
      }),
    ),
  );
  question.focus();
}

/** @param {Desk} desk @param {Guest} guest becomes one's own; one's own comes back on undo */
function take(desk, { response }) {
  const { current, say } = desk;
  const before = current.response;
  const now = `${new Date().toISOString().slice(0, 19)}Z`;
  ownAgain(desk);
  empty(desk);
  current.edit(() => ({ ...response, created: now, updated: now }));
  const undo = () => {
    current.edit(() => before);
    tell(desk, say("kept_undone"));
  };
  tell(desk, say("kept_copy"), button(say("undo"), undo));
}
