// @ts-check
/** What the pictures of worksheets share: names cut to their room, and a key below. */
import { s } from "../../ui/dom.mjs";
import { at, label } from "../svg.mjs";

/** @typedef {{title: string, description: string, isNarrow: boolean}} Frame */
/**
 * What a picture says: by key, or as the part of the sheet is called that it shows.
 * @typedef {object} PictureWords
 * @property {import("../../types.mjs").Say} say
 * @property {string} language
 * @property {(part: string) => string|undefined} column
 * @property {(part: string) => string|undefined} figure
 * @property {(value: number) => string} shown
 */

/** @param {string} text @param {number} most characters @returns {string} */
export const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);

const LINE = 18;

/** @param {number} y @param {[Element, string][]} entries a mark and what it stands for @returns {SVGElement} under one another, since names may be long */
export const key = (y, entries) =>
  s("g", {}, ...entries.map(([mark, text], index) => at("0", y + index * LINE, at("8", -4, mark), label(24, 0, text))));

/** @param {number} entries @returns {number} pixels that they take */
export const keyHeight = (entries) => entries * LINE;
