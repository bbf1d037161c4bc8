// @ts-check
/** Handing in: what is sent is said before it is sealed; then a link, a QR code, the share sheet. */
import { LONGEST_NAME, writeHandedIn } from "../../group/handed-in.mjs";
import { sealText } from "../../group/sealed-code.mjs";
import { encode } from "../../links/link.mjs";
import { progress } from "../../response/answers.mjs";
import { ROOT } from "../../storage/site.mjs";
import { h } from "../../ui/dom.mjs";
import { button } from "../link-actions.mjs";
import { memberOf } from "./kept-invitations.mjs";
import { linkBox } from "./link-box.mjs";

/** @typedef {import("./invited.mjs").AnswerPage} AnswerPage */
/** @typedef {{role: HTMLSelectElement, name: HTMLInputElement, notes: HTMLInputElement}} Fields */

const ROLES = ["", "leader", "marketing", "staff", "outside"];

/** @param {AnswerPage} page @returns {{fields: Fields, rows: HTMLElement[]}} only what this round asks for */
function fieldsOf({ say, current, invited }) {
  const { roles, mode } = invited.invitation;
  const known = current.response.role;
  const options = ROLES.map((role) => h("option", { value: role, selected: role === known }, say(`role_${role}`)));
  const role = /** @type {HTMLSelectElement} */ (h("select", { id: "my-role", autocomplete: "off" }, ...options));
  const name = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", id: "my-name", maxlength: LONGEST_NAME, autocomplete: "name" })
  );
  const notes = /** @type {HTMLInputElement} */ (h("input", { type: "checkbox", "aria-describedby": "notes-hint" }));
  const hint = say(mode === "closed" ? "notes_hint" : `notes_hint_${mode}`);
  const rows = [
    roles && h("p", {}, h("label", { for: role.id }, say("role")), role),
    mode === "open" && h("p", {}, h("label", { for: name.id }, say("your_name")), name),
    mode !== "agreed" &&
      h("p", {}, h("label", {}, notes, " ", say("notes")), " ", h("small", { id: "notes-hint" }, hint)),
  ];
  return { fields: { role, name, notes }, rows: rows.filter((row) => row instanceof HTMLElement) };
}

/** @param {HTMLElement} place @param {AnswerPage} page @returns {() => void} called when answers have changed */
export function handIn(place, page) {
  const { bank, say, current, invited, sealing } = page;
  const { form, mode, roles } = invited.invitation;
  const { fields, rows } = fieldsOf(page);
  const [left, sends] = [h("p"), h("p", { class: "pp-notice" })];
  const status = h("p", { class: "pp-status", role: "status" });
  const { box, set } = linkBox("hand-in-link", say);
  box.hidden = true;
  const make = /** @type {HTMLButtonElement} */ (
    button(
      say(sealing ? "make" : "open_link"),
      async () => {
        if (progress(bank, current.response, form).answered === 0) return (status.textContent = say("nothing"));
        if (sealing && mode === "open" && !fields.name.value.trim()) {
          fields.name.focus();
          return (status.textContent = say("no_name"));
        }
        const url = await (sealing ? sealedLink(page, fields) : openLink(page));
        box.hidden = url === null;
        if (url !== null) set(url);
        const done = sealing ? "made" : "open_made";
        status.textContent = say(url !== null ? done : fields.notes.checked ? "too_long" : "failed");
      },
      "md-button md-button--primary",
    )
  );
  const show = () => {
    const count = progress(bank, current.response, form);
    const role = roles && fields.role.value !== "";
    left.textContent = count.answered > 0 && count.left > 0 ? say("some_left", { n: count.left }) : "";
    left.hidden = left.textContent === "";
    sends.hidden = count.answered === 0;
    sends.textContent = say("sends", {
      answers: say("sends_answers", { n: count.answered }),
      role: say(role ? "sends_role" : "sends_no_role"),
      name: fields.name.value.trim() ? say("sends_name") : "",
      notes: fields.notes.checked ? say("sends_notes") : "",
    });
    if (!box.hidden) status.textContent = say("again");
    box.hidden = true;
  };
  for (const field of Object.values(fields)) field.addEventListener("input", show);
  const warning = sealing ? [] : [h("p", { class: "pp-notice" }, say("not_sealed"))];
  place.append(...warning, left, h("div", { class: "pp-field" }, ...rows), sends, h("p", {}, make), status, box);
  return show;
}

/** @param {AnswerPage} page @param {Fields} fields @returns {Promise<string|null>} null where it is too long, or the key is none */
async function sealedLink(page, { role, name, notes }) {
  const { bank, current } = page;
  const { invitation } = page.invited;
  const response = { ...current.response, form: invitation.form };
  const about = {
    id: memberOf(page),
    role: invitation.roles ? role.value : "",
    name: invitation.mode === "open" ? name.value : "",
    notes: notes.checked,
  };
  const text = await writeHandedIn(bank, response, about);
  const code = text === null ? null : await sealText(invitation.publicKey, text).catch(() => null);
  return code && `${new URL("team/", ROOT)}#c=${code}`;
}

/** @param {AnswerPage} page @returns {Promise<string>} a link that anyone can read */
async function openLink(page) {
  const { bank, current, invited } = page;
  memberOf(page); // the result asks for these answers no longer
  const response = { ...current.response, form: invited.invitation.form, targets: {}, plan: {} };
  return `${new URL("results/", ROOT)}#r=${encode(bank, response)}`;
}
