// @ts-check
/** Where a response came from: the last snapshot that differs from it. Pure. */
import { answerOf, formOf } from "./answers.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Snapshot} Snapshot */

/**
 * @param {Bank} bank
 * @param {Response} one
 * @param {Response} other
 * @returns {boolean} whether both answer the same questions alike; notes and what an answer rests on do not count
 */
export const sameAnswers = (bank, one, other) =>
  formOf(bank, one) === formOf(bank, other) &&
  bank.practices.every(({ id }) => answerOf(bank, one, id) === answerOf(bank, other, id));

/**
 * @param {Bank} bank
 * @param {Response} response
 * @returns {Snapshot|null} the last with other answers than the response has now: where one came from
 */
export const lastEarlier = (bank, response) =>
  response.snapshots.findLast((snapshot) => !sameAnswers(bank, snapshot, response)) ?? null;
