// @ts-check
/** The picture of a sheet, drawn anew after each pause in typing. The table of the sheet has its numbers. */
import { h, styled } from "../../../ui/dom.mjs";
import { language } from "../../../ui/format.mjs";
import { shown } from "../shown.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */
/** @typedef {import("../../../worksheets/pictures/source.mjs").Picture} Picture */
/** @typedef {import("../../../worksheets/gaps.mjs").Result} Result */

/** @type {Record<string, () => Promise<{drawingOf: (from: any) => any, draw: (...parts: any[]) => SVGElement}>>} */
const CHARTS = {
  bars: () => import("../../../charts/worksheet/bars.mjs"),
  arrows: () => import("../../../charts/worksheet/arrows.mjs"),
  calendar: () => import("../../../charts/worksheet/calendar.mjs"),
  spokes: () => import("../../../charts/worksheet/spokes.mjs"),
  week: () => import("../../../charts/worksheet/week.mjs"),
  month: () => import("../../../charts/worksheet/month.mjs"),
};
const NARROW = "(max-width: 45em)";
const PAUSE = 120; // milliseconds without a keystroke: figures come first

/**
 * @param {SheetPage} page @param {Picture} picture @param {HTMLElement} place
 * @returns {Promise<(results: Record<string, Result>|null) => void>} shows what came out; null where nothing is written
 */
export async function openPicture(page, picture, place) {
  const [{ draw, drawingOf }] = await Promise.all([CHARTS[picture.kind](), styled("worksheet-more.css")]);
  const words = wordsFor(page, picture);
  const narrow = window.matchMedia(NARROW);
  /** @type {Record<string, Result>|null} */
  let latest = null;
  let due = 0;
  const show = () => {
    const drawing = latest && drawingOf({ sheet: page.sheet, picture, filled: page.filled, results: latest });
    place.hidden = !drawing;
    if (!drawing) return place.replaceChildren();
    const title = drawing.kind === "month" ? `${picture.name}: ${drawing.group}` : picture.name;
    const frame = { title, description: page.say("picture_table"), isNarrow: narrow.matches };
    place.replaceChildren(h("figcaption", {}, title), draw(drawing, frame, words));
  };
  const later = () => {
    clearTimeout(due);
    due = setTimeout(show, PAUSE);
  };
  narrow.addEventListener("change", later);
  return (results) => {
    latest = results;
    later();
  };
}

/** @param {SheetPage} page @param {Picture} picture @returns {import("../../../charts/worksheet/parts.mjs").PictureWords} */
function wordsFor({ sheet, say }, { parts }) {
  const named =
    (/** @type {string} */ part) =>
    (/** @type {{id: string}} */ { id }) =>
      id === parts[part];
  const figure = sheet.figures.find(named(parts.value ? "value" : "load"));
  return {
    say,
    language: language(),
    column: (part) => sheet.columns.find(named(part))?.title,
    figure: (part) => sheet.figures.find(named(part))?.name,
    shown: (value) => (figure ? shown({ ...figure, unit: undefined }, value, say) : `${value}`),
  };
}
