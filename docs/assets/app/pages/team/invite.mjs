// @ts-check
/** The invitation: its link, its code, and a text to send with it. */
import { MARK, writeInvitation } from "../../group/invitation.mjs";
import { formTitle } from "../../response/answers.mjs";
import { ROOT } from "../../storage/site.mjs";
import { h } from "../../ui/dom.mjs";
import { button, copy } from "../link-actions.mjs";
import { linkBox } from "./link-box.mjs";

/** @type {import("./team.mjs").Part} */
export function invitePart(place, { bank, say }) {
  const text = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { readonly: true, rows: 4, hidden: true, "aria-label": say("copy_text") })
  );
  const copyText = button(say("copy_text"), () => {
    text.hidden = false;
    copy(text, status, say);
  });
  const { box, set, status } = linkBox("invitation-link", say, copyText);
  place.append(h("p", {}, say("invite_lead")), box, text);
  return (round) => {
    const link = `${new URL("team/answer/", ROOT)}${MARK}${writeInvitation(round)}`;
    set(link);
    text.value = say("invitation", {
      form: formTitle(bank, round.form),
      name: round.name || say("unnamed"),
      mode: say(`mode_${round.mode}`),
      link,
    });
  };
}
