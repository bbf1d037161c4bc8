/** Prints each static import of the modules below the folder named as argument, as Node parses them: `from to`. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import process from "node:process";
import vm from "node:vm";

const folder = process.argv[2];
for (const name of readdirSync(folder, { recursive: true })) {
  const path = String(name).replaceAll("\\", "/");
  if (!path.endsWith(".mjs")) continue;
  const parsed = new vm.SourceTextModule(readFileSync(join(folder, path), "utf8"));
  for (const each of new Set(parsed.dependencySpecifiers)) console.log(path, posix.join(dirname(path), each));
}
