// @ts-check
/** The parts of the result that go back to single answers: patterns, what to find out, what to keep doing. */
import { ROOT } from "./current.mjs";
import { h } from "./dom.mjs";

/** @typedef {import("./results.mjs").View} View */

const MOST = 5; // shown at once; the rest is folded

/** @param {View} view @returns {(Node|null)[]} */
export function patterns({ bank, advice, people }) {
  const fired = bank.insights.filter((/** @type {any} */ { id }) => advice.insights.includes(id));
  if (fired.length === 0) return [];
  return [
    h(
      "ul",
      {},
      ...fired.map((/** @type {any} */ { say, practices }) =>
        h(
          "li",
          {},
          say.replaceAll("{people}", people),
          " ",
          ...practices.map((/** @type {string} */ id) => practiceLink(bank, id, people)),
        ),
      ),
    ),
  ];
}

/** @param {any} bank @param {string} id @returns {any} */
const practiceOf = (bank, id) => bank.practices.find((/** @type {any} */ each) => each.id === id);

/** @param {any} bank @param {string} id @param {string} people @returns {HTMLElement} */
const practiceLink = (bank, id, people) =>
  h(
    "a",
    { class: "pp-read-on", href: new URL(practiceOf(bank, id).url, ROOT) },
    practiceOf(bank, id).title.replaceAll("{people}", people),
  );

/** @param {View} view @returns {(Node|null)[]} */
export function findOut(view) {
  const { bank, advice, say, people } = view;
  const items = advice.findOut.map((id) => {
    const { title, findOut: who, questionUrl } = practiceOf(bank, id);
    return h(
      "li",
      {},
      `${title.replaceAll("{people}", people)}. `,
      h("small", {}, say("find_out_who", { who: who.replaceAll("{people}", people) })),
      " ",
      h("a", { href: new URL(questionUrl, ROOT) }, say("answer")),
    );
  });
  return folded(items, say);
}

/** @param {View} view @returns {(Node|null)[]} */
export function keepDoing(view) {
  const { bank, advice, response, say, people } = view;
  const items = advice.keepDoing.map((id) => {
    const { anchors } = practiceOf(bank, id);
    const value = Number(response.answers[id].value);
    const text = say("keep_level", {
      level: bank.levels[value].name,
      anchor: anchors[value].replaceAll("{people}", people),
    });
    return h("li", {}, practiceLink(bank, id, people), ` ${text}`);
  });
  return folded(items, say);
}

/** @param {HTMLElement[]} items @param {import("./dom.mjs").Say} say @returns {(Node|null)[]} */
function folded(items, say) {
  if (items.length === 0) return [];
  const rest = items.slice(MOST);
  return [
    h("ul", {}, ...items.slice(0, MOST)),
    rest.length > 0 ? h("details", {}, h("summary", {}, say("more", { n: rest.length })), h("ul", {}, ...rest)) : null,
  ];
}
