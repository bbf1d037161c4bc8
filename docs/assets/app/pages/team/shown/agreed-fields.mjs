// @ts-check
/** What the group agrees on for one question, and why. */
import { MOST } from "../../../group/round.mjs";
import { clean } from "../../../response/edit.mjs";
import { h } from "../../../ui/dom.mjs";
import { worded } from "./figures.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */
/** @typedef {import("../../../types.mjs").WholePractice} WholePractice */
/** @typedef {import("../../../group/round.mjs").Round} Round */

const LONG = 70; // characters of an anchor in a list to choose from

/** @param {string} text @returns {string} */
const short = (text) => (text.length > LONG ? `${text.slice(0, LONG).trimEnd()}…` : text);

/** @param {Round} round @param {string} id @param {import("../../../types.mjs").Value|null} value @param {string} [reason] @returns {Round} with this agreed on the question, or nothing */
export function withAgreed(round, id, value, reason) {
  const { [id]: before, ...rest } = round.agreed;
  if (value === null) return { ...round, agreed: rest };
  const why = reason ?? before?.reason;
  return { ...round, agreed: { ...rest, [id]: { value, ...(why && { reason: why }) } } };
}

/** @param {string} given @returns {import("../../../types.mjs").Value} */
const valueOf = (given) => (given === "unknown" || given === "na" ? given : Number(given));

/**
 * @param {ShownPage} page
 * @param {WholePractice} practice
 * @returns {{fields: HTMLElement, update: (round: Round) => void}}
 */
export function agreedFields({ bank, say, open }, practice) {
  const { id, title, naReason } = practice;
  const option = (/** @type {string|number} */ value, /** @type {string} */ text) => h("option", { value }, text);
  const levels = practice.anchors.map((anchor, value) =>
    option(value, say("level_of", { value, anchor: short(worded(bank, anchor)) })),
  );
  const select = /** @type {HTMLSelectElement} */ (
    h(
      "select",
      { id: `agreed-${id}`, autocomplete: "off" },
      option("", say("agreed_none")),
      ...levels,
      option("unknown", say("agreed_unknown")),
      naReason !== null && option("na", say("agreed_na")),
    )
  );
  const reason = /** @type {HTMLInputElement} */ (
    h("input", { type: "text", id: `reason-${id}`, maxlength: MOST.reason, autocomplete: "off" })
  );
  const note = () =>
    open.edit((round) => {
      const why = clean(reason.value, MOST.reason).trim();
      return withAgreed(round, id, select.value === "" ? null : valueOf(select.value), why);
    });
  for (const field of [select, reason]) field.addEventListener("change", note);
  const which = h("span", { class: "pp-unseen" }, ` (${worded(bank, title)})`);
  const fields = h(
    "div",
    { class: "pp-agreed" },
    h("label", { for: select.id }, say("agreed"), which, select),
    h("label", { for: reason.id }, say("reason"), which.cloneNode(true), reason),
  );
  const update = (/** @type {Round} */ { agreed }) => {
    const found = agreed[id];
    if (document.activeElement !== select) select.value = found ? String(found.value) : "";
    if (document.activeElement !== reason && (found || select.value === ""))
      reason.value = found?.reason ?? reason.value;
  };
  return { fields, update };
}
