// @ts-check
/** How long to talk about what: the minutes of a meeting shared out among questions. Pure. */

const SHARE = { opening: 0.1, closing: 0.2 };
const WEIGHT = { apart: 2, mixed: 1 };
const LEAST = 4; // minutes, below which a question is not worth opening

/**
 * @param {{practice: string, label: string|null}[]} questions the first to talk about first
 * @param {number} total minutes
 * @returns {{opening: number, closing: number, each: Record<string, number>}} whole minutes, by practice; questions
 *   that the time does not reach are absent
 */
export function minutesFor(questions, total) {
  const [opening, closing] = [SHARE.opening, SHARE.closing].map((share) => Math.round(total * share));
  const open = questions.flatMap(({ practice, label }) =>
    label === "apart" || label === "mixed" ? [{ practice, weight: WEIGHT[label] }] : [],
  );
  const left = total - opening - closing;
  let taken = open;
  const unit = () => left / taken.reduce((sum, { weight }) => sum + weight, 0);
  const least = () => Math.min(...taken.map(({ weight }) => weight));
  while (taken.length > 1 && Math.floor(unit() * least()) < LEAST) taken = taken.slice(0, -1);
  const each = taken.map(({ practice, weight }) => [practice, Math.floor(unit() * weight)]);
  return { opening, closing, each: Object.fromEntries(each) };
}
