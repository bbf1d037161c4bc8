// The right side of the card, without a browser: where its bars and its dot are.
import { FakeHtml } from "./fake_document.mjs";
import { inWorld, load } from "./page.mjs";

/** @param {any} place @returns {Promise<{bars: number[][], dots: number[]}>} middles of both ends of each bar, and of the dot */
export function scaleOf(place) {
  const words = { results_page: { title: "" } };
  const given = { words, earlier: {}, now: "2026-11-28T12:00:00Z", browser: {}, bank: {}, response: null };
  return inWorld(given, new FakeHtml("div"), async () => {
    const { scalePanel } = await load("charts/card/card-scale.mjs");
    const panel = scalePanel(place, (/** @type {string} */ text) => text.length * 10);
    const of = (/** @type {any} */ element, /** @type {string} */ name) => Number(element.getAttribute(name));
    const bars = panel.querySelectorAll("rect[rx]").map((/** @type {any} */ each) => {
      const [left, width, round] = ["x", "width", "rx"].map((name) => of(each, name));
      return [left + round, left + width - round];
    });
    return { bars, dots: panel.querySelectorAll("circle").map((/** @type {any} */ each) => of(each, "cx")) };
  });
}
