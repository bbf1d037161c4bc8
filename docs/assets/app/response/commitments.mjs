// @ts-check
/** What somebody has taken on: one play at a time, with who and by when, and the day on which it had worked. Pure. */
import { LIMITS, clean } from "./edit.mjs";

/** @typedef {import("../types.mjs").Response} Response */
/** @typedef {import("../types.mjs").Commitment} Commitment */

/** @param {Response} response @returns {Commitment|null} the one not yet done */
export const openCommitment = ({ commitments = [] }) => commitments.find(({ worked }) => !worked) ?? null;

/** @param {Response} response @returns {Commitment[]} those that have worked, oldest first */
export const keptCommitments = ({ commitments = [] }) => commitments.filter(({ worked }) => worked);

/** @param {Response} response @param {Commitment|null} commitment in place of the one not yet done; null takes it away @returns {Response} */
export function withCommitment(response, commitment) {
  const owner = clean(commitment?.owner?.trim() ?? "", LIMITS.label);
  const open = commitment ? [{ play: commitment.play, ...(owner && { owner }), date: commitment.date }] : [];
  return { ...response, commitments: [...keptCommitments(response).slice(1 - LIMITS.commitments), ...open] };
}

/** @param {Response} response @param {string} day on which it was said to have worked, as 2026-12-08 @returns {Response} */
export function withWorked(response, day) {
  const closed = (response.commitments ?? []).map((each) => (each.worked ? each : { ...each, worked: day }));
  return { ...response, commitments: closed.slice(-LIMITS.commitments) };
}

/** @param {Response} response @param {string} today as 2026-12-08 @returns {boolean} whether to ask if it has worked */
export function isPast(response, today) {
  const open = openCommitment(response);
  return open !== null && open.date < today;
}

/** @param {string} today as 2026-12-08 @returns {string} the Monday after it */
export function nextMonday(today) {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7 || 7));
  return date.toISOString().slice(0, 10);
}
