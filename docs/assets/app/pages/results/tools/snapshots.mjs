// @ts-check
/** Dated copies of one's answers: taken, named, deleted, and brought back. */
import { h } from "../../../ui/dom.mjs";
import { dateOf, nameOf } from "../../../ui/format.mjs";
import { LIMITS } from "../../../response/edit.mjs";
import { scoreResponse } from "../../../scoring/score.mjs";
import { dropSnapshot, placeOf, putBack, renameSnapshot } from "../../../response/snapshot-list.mjs";
import { takeSnapshot } from "../../../response/snapshots.mjs";
import { attempt } from "./auto-snapshot.mjs";
import { overallOf } from "../../../scoring/sentences.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** @typedef {import("../../../types.mjs").Snapshot} Snapshot */

/** Says what happened, with a button to undo it. @typedef {(text: string, undo?: HTMLElement) => void} Tell */

/** @param {HTMLElement} place @param {Tools} tools */
export function fill(place, tools) {
  const { say } = tools;
  const name = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", id: "snapshot-name", maxlength: LIMITS.label })
  );
  const status = h("p", { class: "pp-status", role: "status" });
  /** @type {Tell} */
  const tell = (text, undo) => status.replaceChildren(text, ...(undo ? [" ", undo] : []));
  place.append(
    h("p", {}, say("snapshots_about")),
    h(
      "form",
      { class: "pp-naming", onsubmit: take(tools, name, tell) },
      h("label", { for: name.id }, say("snapshot_name")),
      name,
      h("button", { class: "md-button" }, say("snapshot_take")),
    ),
    status,
    listOf(tools, name, tell),
  );
}

/** @param {Tools} tools @param {HTMLInputElement} name @param {Tell} tell @returns {(event: Event) => void} */
const take = (tools, name, tell) => (event) => {
  const { say, current } = tools;
  event.preventDefault();
  const count = current.response.snapshots.length;
  const label = name.value.trim();
  const taken = attempt(tools, (response) => {
    const after = takeSnapshot(response);
    const last = /** @type {Snapshot} */ (after.snapshots.at(-1));
    return label ? renameSnapshot(after, last, label) : after;
  });
  if (!taken) return tell(say("no_room"));
  name.value = "";
  const crowded = current.response.snapshots.length <= count;
  tell(`${say("snapshot_taken")}${crowded ? ` ${say("snapshot_oldest")}` : ""}`);
};

/**
 * @param {Tools} tools
 * @param {HTMLElement} name gets the focus once a deleted snapshot is back
 * @param {Tell} tell
 * @returns {HTMLElement} the snapshots, the newest first, redrawn after each change
 */
function listOf(tools, name, tell) {
  const { say, current } = tools;
  const list = h("ul", { class: "pp-snapshots" });
  /** @type {Snapshot|null} */
  let renaming = null;
  const draw = () => {
    const items = current.response.snapshots.map((each) =>
      each === renaming ? renameForm(tools, each, finish) : item(tools, each, { rename, remove }),
    );
    list.replaceChildren(...items.reverse());
    list.hidden = items.length === 0;
  };
  const rename = (/** @type {Snapshot} */ snapshot) => {
    renaming = snapshot;
    draw();
    list.querySelector("input")?.select();
  };
  const finish = (/** @type {Snapshot} */ snapshot, /** @type {string|null} */ text) => {
    const place = placeOf(current.response, snapshot);
    renaming = null;
    if (text === null) draw();
    else if (!attempt(tools, (response) => renameSnapshot(response, snapshot, text))) tell(say("no_room"));
    const row = list.children[current.response.snapshots.length - 1 - place];
    /** @type {HTMLElement|null} */ (row?.querySelector("button"))?.focus();
  };
  const remove = (/** @type {Snapshot} */ snapshot) => {
    const at = placeOf(current.response, snapshot);
    current.edit((response) => dropSnapshot(response, snapshot));
    const undo = button(say("undo"), "", () => {
      const back = attempt(tools, (response) => putBack(response, snapshot, at));
      tell(say(back ? "snapshot_back" : "no_room"));
      name.focus();
    });
    tell(say("snapshot_deleted", { name: nameOf(snapshot, say) }), undo);
    undo.focus();
  };
  // A name that is being written stays as it is, whatever another tab does.
  tools.onChange(() => renaming || draw());
  draw();
  return list;
}

/** @param {Tools} tools @param {Snapshot} snapshot @param {{rename: (snapshot: Snapshot) => void, remove: (snapshot: Snapshot) => void}} acts */
function item({ bank, say, view }, snapshot, { rename, remove }) {
  const profile = scoreResponse(bank, snapshot);
  const name = nameOf(snapshot, say);
  return h(
    "li",
    {},
    h("strong", {}, name),
    h("small", {}, `${dateOf(snapshot.taken)}. ${overallOf({ ...view(), profile })}`),
    h(
      "span",
      { class: "pp-files__as" },
      button(say("rename"), name, () => rename(snapshot)),
      button(say("delete"), name, () => remove(snapshot)),
    ),
  );
}

/** @param {Tools} tools @param {Snapshot} snapshot @param {(snapshot: Snapshot, text: string|null) => void} finish null to leave it */
function renameForm({ say }, snapshot, finish) {
  const field = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", maxlength: LIMITS.label, value: snapshot.label, "aria-label": say("snapshot_name") })
  );
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    finish(snapshot, field.value);
  };
  const onkeydown = (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && finish(snapshot, null);
  return h(
    "li",
    {},
    h(
      "form",
      { class: "pp-naming", onsubmit: submit, onkeydown },
      field,
      h("button", { class: "pp-link-button" }, say("save_name")),
      button(say("cancel"), "", () => finish(snapshot, null)),
    ),
  );
}

/** @param {string} text @param {string} of @param {() => void} onclick @returns {HTMLElement} */
const button = (text, of, onclick) =>
  h(
    "button",
    { type: "button", class: "pp-link-button", onclick },
    text,
    of && h("span", { class: "pp-unseen" }, `: ${of}`),
  );
