// @ts-check
/** A chart as a file that needs no other: its colours and type written into it, on white, in the light scheme. */
import { h, s } from "../ui/dom.mjs";

const WIDTH = 720; // pixels; the same file from a phone and from a desk
const SQUARE = 480; // of a map
const EDGE = 24;
const HEAD = 36; // for the title
const LINE = 18; // of the key below
const LETTER = 6.5; // width of a character of the key, on the safe side
const SCALE = 2; // of the PNG, so that it stays sharp in print

/** What is written into each element. */
const PROPERTIES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
];

/** @param {string} text @param {number} most characters of a line @returns {string[]} */
function wrapped(text, most) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * @param {SVGElement} chart
 * @param {{title: string, legend: string}} words above it and below
 * @param {HTMLElement} host on the page, for the look
 * @returns {{text: string, width: number, height: number}} SVG with its size in pixels
 */
export function svgOf(chart, { title, legend }, host) {
  const inner = Number(chart.getAttribute("height"));
  const width = chart.querySelector(".pp-chart__frame") ? SQUARE : WIDTH;
  const key = wrapped(legend, Math.floor((width - 2 * EDGE) / LETTER));
  const end = EDGE + HEAD + inner;
  const height = end + EDGE + key.length * LINE;
  const copy = /** @type {SVGElement} */ (chart.cloneNode(true));
  const holder = h("div", { class: "pp-drawing" }, copy);
  holder.style.width = `${width - 2 * EDGE}px`;
  host.append(holder);
  inLightColours(() => paint(copy));
  holder.remove();
  const frame = /** @type {SVGSVGElement} */ (
    s(
      "svg",
      {
        width,
        height,
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        "aria-labelledby": copy.getAttribute("aria-labelledby"),
      },
      ...copy.querySelectorAll(":scope > title, :scope > desc"),
      s("rect", { width, height, fill: "#ffffff" }),
      s("text", { x: EDGE, y: EDGE + 14, "font-family": "sans-serif", "font-size": 18, "font-weight": 700 }, title),
      ...key.map((line, n) =>
        s("text", { x: EDGE, y: end + LINE * (n + 1), "font-family": "sans-serif", "font-size": 12 }, line),
      ),
    )
  );
  for (const name of [...copy.attributes].map((each) => each.name)) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({
    x: EDGE,
    y: EDGE + HEAD,
    width: width - 2 * EDGE,
    height: inner,
    overflow: "visible",
  }))
    copy.setAttribute(name, String(value));
  frame.append(copy);
  return {
    text: fileText(frame),
    width,
    height,
  };
}

/** @param {SVGElement} frame with nothing but attributes for its look @returns {string} the text of a file */
export const fileText = (frame) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(frame)}\n`;

/** @param {() => void} act while the page has its light colours; nothing is drawn in between */
function inLightColours(act) {
  const { dataset } = document.body;
  const scheme = dataset.mdColorScheme;
  dataset.mdColorScheme = "default";
  try {
    act();
  } finally {
    if (scheme === undefined) delete dataset.mdColorScheme;
    else dataset.mdColorScheme = scheme;
  }
}

/** @param {SVGElement} copy gets its look as attributes, and loses what is for narrow screens */
function paint(copy) {
  copy.querySelectorAll(".pp-chart__narrow").forEach((each) => each.remove());
  for (const each of copy.querySelectorAll("*:not(title, desc, svg, g)")) {
    const style = getComputedStyle(each);
    for (const name of PROPERTIES) each.setAttribute(name, style.getPropertyValue(name));
  }
  for (const each of copy.querySelectorAll("[class], [data-step]")) {
    each.removeAttribute("class");
    each.removeAttribute("data-step");
  }
}

/** @param {string} svg @param {number} width @param {number} height @param {number} [scale] @returns {Promise<Blob|null>} null where the browser cannot draw it */
export async function pngOf(svg, width, height, scale = SCALE) {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width * scale, height * scale];
    const context = canvas.getContext("2d");
    if (!context) return null;
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/png"));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
