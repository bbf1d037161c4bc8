// @ts-check
/** Buttons that save a chart as SVG and as PNG. */
import { download, h } from "../../../ui/dom.mjs";
import { pngOf, svgOf } from "../../../charts/image.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** `name` of the file, without its ending. @typedef {{title: string, name: (kind: "svg"|"png") => string, draw: () => {chart: SVGElement, legend: string}|null}} Drawing */

/** @param {string} text @param {string} of @param {() => void} onclick @returns {HTMLElement} */
export const button = (text, of, onclick) =>
  h("button", { type: "button", class: "pp-link-button", onclick }, text, h("span", { class: "pp-unseen" }, `: ${of}`));

/** @param {Tools} tools @param {Drawing} drawing @param {HTMLElement} status tells what was saved @returns {HTMLElement} */
export function chartFiles({ root, say }, { title, name, draw }, status) {
  const offer = async (/** @type {"svg"|"png"} */ kind) => {
    const drawn = draw();
    if (!drawn) return;
    const { text, width, height } = svgOf(drawn.chart, { title, legend: drawn.legend }, root);
    const blob = kind === "svg" ? new Blob([text], { type: "image/svg+xml" }) : await pngOf(text, width, height);
    if (blob) download(name(kind), blob);
    status.textContent = blob ? say("saved_as", { name: name(kind) }) : say("no_png");
  };
  return h(
    "span",
    { class: "pp-files__as" },
    button(say("as_svg"), title, () => offer("svg")),
    button(say("as_png"), title, () => offer("png")),
  );
}
