// Another program, which knows the five public modules and nothing else of the site: folder, bank and response come in.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, bankFile, responseFile] = process.argv.slice(2);
const load = (name) => import(new URL(name, `${pathToFileURL(folder)}/`).href);
const { scoreResponse } = await load("score.mjs");
const { recommend } = await load("recommend.mjs");
const { clearAnswer, newResponse, readResponse, serialise, setAnswer, takeSnapshot } = await load("responses.mjs");
const { decode, encode } = await load("share.mjs");
const { agreement, groupResponse, talkFirst } = await load("agreement.mjs");

const bank = JSON.parse(readFileSync(bankFile, "utf8"));
const read = readResponse(bank, readFileSync(responseFile, "utf8"));
const [{ id }] = bank.practices;
const changed = takeSnapshot(clearAnswer(setAnswer(newResponse(bank, "quick"), id, { value: 2 }), id));
console.log(
  JSON.stringify({
    read,
    profile: scoreResponse(bank, read.response),
    advice: recommend(bank, read.response, { daysPerMonth: 20 }),
    group: agreement(bank, [read.response, read.response, changed]),
    together: groupResponse(bank, [read.response, read.response, changed], {}),
    first: talkFirst(agreement(bank, [read.response, changed]).questions).map(({ practice }) => practice),
    link: decode(bank, encode(bank, read.response)),
    written: readResponse(bank, serialise(bank, changed)),
    refused: [null, undefined, 7, Symbol("odd"), "no json", "0".repeat(300_000), {}].map((odd) => [
      readResponse(bank, odd).problems[0].code,
      decode(bank, odd).problems[0].code,
    ]),
  }),
);
