// Loops over sealed codes that would take minutes as calls one by one. Named from docs/assets/app/ as
// "../../../tests/support/node/sealed_loops".
import { collect } from "../../../docs/assets/app/group/collect.mjs";
import { writeHandedIn } from "../../../docs/assets/app/group/handed-in.mjs";
import { newRound } from "../../../docs/assets/app/group/round.mjs";
import { HEAD, MARK, TAIL, sealText } from "../../../docs/assets/app/group/sealed-code.mjs";
import { seal } from "../../../docs/assets/app/links/bits.mjs";
import { randomFrom } from "./random.mjs";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const WANTED = { name: "Team", form: "full", mode: /** @type {const} */ ("closed"), roles: true, expected: null };
const DAY = "2026-11-28";

const pick = (random, from) => from[random(from.length)];
const other = (random, char) =>
  pick(
    random,
    [...ALPHABET].filter((each) => each !== char),
  );
const replaced = (text, at, by, length = 1) => text.slice(0, at) + by + text.slice(at + length);
const resealed = (code) => seal(MARK, code.slice(0, -TAIL));

/** Each makes another text of a code, none of which may be taken for it. */
const MUTATIONS = [
  (code, random, at = random(code.length)) => replaced(code, at, other(random, code[at])),
  (code, random, at = random(code.length)) => replaced(code, at, "", 1 + random(3)),
  (code, random, at = MARK.length + random(code.length - MARK.length)) =>
    replaced(code, at, other(random, code[at]) + code[at], 1),
  (code, random) => code.slice(0, random(code.length)),
  (code, random) => code.slice(1 + random(code.length)),
  // Whole again as far as the checksum says, but not as it was sealed.
  (code, random, at = HEAD + random(code.length - HEAD - TAIL - 1)) =>
    resealed(replaced(code, at, other(random, code[at]))),
  (code, random, at = MARK.length + random(8)) => resealed(replaced(code, at, other(random, code[at]))),
  (code, random) =>
    resealed(
      code.slice(0, HEAD) +
        Array.from({ length: code.length - HEAD - TAIL }, () => pick(random, ALPHABET)).join("") +
        "00000",
    ),
  (code, random) => Array.from({ length: random(400) }, () => String.fromCharCode(random(0x2fff))).join("") + MARK,
  (code, random) => `#r=${Array.from({ length: random(80) }, () => pick(random, ALPHABET)).join("")}`,
  (code, random) =>
    `{"format":"push-to-pull/response","version":${random(3)},"answers":{"__proto__":{"value":${random(9)}}}}`,
  (code) => `${code.slice(0, 60)} ${code.slice(90)}`,
];

/** The code of a person's answers. */
async function codeOf(bank, round, response, id) {
  const text = await writeHandedIn(bank, response, { id, role: "service" });
  return String(await sealText(round.keys.publicKey, String(text)));
}

/** Texts, out of `count` made from a code, that threw, changed a round or were taken for answers. */
export async function accepted(bank, response, count, seed) {
  const random = randomFrom(seed);
  const round = await newRound(bank, WANTED, DAY);
  const code = await codeOf(bank, round, response, "anna");
  const { round: held } = await collect(bank, round, code);
  const found = [];
  for (let n = 0; n < count; n += 1) {
    const text = MUTATIONS[n % MUTATIONS.length](code, random);
    const { round: after, counts } = await collect(bank, held, text).catch((error) => ({
      round: null,
      counts: { error },
    }));
    if (after !== held || counts.added + counts.replaced + counts.same > 0) found.push(text);
  }
  return { found, members: held.members.length };
}

/** How many of `people` codes, all in one text, a round takes in; and those of a second round. */
export async function crowd(bank, response, people) {
  const [round, another] = [await newRound(bank, WANTED, DAY), await newRound(bank, WANTED, DAY)];
  const codes = [];
  for (let n = 0; n < people; n += 1) {
    codes.push(await codeOf(bank, n % 10 === 9 ? another : round, response, `person-${n}`));
  }
  const heap = codes
    .map((code, n) => `> From: person ${n}\n> ${code.replace(/(.{70})/g, "$1\n> ")}\n>\n> Regards\n`)
    .join("");
  const { round: after, counts, elsewhere } = await collect(bank, round, heap);
  return { members: after.members.length, counts, elsewhere: elsewhere.length };
}

/** What a round takes in of these texts, one after the other, made from codes of it by a pattern with {0}, {1}… */
export async function taken(bank, response, patterns, ids = ["anna", "bert"]) {
  let round = await newRound(bank, WANTED, DAY);
  const codes = [];
  for (const id of ids) codes.push(await codeOf(bank, round, response, id));
  const counts = [];
  for (const pattern of patterns) {
    const text = pattern.replace(/\{(\d)(?:\|(\d+)\|([^}]*))?\}/g, (_, n, every, between) =>
      every ? codes[n].match(new RegExp(`.{1,${every}}`, "g")).join(JSON.parse(`"${between}"`)) : codes[n],
    );
    const found = await collect(bank, round, text);
    round = found.round;
    counts.push(found.counts);
  }
  return { counts, members: round.members };
}

/** Codes of so many people for a round. */
export async function codes(bank, round, response, people) {
  const found = [];
  for (let n = 0; n < people; n += 1) found.push(await codeOf(bank, round, response, `person-${n}`));
  return found;
}
