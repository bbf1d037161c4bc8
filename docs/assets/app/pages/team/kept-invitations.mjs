// @ts-check
/** Invitations as this browser keeps them, and the mark under which each assessment is handed in. */
import { MEMBER_ID, freshMemberId } from "../../group/handed-in.mjs";
import { openInvitations } from "../../storage/saved-rounds.mjs";

/** @param {import("../../storage/local-storage.mjs").Folder} folder @param {import("./invited.mjs").Invited} invited @returns {import("../../storage/local-storage.mjs").Trouble} */
export const keep = (folder, { code, members, invitation }) =>
  folder.at(invitation.id).write(JSON.stringify({ code, members, opened: Date.now() }));

/** @param {import("./invited.mjs").AnswerPage} page @returns {string} the mark of the assessment in use: the same when it is handed in again */
export function memberOf({ bank, current, invited }) {
  const folder = openInvitations(bank.id);
  const begun = current.response.created ?? "";
  // Another tab may have handed in since this one was opened.
  const [kept] = keptAt(folder, invited.invitation.id);
  invited.members = { [begun]: freshMemberId(), ...invited.members, ...kept?.members };
  keep(folder, invited);
  return invited.members[begun];
}

/** @param {import("../../storage/local-storage.mjs").Folder} folder @param {string} id @returns {{code: string, members: Record<string, string>, opened: number}[]} one, or none */
export function keptAt(folder, id) {
  try {
    const { code, members, opened } = JSON.parse(folder.at(id).read().text ?? "{}");
    const sound = Object.entries(members ?? {}).filter(([, member]) => MEMBER_ID.test(String(member)));
    if (typeof code !== "string") return [];
    return [
      { code, members: /** @type {Record<string, string>} */ (Object.fromEntries(sound)), opened: Number(opened) || 0 },
    ];
  } catch {
    return [];
  }
}
