// @ts-check
/** The facilitator's page: begins a round or opens one, and draws what its stage has. */
import { MARK as SEALED, canSeal, codeAt } from "../../group/sealed-code.mjs";
import { readRound } from "../../group/round.mjs";
import { formTitle } from "../../response/answers.mjs";
import { loadJson } from "../../storage/site.mjs";
import { openRounds } from "../../storage/saved-rounds.mjs";
import { h, sayer } from "../../ui/dom.mjs";
import { dateOf } from "../../ui/format.mjs";
import { listRounds, takeBegin } from "./begin.mjs";
import { collectPart } from "./inbox.mjs";
import { invitePart } from "./invite.mjs";
import { keepPart } from "./keep-round.mjs";
import { openRound } from "./open-round.mjs";
import { part } from "./page-part.mjs";
import { revealPart } from "./reveal.mjs";

/** @typedef {import("../../types.mjs").WholeBank} WholeBank */
/** @typedef {import("../../types.mjs").Say} Say */
/** @typedef {import("../../group/round.mjs").Round} Round */
/**
 * @typedef {object} TeamPage
 * @property {HTMLElement} root
 * @property {WholeBank} bank
 * @property {Say} say
 * @property {import("./open-round.mjs").OpenRound} open
 * @property {import("../../storage/local-storage.mjs").Folder} rounds
 * @property {(text: string) => void} tell about what was done
 * @property {(round: Round) => Promise<void>} begin works on this round
 */
/** Fills its place once for a round; what it returns is called after each change. @typedef {(place: HTMLElement, page: TeamPage, round: Round) => (round: Round) => void} Part */

/** @type {Record<string, Part>} */
const BEFORE = { invite: invitePart, collect: collectPart, reveal: revealPart };

/** @param {HTMLElement} root */
export async function start(root) {
  /** @type {[WholeBank, boolean]} */
  const [bank, sealing] = await Promise.all([loadJson("bank.json"), canSeal()]);
  const say = sayer(root);
  const rounds = openRounds(bank.id);
  const drawn = { id: "", stage: "", updates: /** @type {((round: Round) => void)[]} */ ([]) };
  /** @type {TeamPage} */
  const page = {
    root,
    bank,
    say,
    rounds,
    open: openRound(bank, rounds, () => show(page, drawn)),
    tell(text) {
      const place = part(root, "data-told");
      place.replaceChildren(h("p", {}, text));
    },
    async begin(round) {
      await page.open.open(round);
      history.replaceState(history.state, "", `#round=${round.id}`);
      part(root, "data-round-name").focus();
    },
  };
  if (!sealing)
    part(root, "data-trouble-text").replaceChildren(h("p", { role: "alert", "data-stays": true }, say("not_sealed")));
  takeBegin(page, sealing);
  await arrive(page);
  window.addEventListener("hashchange", () => arrive(page));
  await show(page, drawn);
}

/** @param {TeamPage} page what the address asks for: a round, or a code that a camera or a click has brought */
async function arrive(page) {
  const { hash, pathname, search } = location;
  const [, id] = /^#round=([\w-]+)$/.exec(hash) ?? [];
  const at = hash.indexOf(SEALED);
  if (id && id !== page.open.round?.id) {
    const round = stored(page, id);
    if (round) await page.open.open(round);
    else history.replaceState(history.state, "", pathname + search);
  }
  if (!hash.startsWith("#c=")) return;
  const code = at < 0 ? null : codeAt(hash.slice(at));
  const round = code && stored(page, code.round);
  history.replaceState(history.state, "", pathname + search + (round ? `#round=${round.id}` : ""));
  if (!code || !round) return page.tell(page.say(code ? "other_round_code" : "no_round_code"));
  await page.open.open(round);
  const { takeText } = await import("./take-text.mjs");
  page.tell(await takeText(page, code.code));
}

/** @param {TeamPage} page @param {string} id @returns {Round|null} */
function stored({ bank, rounds, open }, id) {
  if (open.round?.id === id) return open.round;
  const { text } = rounds.at(id).read();
  return text === null ? null : readRound(bank, text);
}

/** @param {TeamPage} page @param {{id: string, stage: string, updates: ((round: Round) => void)[]}} drawn */
async function show(page, drawn) {
  const { root, bank, open, say } = page;
  const { round, gone, trouble } = open;
  if (gone) page.tell(say("gone"));
  if (trouble) part(root, "data-trouble-text").replaceChildren(h("p", { role: "alert" }, say(`not_stored_${trouble}`)));
  else part(root, "data-trouble-text").querySelector("[role=alert]:not([data-stays])")?.remove();
  const hadFocus = root.querySelector("[data-stage=round]")?.contains(document.activeElement);
  const stage = round === null ? "begin" : round.revealed ? "shown" : "before";
  const shown = { begin: ["begin", "rounds"], before: ["round", "before"], shown: ["round", "shown"] }[stage] ?? [];
  if (round === null) listRounds(page);
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-stage]")))
    each.hidden =
      !shown.includes(each.dataset.stage ?? "") || (each.dataset.stage === "rounds" && !each.querySelector("li"));
  if (round === null) {
    if (hadFocus) leave(root);
    return void Object.assign(drawn, { id: "", stage: "", updates: [] });
  }
  part(root, "data-round-name").textContent = round.name || say("unnamed");
  part(root, "data-round-facts").textContent = say("facts", {
    form: formTitle(bank, round.form),
    date: dateOf(round.created),
    mode: say(`mode_${round.mode}`),
  });
  if (drawn.id !== round.id || drawn.stage !== stage) {
    // What was said of the stage before is over.
    if (drawn.id === round.id) part(root, "data-told").replaceChildren();
    try {
      Object.assign(drawn, { id: round.id, stage, updates: await build(page, round) });
    } catch (error) {
      console.error("part of the round:", error);
      return page.tell(say("not_loaded"));
    }
  }
  for (const update of drawn.updates) update(round);
}

/** @param {HTMLElement} root whose round has gone, and the focus with it: on what was said of that, or on what is there now */
function leave(root) {
  const told = part(root, "data-told");
  const heading = /** @type {HTMLElement} */ (root.querySelector("[data-stage]:not([hidden]) > h2"));
  heading.tabIndex = -1;
  (told.textContent ? told : heading).focus();
}

/** @param {TeamPage} page @param {Round} round @returns {Promise<((round: Round) => void)[]>} */
async function build(page, round) {
  /** @type {Record<string, Part>} */
  const parts = round.revealed ? await (await import("./shown/shown-parts.mjs")).load(page, round) : BEFORE;
  return Object.entries({ ...parts, keep: keepPart }).map(([name, fill]) => {
    const place = /** @type {HTMLElement} */ (page.root.querySelector(`[data-part="${name}"]`));
    place.replaceChildren();
    return fill(place, page, round);
  });
}
