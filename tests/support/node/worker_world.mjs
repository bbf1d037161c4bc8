// Runs a service worker in a small world, whose host has the files of a folder. Reads {worker, folder, root, steps} as
// JSON, prints what came of each step as JSON.
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { World, pathOf } from "./fake_worker.mjs";

const { worker, folder, root, steps } = JSON.parse(readFileSync(0, "utf8"));
const TYPES = { ".html": "text/html; charset=utf-8", ".mjs": "text/javascript", ".json": "application/json" };
let headers = {};

/** What the host has at a path; other sites lie beside this one. */
function fromFolder(path) {
  const html = { "Content-Type": TYPES[".html"], ...headers };
  if (!path.startsWith(root)) return new Response("<h1>Another site</h1>", { headers: html });
  const place = join(folder, path.slice(root.length));
  const file = existsSync(place) && statSync(place).isDirectory() ? join(place, "index.html") : place;
  if (!existsSync(file)) return null;
  return new Response(readFileSync(file), { headers: { "Content-Type": TYPES[extname(file)] ?? "", ...headers } });
}

const world = new World(root, fromFolder);
let active = world.start(worker);

/** In a word or two: the status and the text, who answered, or that nobody did. */
async function get(path, mode) {
  try {
    const answer = await world.ask(active, path, mode);
    return answer ? `${answer.status} ${await answer.text()}` : "left alone";
  } catch {
    return "no answer";
  }
}

const deeds = {
  network: (how) => void (world.network = how),
  headers: (all) => void (headers = all),
  full: (is) => void (world.full = is),
  broken: (is) => void (world.broken = is),
  browser: (files) => void (world.browserHas = files),
  windows: (paths) => void (world.windows = paths),
  worker: (text) => void (active = world.start(text)),
  install: async () => (await world.handle(active, "install")).failed ?? "installed",
  activate: async () => (await world.handle(active, "activate")).failed ?? "active",
  message: (data) => world.handle(active, "message", { data }).then(() => world.left.splice(0)),
  open: (path) => get(path, "navigate"),
  load: (path) => get(path, "no-cors"),
  asked: () => world.asked.splice(0).sort(),
  stored: () =>
    Object.fromEntries([...world.stores].map(([name, { entries }]) => [name, [...entries.keys()].map(pathOf).sort()])),
};

const came = [];
for (const [deed, argument] of steps) came.push((await deeds[deed](argument)) ?? null);
console.log(JSON.stringify(came));
