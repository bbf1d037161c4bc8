/* Working without network is switched off for this site: takes away the worker and the stores of earlier builds. */
"use strict";

const PREFIX = `push-to-pull ${new URL("./", self.location.href).pathname} `;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const leave = async () => {
    for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
    await self.registration.unregister();
  };
  event.waitUntil(leave());
});

/* A page of an earlier build may have called it back in the meantime: it then goes at the next page. */
self.addEventListener("fetch", (event) => event.waitUntil(self.registration.unregister()));
