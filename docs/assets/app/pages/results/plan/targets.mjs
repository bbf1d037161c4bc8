// @ts-check
/** The level that the plan lifts each dimension to, and the reader's choice of another. */
import { assessed, topOf } from "../../../response/answers.mjs";
import { h } from "../../../ui/dom.mjs";
import { targetsFor } from "../../../scoring/steps.mjs";
import { short } from "../view.mjs";

/** @typedef {import("../view.mjs").View} View */

/** @param {View} view @returns {HTMLElement} the reader's own aim for each dimension */
export function targetsOf(view) {
  const { bank, response, profile, say, act } = view;
  const usual = targetsFor(bank, { ...response, targets: {} });
  const set = (/** @type {string} */ id, /** @type {string} */ value) =>
    act.edit((before) => {
      const { [id]: gone, ...rest } = before.targets;
      return { ...before, targets: value === "" ? rest : { ...rest, [id]: Number(value) } };
    });
  const choice = (/** @type {import("../../../types.mjs").WholeDimension} */ { id, name }) => {
    const own = response.targets[id];
    return h(
      "label",
      {},
      h("span", {}, name, h("small", {}, ` ${short(view, profile.dimensions[id])}`)),
      h(
        "select",
        {
          "data-key": `target-${id}`,
          onchange: (/** @type {{target: HTMLSelectElement}} */ { target: field }) => set(id, field.value),
        },
        h(
          "option",
          { value: "", selected: own === undefined },
          say("target_usual", { level: bank.levels[usual[id]].name }),
        ),
        ...bank.levels.map((level) => h("option", { value: level.value, selected: own === level.value }, level.name)),
      ),
    );
  };
  const { name: level } = bank.levels[Math.min(topOf(bank), bank.scoring.targetLeast ?? 2)];
  return h("div", { class: "pp-targets" }, h("p", {}, say("targets_rule", { level })), ...assessed(bank).map(choice));
}
