// @ts-check
/** The round that a page works on: changed step by step, stored after each, in tune with other tabs. */
import { mergeRounds, readRound } from "../../group/round.mjs";

/** @typedef {import("../../types.mjs").Bank} Bank */
/** @typedef {import("../../group/round.mjs").Round} Round */
/** @typedef {import("../../storage/local-storage.mjs").Trouble} Trouble */
/**
 * @typedef {object} OpenRound
 * @property {Round|null} round null where none is open, or another tab has deleted it
 * @property {Trouble} trouble why it is not stored as it stands
 * @property {boolean} gone whether another tab has deleted it
 * @property {(round: Round) => Promise<void>} open
 * @property {(change: (round: Round) => Round|Promise<Round>) => Promise<void>} edit one after the other, each on top of
 *   what other tabs have stored
 * @property {() => Trouble} remove
 * @property {() => void} close
 */

/** `stored`: the text of the round that was read or written last. @typedef {{bank: Bank, rounds: import("../../storage/local-storage.mjs").Folder, open: OpenRound, stored: string|null}} Place */

/** @param {Place} place takes in what another tab has stored */
function takeIn(place) {
  const { bank, rounds, open, stored } = place;
  const { round } = open;
  if (!round) return;
  const { text, trouble } = rounds.at(round.id).read();
  if (trouble || text === stored) return;
  if (text === null) {
    // Never stored, for want of room: it is not gone.
    if (stored !== null) [open.round, open.gone, place.stored] = [null, true, null];
    return;
  }
  const theirs = readRound(bank, text);
  // What is here and not stored must not be lost; all else is as another tab has left it.
  const unsaved = open.trouble !== null || stored === null;
  if (theirs) open.round = unsaved ? mergeRounds(theirs, round) : theirs;
  place.stored = text;
}

/** @param {Place} place */
function write(place) {
  const { rounds, open, stored } = place;
  if (!open.round) return;
  const text = JSON.stringify(open.round);
  open.trouble = text === stored ? null : rounds.at(open.round.id).write(text);
  if (!open.trouble) place.stored = text;
}

/** @param {Place} place @param {Round} changed @returns {Round} with what another tab has stored while the change was being made */
function withNewer({ bank, rounds, stored }, changed) {
  const { text } = rounds.at(changed.id).read();
  const theirs = text === null || text === stored ? null : readRound(bank, text);
  return theirs ? mergeRounds(theirs, changed) : changed;
}

/**
 * @param {Bank} bank
 * @param {import("../../storage/local-storage.mjs").Folder} rounds
 * @param {() => void} show called after each change
 * @returns {OpenRound}
 */
export function openRound(bank, rounds, show) {
  let queue = Promise.resolve();
  // What fails is said on the console and holds up nothing that comes after it.
  const inTurn = (/** @type {() => Promise<void>|void} */ act) =>
    (queue = queue
      .then(act)
      .then(show)
      .catch((error) => console.error("round:", error)));
  /** @type {OpenRound} */
  const open = {
    round: null,
    trouble: null,
    gone: false,
    open: (round) =>
      inTurn(() => {
        [open.round, open.gone, place.stored] = [round, false, null];
        takeIn(place);
        write(place);
      }),
    edit: (change) =>
      inTurn(async () => {
        takeIn(place);
        if (open.round) open.round = withNewer(place, await change(open.round));
        write(place);
      }),
    remove() {
      const trouble = open.round ? rounds.at(open.round.id).remove() : null;
      if (!trouble) open.close();
      return trouble;
    },
    close() {
      [open.round, open.trouble, open.gone, place.stored] = [null, null, false, null];
    },
  };
  /** @type {Place} */
  const place = { bank, rounds, open, stored: null };
  rounds.onOutside(() => {
    if (open.round) inTurn(() => takeIn(place));
    else show();
  });
  return open;
}
