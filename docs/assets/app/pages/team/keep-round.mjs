// @ts-check
/** The round's name, the round as a file, and its end. */
import { fileName } from "../../exports/file-name.mjs";
import { download, h } from "../../ui/dom.mjs";
import { button } from "../link-actions.mjs";
import { nameField } from "./name-field.mjs";

/** @type {import("./team.mjs").Part} */
export function keepPart(place, page) {
  const { bank, open, say, tell } = page;
  const status = h("p", { class: "pp-status", role: "status" });
  const save = () => {
    const { round } = open;
    if (!round) return;
    const name = fileName(bank, { label: round.name }, "round", "json");
    download(name, `${JSON.stringify(round, null, 1)}\n`);
    status.textContent = say("saved_as", { name });
  };
  const sure = h("div", {
    class: "pp-notice",
    role: "group",
    "aria-label": say("delete_round"),
    tabindex: -1,
    hidden: true,
  });
  const ask = button(say("delete_round"), () => {
    sure.hidden = false;
    sure.focus();
  });
  const remove = () => {
    const trouble = open.remove();
    if (trouble) return void (status.textContent = say(`not_stored_${trouble}`));
    tell(say("deleted"));
    location.hash = "";
    open.edit((round) => round); // draws the page anew
  };
  const spare = () => {
    sure.hidden = true;
    ask.focus();
  };
  sure.append(
    h("p", {}, say("delete_sure")),
    h("p", {}, button(say("delete_now"), remove), button(say("keep_it"), spare)),
  );
  const all = h("a", { href: "#" }, say("all_rounds"));
  all.addEventListener("click", (event) => {
    event.preventDefault();
    open.close();
    history.replaceState(history.state, "", location.pathname + location.search);
    open.edit((round) => round);
  });
  const { field, update } = nameField(page);
  place.append(
    field,
    h("p", {}, say("keep_lead")),
    h("p", {}, button(say("save_round"), save), ask),
    sure,
    status,
    h("p", {}, all),
  );
  return update;
}
