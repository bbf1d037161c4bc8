// What stands under the map of a group, without a browser.
import { FakeHtml } from "../result/fake_document.mjs";
import { inWorld, load } from "../result/page.mjs";

/** @param {{bank: any, words: Record<string, any>, dots: {axes: Record<string, number|null>}[]}} given @returns {Promise<string>} */
export function legendOf(given) {
  const root = new FakeHtml("div");
  return inWorld({ ...given, earlier: {}, now: "2026-11-28T12:00:00Z", browser: {} }, root, async () => {
    const { groupCharts } = await load("pages/team/shown/group-charts.mjs");
    const { sayFrom } = await load("ui/dom.mjs");
    const place = { low: 1, high: 1, point: 1 };
    const axes = Object.fromEntries(given.bank.axes.map((/** @type {any} */ { id }) => [id, place]));
    const dimensions = Object.fromEntries(
      given.bank.dimensions.map((/** @type {any} */ { id }) => [id, { point: null }]),
    );
    const shown = { profile: { axes, dimensions, quadrants: [] }, dots: given.dots, points: {} };
    root.append(...groupCharts({ bank: given.bank, say: sayFrom(given.words.team) }, shown));
    return root.querySelector(".pp-legend").textContent;
  });
}
