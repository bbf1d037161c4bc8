// @ts-check
/** A short sheet as a link to its page, behind the # so that no host is sent it; and looked into before anything changes. */
import { canCompress, compress, decompress } from "../../../links/deflate.mjs";
import { isBlank, written } from "../../../worksheets/sheet.mjs";
import { sheetsIn } from "../../../worksheets/file.mjs";
import { preview } from "./preview.mjs";
import { sayMore } from "./panel.mjs";

/** @typedef {import("../worksheet.mjs").SheetPage} SheetPage */

const LONGEST = 2000; // characters: what mail and chat programs carry whole
const LARGEST = 200_000; // bytes of a sheet

/** @param {SheetPage} page @returns {Promise<string|null>} null where it is too long, or the browser cannot compress */
export async function linkOf({ sheet, filled }) {
  const rows = filled.rows.filter((row) => !isBlank(row));
  const code = canCompress() ? await compress(written({ ...filled, rows }, sheet), LARGEST) : null;
  const link = code && `${location.href.split("#")[0]}#s=${code}`;
  return link && link.length <= LONGEST ? link : null;
}

/** @param {SheetPage} page @param {string} code from the address */
export async function openCode(page, code) {
  const say = await sayMore();
  const text = canCompress() ? await decompress(code, LARGEST) : null;
  const found = text === null ? [] : sheetsIn(text);
  history.replaceState(null, "", location.href.split("#")[0]); // what is looked into once is not asked again
  if (found.length === 0) return page.tell(say("link_damaged"));
  preview(page, say, found, say("from_link"));
}
