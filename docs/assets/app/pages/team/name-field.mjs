// @ts-check
/** The name of the group, which may come after the round has begun. */
import { MOST, withName } from "../../group/round.mjs";
import { h } from "../../ui/dom.mjs";

/** @typedef {import("../../group/round.mjs").Round} Round */

/** @param {import("./team.mjs").TeamPage} page @returns {{field: HTMLElement, update: (round: Round) => void}} */
export function nameField({ open, say }) {
  const input = /** @type {HTMLInputElement} */ (
    h("input", {
      type: "text",
      id: "group-name",
      maxlength: MOST.name,
      autocomplete: "off",
      "aria-describedby": "group-name-hint",
    })
  );
  const status = h("p", { class: "pp-status", role: "status" });
  input.addEventListener("change", async () => {
    await open.edit((round) => withName(round, input.value));
    status.textContent = say("named", { name: open.round?.name || say("unnamed") });
  });
  const field = h(
    "div",
    { class: "pp-field" },
    h(
      "p",
      {},
      h("label", { for: input.id }, say("group_name")),
      input,
      h("small", { id: "group-name-hint" }, say("group_name_hint")),
    ),
    status,
  );
  const update = (/** @type {Round} */ { name }) => {
    if (document.activeElement !== input) input.value = name;
  };
  return { field, update };
}
