// @ts-check
/** The result as files: to read, to open again, for spreadsheets, calendars and other programs; and each chart. */
import { barsChart } from "../../../charts/bars.mjs";
import { ROOT } from "../../../storage/site.mjs";
import { download, h } from "../../../ui/dom.mjs";
import { LIMITS, isTooLarge, serialise } from "../../../response/edit.mjs";
import { dateOf, isoDay } from "../../../ui/format.mjs";
import { answersCsv, planCalendar, planCsv, toJson, toMarkdown } from "../../../exports/json.mjs";
import { button, chartFiles } from "./save-chart.mjs";
import { evidence } from "../sections/evidence.mjs";
import { fileName } from "../../../exports/file-name.mjs";
import { LAST_DAY } from "../../../exports/text.mjs";
import { map } from "../sections/map.mjs";
import { profileChart } from "../sections/profile.mjs";
import { radarChart } from "../../../charts/radar.mjs";
import { saveWithSheets } from "../../sheets-file.mjs";
import { allSheets } from "../../../storage/all-sheets.mjs";

/** @typedef {import("./tools.mjs").Tools} Tools */
/** @typedef {import("../view.mjs").View} View */
/** Text of the file, from what is shown, words, first day of the plan and address of the site; bytes that are read back.
 * @typedef {{key: string, what: string, extension: string, type: string, most?: number,
 *   text: (view: View, say: import("../../../types.mjs").Say, start: string, site: string) => string}} Kind */

/** @type {Kind[]} */
const KINDS = [
  {
    key: "report",
    what: "report",
    extension: "md",
    type: "text/markdown",
    text: ({ bank, response, profile, advice }, say, _, site) =>
      toMarkdown(bank, response, profile, advice, say, site, dateOf),
  },
  {
    key: "answers_file",
    what: "answers",
    extension: "json",
    type: "application/json",
    text: ({ bank, response }) => serialise(bank, response),
    most: LIMITS.bytes,
  },
  {
    key: "answers_table",
    what: "answers",
    extension: "csv",
    type: "text/csv",
    text: ({ bank, response }, say) => answersCsv(bank, response, say),
  },
  {
    key: "plan_table",
    what: "plan",
    extension: "csv",
    type: "text/csv",
    text: ({ bank, response, advice }, say, start, site) => planCsv(bank, response, advice, say, start, site),
  },
  {
    key: "plan_calendar",
    what: "plan",
    extension: "ics",
    type: "text/calendar",
    text: ({ bank, response, advice }, say, start, site) => planCalendar(bank, response, advice, say, start, site),
  },
  {
    key: "programs",
    what: "result",
    extension: "json",
    type: "application/json",
    text: ({ bank, response, profile, advice }) => toJson(bank, response, profile, advice),
    most: LIMITS.report,
  },
];

/** Charts by the name of their file, each drawn from the reader's own answers. @type {Record<string, (view: View) => (Node|null)[]>} */
const CHARTS = {
  map,
  bars: (view) => profileChart(view, "bars", barsChart),
  radar: (view) => profileChart(view, "radar", radarChart),
  evidence,
};

/** @param {HTMLElement} place @param {Tools} tools */
export function fill(place, tools) {
  const { say, bank, view } = tools;
  const start = /** @type {HTMLInputElement} */ (
    h("input", { type: "date", required: true, max: LAST_DAY, value: isoDay(new Date()) })
  );
  const status = h("p", { class: "pp-status", role: "status" });
  const name = (/** @type {string} */ what, /** @type {string} */ extension) =>
    fileName(bank, view().response, what, extension);
  const kind = (/** @type {Kind} */ { key, what, extension, type, text, most }) =>
    entry(say(key), say(`${key}_text`), [
      button(say(`as_${extension}`), say(key), () => {
        const first = start.value || isoDay(new Date());
        const made = text(view(), tools.sayExport, first, ROOT.href);
        if (most && isTooLarge(made, most)) return (status.textContent = view().say("large_file"));
        download(name(what, extension), made, `${type};charset=utf-8`);
        status.textContent = say("saved_as", { name: name(what, extension) });
      }),
    ]);
  const sheets = tools.guest ? [] : allSheets(bank.id, tools.current.browser); // with answers that somebody sent, one's sheets have nothing to do
  const withSheets = () => {
    const { name: file, refused } = saveWithSheets(tools.current);
    status.textContent = refused ? view().say(refused) : say("saved_as", { name: file });
  };
  const together = entry(say("with_sheets"), say("with_sheets_text", { n: sheets.length }), [
    button(say("as_json"), say("with_sheets"), withSheets),
  ]);
  const title = h("h3", { hidden: true }, say("charts"));
  const charts = h("ul", { class: "pp-files", hidden: true });
  let listed = "";
  const drawCharts = () => {
    const found = chartsOf(view());
    const now = found.map(({ title }) => title).join();
    if (now === listed) return; // so that no button goes while it has the focus or is pressed
    listed = now;
    title.hidden = charts.hidden = found.length === 0;
    charts.replaceChildren(...found.map((each) => chartEntry(tools, each, name, status)));
  };
  tools.onChange(drawCharts);
  drawCharts();
  place.append(
    h(
      "p",
      { class: "pp-tools" },
      h("button", { type: "button", class: "md-button", onclick: () => print(tools, status) }, say("print")),
    ),
    h("p", { class: "pp-legend" }, say("print_text")),
    h("ul", { class: "pp-files" }, ...KINDS.map(kind), sheets.length > 0 && together),
    h("p", {}, h("label", {}, `${say("plan_start")} `, start)),
    title,
    charts,
    status,
  );
}

/** @param {string} title @param {string} text @param {HTMLElement[]} buttons @returns {HTMLElement} */
const entry = (title, text, buttons) =>
  h("li", {}, h("strong", {}, title), h("small", {}, text), h("span", { class: "pp-files__as" }, ...buttons));

/** @typedef {{part: string, title: string, chart: SVGElement, legend: string}} Drawn */

/** @param {View} view @returns {Drawn[]} each chart that there is */
const chartsOf = (view) =>
  Object.entries(CHARTS).flatMap(([part, draw]) => {
    const nodes = draw(view);
    const legend = nodes.find((node) => node instanceof HTMLElement && node.matches(".pp-legend"));
    const chart = nodes.find((node) => node instanceof SVGElement);
    const title = chart?.querySelector("title")?.textContent ?? "";
    const full = part === "radar" ? `${title} (${view.say("chart_radar")})` : title;
    return chart ? [{ part, title: full, chart, legend: legend?.textContent ?? "" }] : [];
  });

/**
 * @param {Tools} tools @param {Drawn} drawn @param {(what: string, extension: string) => string} name @param {HTMLElement} status
 * @returns {HTMLElement} the chart is drawn again when it is saved
 */
function chartEntry(tools, { part, title }, name, status) {
  const draw = () => chartsOf(tools.view()).find((each) => each.part === part) ?? null;
  const files = chartFiles(tools, { title, name: (kind) => name(part, kind), draw }, status);
  return h("li", {}, h("strong", {}, title), files);
}

/** @param {Tools} tools @param {HTMLElement} status */
async function print(tools, status) {
  try {
    const { printReport } = await import("./print.mjs");
    await printReport(tools);
  } catch (error) {
    console.error("print:", error);
    status.textContent = tools.view().say("not_loaded");
  }
}
