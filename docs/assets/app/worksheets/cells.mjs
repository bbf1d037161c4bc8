// @ts-check
/** What is written in a cell, as a value of the type that its column has. Pure. */

/** @typedef {"text"|"number"|"money"|"hours"|"percent"|"choice"|"date"|"yes/no"|"row"} Kind */
/**
 * A column or a question.
 * @typedef {{id: string, title: string, type: Kind, choices?: string[], least?: number, most?: number, blank?: number|string}} Prompt
 */
/** Why a cell has no value. @typedef {"number"|"hours"|"percent"|"choice"|"date"|"yes/no"|"row"|"least"|"most"} Fault */
/**
 * Dates are days since 1970, rows their place in the sheet.
 * @typedef {{blank: true} | {value: number|string|boolean} | {fault: Fault}} Cell
 */

const LARGEST = 1e12;
const DAY = 86_400_000;

/** @param {string} text @returns {string} what two spellings of one thing share */
export const fold = (text) => text.trim().replace(/\s+/g, " ").toLowerCase();

/** @param {string} text as people write numbers, in English or with a comma before the decimals @returns {number|null} */
export function numberOf(text) {
  let plain = text.replace(/[\s'’]/g, "").replace("−", "-");
  plain = plain.replace(/^(-?)[€$£¥]/, "$1").replace(/[€$£¥]$/, "");
  if (/^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(plain)) plain = plain.replaceAll(".", "").replace(",", ".");
  else plain = plain.replace(",", ".");
  if (!/^-?(\d{1,13}(\.\d{0,12})?|\.\d{1,12})$/.test(plain)) return null;
  const number = Number(plain);
  return Math.abs(number) <= LARGEST ? number + 0 : null;
}

/** @param {string} text as 2026-11-21 @returns {number|null} days since 1970 */
export function dayOf(text) {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || isoOf(time / DAY) !== text ? null : time / DAY;
}

/** @param {number} day since 1970 @returns {string} as 2026-11-21 */
export const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

/** @type {Record<string, (text: string) => number|null>} */
const NUMBERS = {
  number: numberOf,
  money: numberOf,
  hours(text) {
    const clock = /^(\d{1,6}):([0-5]\d)$/.exec(text);
    return clock ? Number(clock[1]) + Number(clock[2]) / 60 : numberOf(text.replace(/ ?h$/i, ""));
  },
  percent(text) {
    const number = numberOf(text.replace(/ ?%$/, ""));
    return number === null ? null : number / 100;
  },
};

/**
 * @param {Prompt} prompt
 * @param {string} text
 * @param {Map<string, number>} [rows] the place of each row by its folded name
 * @returns {Cell}
 */
export function readCell(prompt, text, rows = new Map()) {
  const plain = text.trim();
  if (plain === "") return { blank: true };
  const { type } = prompt;
  if (type === "text") return { value: plain };
  if (type === "choice") {
    const chosen = prompt.choices?.find((choice) => fold(choice) === fold(plain));
    return chosen === undefined ? { fault: "choice" } : { value: chosen };
  }
  if (type === "yes/no") {
    const found = ["yes", "y", "no", "n"].indexOf(fold(plain));
    return found < 0 ? { fault: "yes/no" } : { value: found < 2 };
  }
  if (type === "date") {
    const day = dayOf(plain);
    return day === null ? { fault: "date" } : { value: day };
  }
  if (type === "row") {
    const place = rows.get(fold(plain));
    return place === undefined ? { fault: "row" } : { value: place };
  }
  return readNumber(prompt, plain);
}

/** @param {Prompt} prompt @param {string} text @returns {Cell} */
function readNumber({ type, least, most }, text) {
  const number = NUMBERS[type](text);
  const fault = type === "hours" || type === "percent" ? type : "number";
  if (number === null) return { fault };
  const scale = type === "percent" ? 100 : 1;
  if (least !== undefined && number < least / scale) return { fault: "least" };
  if (most !== undefined && number > most / scale) return { fault: "most" };
  return { value: number };
}
