// @ts-check
/** A link as a QR code, drawn as one path. */
import { s } from "../ui/dom.mjs";
import qrcode from "../vendor/qrcode.mjs";

const MOST = 900; // characters: beyond it the squares are too small for many cameras
const QUIET = 4; // squares left free all round, as the standard asks

/** @param {string} text @param {string} title @returns {SVGElement|null} dark on white in any colour scheme; null when too long */
export function squares(text, title) {
  if (text.length > MOST) return null;
  const code = qrcode(0, "M");
  code.addData(text, "Byte");
  code.make();
  const count = code.getModuleCount();
  const cells = Array.from({ length: count }, (_, n) => n);
  const dark = cells.flatMap((row) =>
    cells.filter((column) => code.isDark(row, column)).map((x) => `M${x} ${row}h1v1h-1z`),
  );
  const size = count + 2 * QUIET;
  return s(
    "svg",
    { class: "pp-qr", role: "img", "aria-label": title, viewBox: `${-QUIET} ${-QUIET} ${size} ${size}` },
    s("rect", { x: -QUIET, y: -QUIET, width: size, height: size, fill: "#fff" }),
    s("path", { d: dark.join(""), fill: "#000", "shape-rendering": "crispEdges" }),
  );
}
