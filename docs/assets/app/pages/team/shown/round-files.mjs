// @ts-check
/** What the group answered, as files. */
import { fileName } from "../../../exports/file-name.mjs";
import { roundCsv, roundJson, roundMarkdown } from "../../../exports/round.mjs";
import { download, h } from "../../../ui/dom.mjs";
import { button } from "../../link-actions.mjs";

/** @typedef {import("./shown-parts.mjs").ShownPage} ShownPage */

/** @type {{key: string, extension: string, type: string, text: typeof roundCsv}[]} */
const KINDS = [
  { key: "as_csv", extension: "csv", type: "text/csv", text: roundCsv },
  { key: "as_json", extension: "json", type: "application/json", text: roundJson },
  { key: "as_md", extension: "md", type: "text/markdown", text: roundMarkdown },
];

/** @param {HTMLElement} place @param {ShownPage} page */
export function exportPart(place, { bank, open, look, say }) {
  const status = h("p", { class: "pp-status", role: "status" });
  const buttons = KINDS.map(({ key, extension, type, text }) =>
    button(say(key), () => {
      const { round } = open;
      if (!round) return;
      const { people, questions } = look(round);
      const { name, form, created, mode, agreed } = round;
      const made = text(bank, { name, form, created, mode, people, rows: questions, agreed }, say);
      const file = fileName(bank, { label: name }, "group", extension);
      download(file, made, `${type};charset=utf-8`);
      status.textContent = say("saved_as", { name: file });
    }),
  );
  place.append(h("p", {}, say("exports_text")), h("p", {}, ...buttons), status);
}
