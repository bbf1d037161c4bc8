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

/**
 * @param {Bank} bank
 * @param {import("../../storage/local-storage.mjs").Folder} rounds
 * @param {() => void} show called after each change
 * @returns {OpenRound}
 */
export function openRound(bank, rounds, show) {
  let queue = Promise.resolve();
  /** @type {string|null} what was read or written last */
  let stored = null;
  const inTurn = (/** @type {() => Promise<void>|void} */ act) => (queue = queue.then(act).then(show));

  const takeIn = async () => {
    const { round } = open;
    if (!round) return;
    const { text, trouble } = rounds.at(round.id).read();
    if (trouble || text === stored) return;
    if (text === null) {
      // Never stored, for want of room: it is not gone.
      if (stored === null) return;
      [open.round, open.gone, stored] = [null, true, null];
      return;
    }
    const theirs = await readRound(bank, text);
    // What is here and not stored must not be lost; all else is as another tab has left it.
    const unsaved = open.trouble !== null || stored === null;
    if (theirs) open.round = unsaved ? mergeRounds(theirs, round) : theirs;
    stored = text;
  };
  const write = () => {
    if (!open.round) return;
    const text = JSON.stringify(open.round);
    open.trouble = text === stored ? null : rounds.at(open.round.id).write(text);
    if (!open.trouble) stored = text;
  };

  /** @type {OpenRound} */
  const open = {
    round: null,
    trouble: null,
    gone: false,
    open: (round) =>
      inTurn(async () => {
        [open.round, open.gone, stored] = [round, false, null];
        await takeIn();
        write();
      }),
    edit: (change) =>
      inTurn(async () => {
        await takeIn();
        if (open.round) open.round = await change(open.round);
        write();
      }),
    remove() {
      const trouble = open.round ? rounds.at(open.round.id).remove() : null;
      if (!trouble) open.close();
      return trouble;
    },
    close() {
      [open.round, open.trouble, open.gone, stored] = [null, null, false, null];
    },
  };
  rounds.onOutside(() => {
    if (open.round) inTurn(takeIn);
    else show();
  });
  return open;
}
