// @ts-check
/** What a trial changes, where the reader is: each axis and the level, before and after, and a small map. */
import { mapChart } from "../../../charts/map.mjs";
import { levelShown } from "../../../scoring/sentences.mjs";
import { h } from "../../../ui/dom.mjs";
import { short } from "../view.mjs";
import { placed } from "./map.mjs";

/** @typedef {import("../view.mjs").View} View */

const SMALL = 60; // pixels, the map's height

/** @param {View} view @returns {Node[]} nothing unless something is tried out */
export function trialBar(view) {
  if (!view.trial) return [];
  const { bank, profile, own, say } = view;
  const changes = [
    ...bank.axes.map(({ id, name }) => [name, short(view, own.axes[id]), short(view, profile.axes[id])]),
    [say("overall"), short(view, own.overall), short(view, profile.overall)],
    [say("trial_level"), ...[own, profile].map((each) => levelShown(view, each.overall))],
  ];
  const items = changes.map(([name, from, to]) =>
    h("li", {}, `${name} `, h("b", {}, from === to ? to : say("before_after", { from, to }))),
  );
  const title = say("trial_map");
  const before = bank.axes.map(({ id }) => own.axes[id]);
  const chart = () =>
    mapChart({
      ...placed(view),
      before,
      title,
      description: items.map((each) => each.textContent).join(", "),
      size: SMALL,
      small: true,
    });
  return [...(bank.axes.length === 2 ? [h("div", { class: "pp-trial__map" }, chart())] : []), h("ul", {}, ...items)];
}
