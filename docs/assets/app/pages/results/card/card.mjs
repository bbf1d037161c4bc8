// @ts-check
/** The result as a picture for slides and chats: shown, saved, copied, sent. */
import { CARD } from "../../../charts/card/card-layout.mjs";
import { cardPicture } from "../../../charts/card/card.mjs";
import { fileText, pngOf } from "../../../charts/image.mjs";
import { fileName } from "../../../exports/file-name.mjs";
import { download, h } from "../../../ui/dom.mjs";
import { cardOf } from "./card-data.mjs";

/** @typedef {import("../tools/tools.mjs").Tools} Tools */

const PNG = "image/png";

/** @param {Tools} tools @returns {string} */
const svgOf = ({ view, say }) => fileText(cardPicture(cardOf(view(), say)));

/** @param {Tools} tools @returns {Promise<Blob>} as large as its name says, so that it fits a slide as it is pasted */
async function pictureOf(tools) {
  const blob = await pngOf(svgOf(tools), CARD.width, CARD.height, 1);
  if (!blob) throw new Error("the browser does not draw the picture");
  return blob;
}

/** @param {Tools} tools @param {"png"|"svg"} kind @returns {string} */
const nameOf = ({ bank, view }, kind) => fileName(bank, view().response, "card", kind);

/** @returns {boolean} whether the system's sheet takes a picture */
function takesPictures() {
  const file = new File([], "card.png", { type: PNG });
  return navigator.canShare?.({ files: [file] }) ?? false;
}

/** @param {HTMLElement} place @param {Tools} tools */
export function fill(place, tools) {
  const { bank, say, view } = tools;
  const status = h("p", { class: "pp-status", role: "status" });
  const shown = h("div", { "data-card-shown": "" });
  const draw = () => shown.replaceChildren(cardPicture(cardOf(view(), say)));
  const button = (/** @type {string} */ word, /** @type {() => Promise<string>} */ act, /** @type {string} */ failed) =>
    h("button", { type: "button", class: "md-button", onclick: () => report(act, say(failed)) }, say(word));
  /** @param {() => Promise<string>} act @param {string} failed */
  const report = async (act, failed) => {
    try {
      status.textContent = await act();
    } catch (error) {
      status.textContent = error instanceof DOMException && error.name === "AbortError" ? "" : failed;
    }
  };
  tools.onChange(draw);
  draw();
  place.append(
    h("p", {}, say(bank.axes.length > 1 ? "card_text" : "card_text_without_map")),
    shown,
    h(
      "p",
      { class: "pp-tools" },
      button("card_png", () => save(tools, "png"), "no_png"),
      button("card_svg", () => save(tools, "svg"), "no_png"),
      typeof ClipboardItem === "function" && button("card_copy", () => copy(tools), "card_not_copied"),
      takesPictures() && button("send", () => send(tools), "card_not_sent"),
    ),
    status,
  );
}

/** @param {Tools} tools @param {"png"|"svg"} kind @returns {Promise<string>} what to say of it */
async function save(tools, kind) {
  const blob = kind === "png" ? await pictureOf(tools) : new Blob([svgOf(tools)], { type: "image/svg+xml" });
  const name = nameOf(tools, kind);
  download(name, blob);
  return tools.say("saved_as", { name });
}

/** @param {Tools} tools @returns {Promise<string>} */
async function copy(tools) {
  // A promise, since some browsers copy only what is asked for while the click lasts.
  await navigator.clipboard.write([new ClipboardItem({ [PNG]: pictureOf(tools) })]);
  return tools.say("card_copied");
}

/** @param {Tools} tools @returns {Promise<string>} */
async function send(tools) {
  const file = new File([await pictureOf(tools)], nameOf(tools, "png"), { type: PNG });
  await navigator.share({ files: [file], title: tools.say("send_title") });
  return "";
}
