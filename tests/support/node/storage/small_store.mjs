// A small bank, its answers as a store holds them, and a tab whose store is full.
import { setAnswer } from "../../../../docs/assets/app/response/edit.mjs";
import { readResponse } from "../../../../docs/assets/app/response/read.mjs";
import { unpack } from "../../../../docs/assets/app/storage/stored-text.mjs";
import { random } from "../fake_browser.mjs";

/** @type {import("../../../../docs/assets/app/types.mjs").Bank} */
export const BANK = {
  id: "small",
  bankVersion: "1.0.0",
  levels: [0, 1, 2, 3, 4].map((value) => ({ id: `l${value}`, value })),
  axes: [],
  dimensions: [{ id: "x", axis: "x" }],
  practices: Array.from({ length: 300 }, (_, index) => ({ id: `p${index}`, dimension: "x", anchors: [] })),
};
export const quota = () => new DOMException("no room", "QuotaExceededError");
const isWrite = (call) => call === "setItem";
export const answering = (id, value, note) => (response) => setAnswer(response, id, { value, ...(note && { note }) });
/** @param {any} response */
export const values = ({ answers }) =>
  Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]));
/** @returns {any} the response in the store; null where there is none */
export const stored = (store) => {
  const [text] = store.items.values();
  return text === undefined ? null : readResponse(BANK, unpack(text).text).response;
};
export const drain = (store) => store.drain(random(1));

/** A tab whose store takes nothing while `full`. */
export function fillable(store, state = { full: true }) {
  const tab = store.tab();
  tab.plan = (call) => {
    if (state.full && isWrite(call)) throw quota();
  };
  return { tab, state };
}
