// @ts-check
/** What of a group's answers may be shown, so that nothing shown leads to one person, not even by subtraction. Pure. */

/** People behind anything that is shown: answers, notes. */
export const LEAST = { answers: 5, notes: 10 };

/** How a round treats answers: without names, with names, or not shown at all. @typedef {"closed"|"open"|"agreed"} Mode */
/** What may be shown: `spread` without names, `names` beside answers, or only where the group differs.
 * @typedef {"spread"|"names"|"labels"} Sight */
/** People of one role, or of all roles that are too small by themselves: then `role` is null.
 * @typedef {{role: string|null, members: number[]}} RoleGroup */

/** @param {Mode} mode @param {number} people @returns {Sight} */
export const sightOf = (mode, people) =>
  mode === "open" ? "names" : mode === "closed" && people >= LEAST.answers ? "spread" : "labels";

/** @param {{mode: Mode, members: {name: string}[]}} round
 * @returns {string[]|null} who has handed in, by name, "" for who gave none; null where answers are not shown with names */
export const namesIn = ({ mode, members }) => (mode === "open" ? members.map(({ name }) => name).sort() : null);

/** @param {Sight} sight @param {number} people @returns {boolean} */
export const showsNotes = (sight, people) => sight === "names" || (sight === "spread" && people >= LEAST.notes);

/**
 * People by role, so that every group has five or more and all groups together are everybody: whatever is taken from
 * whatever, five are left, or nobody.
 * @param {string[]} roles of each person; "" for none
 * @returns {RoleGroup[]} largest first; none where there is nothing to compare
 */
export function roleGroups(roles) {
  /** @type {Map<string, number[]>} */
  const by = new Map();
  roles.forEach((role, index) => by.set(role, [...(by.get(role) ?? []), index]));
  const sized = [...by].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  const isLarge = (/** @type {[string, number[]]} */ [role, members]) => role !== "" && members.length >= LEAST.answers;
  const shown = sized.filter(isLarge);
  const rest = sized.filter((each) => !isLarge(each)).flatMap(([, members]) => members);
  // A remainder that is too small would show by subtraction: the smallest group joins it.
  while (rest.length > 0 && rest.length < LEAST.answers && shown.length > 0) rest.push(...(shown.pop()?.[1] ?? []));
  const groups = [
    ...shown.map(([role, members]) => ({ role, members })),
    ...(rest.length > 0 ? [{ role: null, members: rest.sort((a, b) => a - b) }] : []),
  ];
  return groups.length > 1 ? groups : [];
}
