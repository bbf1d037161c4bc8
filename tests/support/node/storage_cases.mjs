// What the storage modules promise, with stores that stand in for a browser's. Prints the cases that fail, as JSON.
import { TAB_CASES } from "./storage/tab_cases.mjs";
import { TROUBLE_CASES } from "./storage/trouble_cases.mjs";

const failed = {};
for (const [name, check] of Object.entries({ ...TROUBLE_CASES, ...TAB_CASES })) {
  try {
    await check();
  } catch (error) {
    failed[name] = error instanceof Error ? String(error.stack) : String(error);
  }
}
console.log(JSON.stringify(failed));
