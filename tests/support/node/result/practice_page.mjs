// The steps of a practice's page without a browser: which of them is marked, and what is said of the answer.
import { FakeHtml } from "./fake_document.mjs";
import { inWorld, keep, load } from "./page.mjs";
import { linesOf } from "./texts.mjs";

/** @param {{bank: any, response: any, words: Record<string, any>, practice: string}} given @returns {Promise<string[]>} the lines of the steps */
export function stepsOf(given) {
  const { bank, response, words, practice } = given;
  const html = (tag, attributes, ...children) => new FakeHtml(tag, attributes, ...children);
  const steps = bank.levels.map(({ value, name }) => html("li", { "data-level": String(value) }, name));
  const link = html("a", { href: "question/" }, words.practice_page.answer);
  const said = html("script", { "data-words": "" }, JSON.stringify({ ...words.common, ...words.practice }));
  const root = html("div", { "data-practice": practice }, ...steps, said, html("p", { "data-own": "" }, link));
  return inWorld({ ...given, earlier: {}, now: "2026-11-28T12:00:00Z", browser: {} }, root, async (_, tab) => {
    await keep(tab, bank, JSON.stringify(response));
    await (await load("pages/practice/practice.mjs")).start(root);
    said.remove();
    return linesOf(root, true);
  });
}
