// @ts-check
/** The buttons beside the headline: they lead to what can be done with a result. */
import { dressed } from "./lazy.mjs";

/** @param {HTMLElement} root @param {string} name of an attribute @returns {HTMLElement} */
export const partOf = (root, name) => /** @type {HTMLElement} */ (root.querySelector(`[${name}]`));

/** @param {HTMLElement} root @param {import("./tools/tools.mjs").Tools} tools that the buttons beside the headline open @param {() => Promise<void>} whole once the page is */
export function takeOffers(root, tools, whole) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-open]")))
    button.addEventListener("click", () => tools.open(button.dataset.open ?? ""));
  const card = partOf(root, "data-card");
  card.addEventListener("click", async () => (await import("./card/card-window.mjs")).open(tools, tools.say("card")));
  partOf(root, "data-print").addEventListener("click", async () => {
    const [{ printReport }, { loadWords }] = await Promise.all([
      import("./tools/print.mjs"),
      import("../words.mjs"),
      dressed(),
      whole(),
    ]);
    const { tools: say, exports: sayExport } = await loadWords();
    await printReport({ ...tools, say, sayExport });
  });
}
