// A round whose answers are shown, drawn without a browser: the page that lists its questions, and the screen.
import { FakeHtml } from "../result/fake_document.mjs";
import { inWorld, load } from "../result/page.mjs";

/** What a page with this root is told of a round that is open. */
async function pageOf({ bank, words, round, people }, root) {
  const [{ shownOf }, { sayFrom }] = await Promise.all([load("group/shown.mjs"), load("ui/dom.mjs")]);
  const look = (now) => shownOf(bank, now, people);
  return { root, bank, look, say: sayFrom(words.team), open: { round, edit: async () => {} } };
}

/** @param {any} given @returns {Promise<{page: string, fold: string, isOpen: boolean|null, screen: string}>} `page` without the fold */
export function textsOf(given) {
  const root = new FakeHtml("div");
  return inWorld({ ...given, earlier: {}, now: "2026-11-28T12:00:00Z", browser: {} }, root, async () => {
    const page = await pageOf(given, root);
    (await load("pages/team/shown/talk.mjs")).talkPart(root, page, given.round);
    const fold = root.querySelector("[data-figures]");
    const [text, isOpen] = [fold?.textContent ?? "", fold && fold.open];
    fold?.remove();
    const shown = root.textContent;
    (await load("pages/team/shown/screen.mjs")).showScreen(page, page.look(given.round));
    return { page: shown, fold: text, isOpen, screen: root.querySelector("dialog").textContent };
  });
}
