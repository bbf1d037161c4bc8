// @ts-check
/** What was last done about the Monday card, with the way back: it outlives the redraw that follows. */

/** @typedef {"monday"|"due"} Part of the page in which it was done */
/** @typedef {{part: Part, text: string, undo: () => void}} Notice */

/** @type {{last: Notice|null}} */
const notices = { last: null };

/** @param {Part} part @returns {Notice|null} */
export const noticeIn = (part) => (notices.last?.part === part ? notices.last : null);

/** @param {Notice|null} notice */
export function setNotice(notice) {
  notices.last = notice;
}
