// @ts-check
/** What the effort of a play costs. Pure. */

const USUAL = [
  { id: "S", days: 5, cost: 1 },
  { id: "M", days: 20, cost: 2 },
  { id: "L", days: 60, cost: 4 },
];

/**
 * @param {Pick<import("../types.mjs").Bank, "effort">} bank
 * @returns {(effort: string|null) => {days: number|null, cost: number}} of a play's effort. One that is unknown, or
 *   that the bank does not list, costs as much as the dearest, so that a slip never makes a play look cheap; where the
 *   bank lists none, all cost alike
 */
export function effortsOf({ effort: listed = USUAL }) {
  const efforts = new Map(listed.map((each) => [each.id, each]));
  const dearest = [...efforts.values()].sort((a, b) => b.cost - a.cost)[0] ?? { days: 0, cost: 1 };
  return (effort) => (effort === null ? { ...dearest, days: null } : (efforts.get(effort) ?? dearest));
}
