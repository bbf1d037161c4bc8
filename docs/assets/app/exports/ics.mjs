// @ts-check
/** The plan as a calendar file (RFC 5545): the day each wave begins, and the day to answer again. Pure. */
import { WAVE_DAYS, beginText, dayAfter, readOnText, stepText } from "./text.mjs";

/** @typedef {import("../types.mjs").Bank} Bank */
/** @typedef {import("../types.mjs").Response} Response */

const REVIEW_DAY = 90;
const OCTETS = 75; // of a line, at most, without its end

/** @param {string} text @returns {string} as a TEXT value */
const escaped = (text) =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/** @param {string} line @returns {string} in pieces of 75 octets at most; no character is cut in two */
function folded(line) {
  const pieces = [""];
  let size = 0;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    if (size + octets > OCTETS) {
      pieces.push("");
      size = 1; // the space that marks a continued line
    }
    pieces[pieces.length - 1] += character;
    size += octets;
  }
  return pieces.join("\r\n ");
}

/** @param {string} time ISO @returns {string} in UTC, as 20261121T100000Z */
const utc = (time) => `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/**
 * An all-day event at the beginning of each wave that has plays or a first step, and one for the review at day 90. None takes up time
 * in a calendar (TRANSPARENT). Each keeps its UID whatever the start and the plan are, so that reading a newer file in
 * moves the events instead of doubling them.
 * @param {Bank} bank
 * @param {Response} response
 * @param {import("../scoring/recommend.mjs").Advice} advice
 * @param {import("./text.mjs").Say} say
 * @param {Date|string} start first day of the plan: "2026-11-21", or a Date, which counts in UTC
 * @param {string} [site] address of the site, with a slash at its end, for links to the plays
 * @returns {string} throws RangeError where the start is no date
 */
export function planCalendar(bank, response, advice, say, start, site) {
  const waves = advice.waves.flatMap((wave) => {
    const { id } = wave;
    const steps = advice.plays.filter((step) => step.wave === id);
    const texts = steps.map((step) => {
      const { title, lines, url } = stepText(bank, response, step, say, site);
      if (url) lines.push(readOnText(step.effort, url, say));
      return [title, ...lines.map((line) => `- ${line}`)].join("\n");
    });
    const title = say("wave_event", { title: bank.title ?? bank.id, wave: say(id) });
    const text = texts.join("\n\n") || beginText(bank, response, wave, say);
    return text ? [{ id: String(id), day: WAVE_DAYS[id].from, title, text }] : [];
  });
  const review = { id: "review", day: REVIEW_DAY, title: say("review"), text: say("review_text") };
  const stamp = utc(response.updated ?? dayAfter(start, 0));
  const entries = [...waves, review].map(({ day, ...entry }) => ({ ...entry, date: dayAfter(start, day) }));
  return calendar(bank, response, entries, stamp);
}

/**
 * An all-day event on the day by which somebody has taken on a play. It keeps its UID when the day is moved.
 * @param {Bank} bank
 * @param {Response} response
 * @param {import("../types.mjs").Commitment} commitment
 * @param {{title: string, text: string}} words
 * @returns {string}
 */
export const commitmentCalendar = (bank, response, { play, date }, words) =>
  calendar(bank, response, [{ id: `take-${play}`, date, ...words }], utc(response.updated ?? date));

/**
 * @param {Bank} bank
 * @param {Response} response
 * @param {{id: string, date: string, title: string, text: string}[]} entries
 * @param {string} stamp
 * @returns {string}
 */
function calendar(bank, response, entries, stamp) {
  const made = (response.created ?? "undated").replace(/[^0-9a-z]/gi, "");
  const events = entries.flatMap(({ id, date, title, text }) => [
    "BEGIN:VEVENT",
    `UID:${made}-${id}@${bank.id}.${bank.id}`, // twice, as ever in our own: calendars know their entries by it
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${dayAfter(date, 1).replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const head = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(bank.title ?? bank.id)}//Plan//EN`,
    "CALSCALE:GREGORIAN",
  ];
  return [...head, ...events, "END:VCALENDAR"].map((line) => `${folded(line)}\r\n`).join("");
}
