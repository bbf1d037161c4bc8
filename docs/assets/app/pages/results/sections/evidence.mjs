// @ts-check
/** What of the result has been seen: the evidence-backed scores beside the claimed ones. */
import { barsChart } from "../../../charts/bars.mjs";
import { isPart } from "../../../response/answers.mjs";
import { h } from "../../../ui/dom.mjs";
import { tableOf } from "./map.mjs";
import { short, stepOf, topOf } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */

/** @param {View} view @returns {Node[]} nothing where no answer says what it rests on */
export function evidence(view) {
  const { evidenced, profile, say, bank } = view;
  if (!evidenced) return [];
  const things = [
    ...(isPart(profile.form) && bank.axes.length > 0 ? [] : [{ id: "", name: say("overall") }]),
    ...bank.axes,
  ];
  const both = things.flatMap(({ id, name }) =>
    [profile, evidenced].map((from, n) => ({
      ...(id === "" ? from.overall : from.axes[id]),
      id: `${id}-${n}`,
      name: say(n === 0 ? "claimed" : "evidenced", { name }),
    })),
  );
  const rows = both.map((row) => ({ ...row, step: stepOf(view, row.point ?? row.low), shown: short(view, row) }));
  const description = rows.map((row) => say("named", { name: row.name, shown: row.shown })).join(" ");
  const title = say("evidence_title");
  return [
    h("p", {}, say("evidence_count", { known: evidenced.overall.known, n: profile.overall.known })),
    barsChart({ rows, top: topOf(view), title, description }),
    h("p", { class: "pp-legend" }, say("legend")),
    tableOf(view, title, rows, Object.fromEntries(both.map((row) => [row.id, row]))),
  ];
}
