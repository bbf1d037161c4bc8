// @ts-check
/** What the buttons beside the headline do: they lead to what can be done with a result. */
import { dressed } from "./lazy.mjs";

/** @typedef {import("./tools/tools.mjs").Tools} Tools */

/** @param {Tools} tools @param {HTMLElement} button that was pressed @returns {Promise<void>} once what it offers is there */
export async function offer(tools, { dataset }) {
  if (dataset.open !== undefined) return tools.open(dataset.open);
  if (dataset.card !== undefined) return (await import("./card/card-window.mjs")).open(tools);
  const [{ printReport }, { loadWords }] = await Promise.all([
    import("./tools/print.mjs"),
    import("../words.mjs"),
    dressed(),
  ]);
  const { tools: say, exports: sayExport } = await loadWords();
  await printReport({ ...tools, say, sayExport });
}
