/**
 * Parses and links the modules named as arguments, without running any of them.
 * Prints each fault with its place and ends with code 1 when there was one.
 */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import vm from "node:vm";

/** @type {Map<string, Promise<vm.Module>>} */
const modules = new Map();

/**
 * @param {string} path absolute
 * @returns {Promise<vm.Module>} the parsed module, the same one for the same path
 */
function parse(path) {
  const known = modules.get(path);
  if (known) return known;
  const parsed = readFile(path, "utf8").then(
    (text) => new vm.SourceTextModule(text, { identifier: path, initializeImportMeta: () => {} }),
  );
  modules.set(path, parsed);
  return parsed;
}

/**
 * @param {string} name the text after `from`
 * @param {vm.Module} importer
 * @returns {Promise<vm.Module>} the module of that name
 */
async function find(name, importer) {
  if (isBuiltin(name)) {
    const exports = Object.keys(await import(name));
    return new vm.SyntheticModule(exports, () => {}, { identifier: name });
  }
  if (!/^\.\.?\/.*\.mjs$/.test(name)) {
    throw new Error(`imports '${name}', which must start with ./ or ../ and end in .mjs`);
  }
  const path = join(dirname(importer.identifier), name);
  if (!existsSync(path)) throw new Error(`imports '${name}', which is no file`);
  return parse(path);
}

/**
 * @param {unknown} fault
 * @param {string} path
 * @returns {string} the place and the words
 */
function describe(fault, path) {
  // Only `node --check` gives the line of a syntax error.
  const { status, stderr } = spawnSync(process.execPath, ["--check", path], { encoding: "utf8" });
  if (status !== 0) return stderr.split("\n    at ")[0].replace(`${process.cwd()}/`, "").trim();
  return `${path}: ${fault instanceof Error ? fault.message : fault}`;
}

const faults = new Set();
for (const path of process.argv.slice(2)) {
  try {
    const module = await parse(resolve(path));
    if (module.status === "unlinked") await module.link(find);
  } catch (fault) {
    faults.add(describe(fault, path));
  }
}
for (const fault of faults) console.error(fault);
console.log(`${process.argv.length - 2} modules checked, ${faults.size} faults`);
process.exitCode = faults.size ? 1 : 0;
