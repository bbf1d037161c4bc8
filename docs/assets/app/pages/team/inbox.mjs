// @ts-check
/** The box for what people send: codes, links, whole chats, files; how many are in, and who where names are shown. */
import { namesIn } from "../../group/privacy.mjs";
import { MOST } from "../../group/round.mjs";
import { h } from "../../ui/dom.mjs";
import { takeDrops, textOf } from "../../ui/file-input.mjs";
import { button } from "../link-actions.mjs";
import { takeText } from "./take-text.mjs";

/** @param {import("../../types.mjs").Say} say @param {string[]} names sorted @returns {HTMLElement[]} those without a name last, as a number */
function rowsOf(say, names) {
  const named = names.filter(Boolean);
  const n = names.length - named.length;
  return [...named, ...(n > 0 ? [say("in_unnamed", { n })] : [])].map((text) => h("li", {}, text));
}

/** @type {import("./team.mjs").Part} */
export function collectPart(place, page) {
  const { say } = page;
  const counter = h("p", { class: "pp-counter", "data-counter": true });
  const list = h("ul", { class: "pp-in", "aria-label": say("in_names"), "data-in": true });
  const text = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { id: "paste", rows: 4, spellcheck: "false", "aria-describedby": "paste-hint" })
  );
  const input = /** @type {HTMLInputElement} */ (h("input", { type: "file", id: "round-files", multiple: true }));
  const report = h("p", { class: "pp-status", role: "status", "data-report": true });
  const take = async (/** @type {string[]} */ texts, unread = 0) => {
    report.textContent = say("taking");
    const said = texts.length > 0 ? await takeText(page, ...texts) : "";
    report.textContent = [said, unread > 0 && say("unread_files", { n: unread })].filter(Boolean).join(" ");
  };
  const takeFiles = async (/** @type {FileList|null|undefined} */ files) => {
    const read = await Promise.all([...(files ?? [])].map((file) => textOf(file, MOST.bytes)));
    const texts = read.filter((each) => each !== null);
    if (read.length > 0) await take(texts, read.length - texts.length);
    input.value = "";
  };
  const takeIt = button(say("take"), async () => {
    await take([text.value]);
    text.value = "";
  });
  input.addEventListener("change", () => takeFiles(input.files));
  const box = h(
    "div",
    { class: "pp-drop pp-field" },
    h("p", {}, h("label", { for: "paste" }, say("paste")), text, h("small", { id: "paste-hint" }, say("paste_hint"))),
    h("p", {}, takeIt),
    h("p", {}, h("label", { for: "round-files" }, say("files")), " ", input),
  );
  takeDrops(box, takeFiles);
  place.append(counter, list, box, report, h("p", { class: "pp-legend" }, say("trace")));
  return (round) => {
    const { members, expected } = round;
    const n = members.length;
    const people = say("people", { n });
    counter.textContent = expected ? say("counter_of", { n, expected }) : say("counter", { people });
    list.replaceChildren(...rowsOf(say, namesIn(round) ?? []));
    list.hidden = list.children.length === 0;
  };
}
