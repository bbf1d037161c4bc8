// @ts-check
/** What the service worker keeps of the site in this browser. */
import { ROOT } from "./site.mjs";

/** @returns {Promise<string[]>} names of its stores */
const stores = async () =>
  "caches" in window ? (await caches.keys()).filter((name) => name.startsWith(`push-to-pull ${ROOT.pathname} `)) : [];

/** Stop the worker and delete its stores. @returns {Promise<string[]>} names of those that are still there */
export async function deleteOfflineCopy() {
  const registration = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistration(ROOT) : undefined;
  await registration?.unregister();
  for (const name of await stores()) await caches.delete(name);
  return stores();
}
