// Two tabs with one invitation, in a browser whose tabs see one store. Prints the marks that each tab hands in under, as JSON.
import { keep, keptAt, memberOf } from "../../../../docs/assets/app/pages/team/kept-invitations.mjs";
import { openInvitations } from "../../../../docs/assets/app/storage/saved-rounds.mjs";
import { Store } from "../fake_browser.mjs";

const bank = { id: "small" };
const invitation = { id: "abcdefgh" };
Object.assign(globalThis, { window: new Store().tab().page });

/** What a tab has read when it was opened. */
function tab() {
  const folder = openInvitations(bank.id);
  const [{ members } = { members: {} }] = keptAt(folder, invitation.id);
  const invited = { code: "code", members, invitation };
  keep(folder, /** @type {any} */ (invited));
  const as = (created) => memberOf(/** @type {any} */ ({ bank, current: { response: { created } }, invited }));
  return { as };
}

const [one, two] = [tab(), tab()];
const first = { ann: one.as("9:00"), bert: two.as("9:05"), annInTwo: two.as("9:00"), bertInOne: one.as("9:05") };
const later = tab();
console.log(JSON.stringify({ first, later: { ann: later.as("9:00"), bert: later.as("9:05") } }));
