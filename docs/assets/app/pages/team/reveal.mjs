// @ts-check
/** Until answers are shown: what showing them will show, and the button that does it. */
import { sightOf } from "../../group/privacy.mjs";
import { LEAST } from "../../group/statistics/label.mjs";
import { h } from "../../ui/dom.mjs";
import { isoDay } from "../../ui/format.mjs";
import { button } from "../link-actions.mjs";
import { part } from "./page-part.mjs";

/** @type {import("./team.mjs").Part} */
export function revealPart(place, { root, open, say }) {
  const text = h("p");
  const reveal = async () => {
    await open.edit((round) => ({ ...round, revealed: round.revealed ?? isoDay(new Date()) }));
    part(root, 'id="talk"').focus();
  };
  const show = /** @type {HTMLButtonElement} */ (button(say("show"), reveal, "md-button md-button--primary"));
  place.append(text, h("p", {}, show));
  return ({ mode, members }) => {
    const n = members.length;
    const sight = sightOf(mode, n);
    const key = n < LEAST ? "none" : sight === "labels" && mode === "closed" ? "few" : sight;
    text.textContent = say(`reveal_${key}`, { people: say("people", { n }) });
    show.hidden = n < LEAST;
  };
}
