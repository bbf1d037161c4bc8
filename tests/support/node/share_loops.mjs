// Loops over the codes of share.mjs that would take minutes as calls one by one. Named from docs/assets/app/ as
// "../../../tests/support/node/share_loops".
import { seal } from "../../../docs/assets/app/links/bits.mjs";
import { messageOf } from "../../../docs/assets/app/response/messages.mjs";
import { readResponse } from "../../../docs/assets/app/response/read.mjs";
import { decode, decodeWithNotes, encode } from "../../../docs/assets/app/links/link.mjs";
import { compress } from "../../../docs/assets/app/links/deflate.mjs";
import { randomFrom } from "./random.mjs";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const OTHERS = [".", "~", " ", "+", "/", "=", "%", "é", "\u0000", "\ud83d"];

const accepted = (bank, texts) => texts.filter((text) => decode(bank, text).response !== null);

/** Those of all single-character changes, and the number tried: at each place each other character. */
export function mutants(bank, code) {
  const texts = [...code].flatMap((own, at) =>
    [...ALPHABET, ...OTHERS]
      .filter((each) => each !== own)
      // A blank at an end goes when the text is trimmed; what is left is a code cut short.
      .map((each) => code.slice(0, at) + each + code.slice(at + 1)),
  );
  return { tried: texts.length, accepted: accepted(bank, texts) };
}

/** The same for a character too few at any place, one too many, two neighbours swapped, and every cut. */
export function slips(bank, code) {
  const places = Array.from(code, (_, at) => at);
  const texts = [
    ...places.map((at) => code.slice(0, at) + code.slice(at + 1)),
    ...places.flatMap((at) => [...ALPHABET].map((each) => code.slice(0, at) + each + code.slice(at))),
    ...places.slice(1).map((at) => code.slice(0, at - 1) + code[at] + code[at - 1] + code.slice(at + 1)),
    ...places.map((at) => code.slice(0, at)),
    ...places.slice(1).map((at) => code.slice(at)),
    code.toLowerCase(),
    code.toUpperCase(),
    code + code,
  ].filter((text) => text !== code);
  return { tried: texts.length, accepted: accepted(bank, texts) };
}

/** Random texts of four kinds through both readers: how many were refused, with a reason each; the rest, if any. */
export function randomTexts(bank, seed, count, say) {
  const random = randomFrom(seed);
  const file = JSON.stringify({ format: "push-to-pull/response", version: 1, bank: { id: bank.id }, answers: {} });
  const kinds = [
    () => Array.from({ length: random(60) }, () => ALPHABET[random(64)]).join(""),
    () => Array.from({ length: random(60) }, () => String.fromCharCode(random(0x10000))).join(""),
    // Right checksum, random rest: what a reader of the bits must bear.
    () => seal(bank.id, `${1 + random(2)}${Array.from({ length: random(40) }, () => ALPHABET[random(64)]).join("")}`),
    () => file.slice(0, random(file.length)) + '{}[],:"\\0e-'[random(11)] + file.slice(random(file.length)),
  ];
  const found = { codes: 0, files: 0, unexplained: /** @type {string[]} */ ([]), touched: 0 };
  const touch = () => /** @type {any} */ (found.touched += 1);
  // Any use of it at all, to read or to write, counts.
  const watched = new Proxy({}, { get: touch, set: touch, has: touch, ownKeys: touch, deleteProperty: touch });
  for (const name of ["localStorage", "sessionStorage", "indexedDB"])
    Object.defineProperty(globalThis, name, { configurable: true, get: () => (touch(), watched) });
  for (let index = 0; index < count; index += 1) {
    const text = kinds[index % kinds.length]();
    for (const [key, read] of Object.entries({ codes: decode, files: readResponse })) {
      const { response, problems } = read(bank, text);
      if (response !== null) found[key] += 1;
      else if (problems.length !== 1 || !/\.$/.test(messageOf(problems[0], say))) found.unexplained.push(text);
    }
  }
  for (const name of ["localStorage", "sessionStorage", "indexedDB"]) delete globalThis[name];
  return found;
}

/** A code with these as its notes, compressed and sealed as the right ones are. */
export async function withNotes(bank, response, notes) {
  const text = typeof notes === "string" ? notes : JSON.stringify(notes);
  return seal(bank.id, `${encode(bank, response)}.${await compress(text, Infinity)}`);
}

/** What `decodeWithNotes` makes of a code whose compressed part is given as it is. */
export const ofBody = (bank, response, body) =>
  decodeWithNotes(bank, seal(bank.id, `${encode(bank, response)}.${body}`));
