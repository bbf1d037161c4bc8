// @ts-check
/** Keeps the site at hand without network, where its host wants that, and says when a new build has arrived. */
import { ROOT } from "../storage/site.mjs";
import { h } from "../ui/dom.mjs";

/** @returns {Promise<void>} nothing happens where the browser has no service workers, or the page is not secure */
export async function keepOffline() {
  const wanted = document.querySelector('meta[name="push-to-pull:offline"]');
  if (!wanted || !("serviceWorker" in navigator)) return;
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) offerReload(registration.waiting, wanted);
  };
  const registration = await navigator.serviceWorker.register(new URL("sw.js", ROOT), { scope: ROOT.pathname });
  offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
}

/** @param {ServiceWorker} waiting @param {Element} words */
function offerReload(waiting, words) {
  if (document.querySelector("[data-new-build]")) return;
  const reload = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    waiting.postMessage("take over");
  };
  const button = h(
    "button",
    { type: "button", class: "pp-link-button", onclick: reload },
    words.getAttribute("data-reload"),
  );
  const notice = h("div", { class: "pp-new-build", role: "status", "data-new-build": true });
  document.body.append(notice);
  notice.append(words.getAttribute("data-notice") ?? "", " ", button);
}
