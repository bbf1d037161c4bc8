/*
 * Lets the theme (Material 9.8.1) fetch the search index and its worker when search is first used, not on every page.
 * A classic script, since it must run before the theme's own.
 */
(function () {
  "use strict";
  const INDEX = /\/search\/search_index\.json$/;
  const WORKER = /\/javascripts\/workers\/search\./;

  /** Kept once somebody turns to the search, or a page opens with words to mark in it. */
  const wanted = new Promise(function (resolve) {
    if (new URLSearchParams(location.search).has("h")) resolve(undefined);
    document.addEventListener("focusin", function (event) {
      if (event.target.matches("[data-md-component=search-query]")) resolve(undefined);
    });
  });

  const { open, send } = XMLHttpRequest.prototype;
  const waiting = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, url) {
    if (INDEX.test(String(url))) waiting.add(this);
    return open.apply(this, arguments);
  };
  XMLHttpRequest.prototype.send = function () {
    if (!waiting.has(this)) return send.apply(this, arguments);
    wanted.then(() => send.apply(this, arguments));
  };

  const RealWorker = window.Worker;
  /** Stands in for the worker, which is made when it is first sent something. */
  class LateWorker extends EventTarget {
    constructor(url) {
      super();
      this.url = url;
    }
    postMessage(message) {
      if (!this.worker) {
        this.worker = new RealWorker(this.url);
        this.worker.addEventListener("message", ({ data }) =>
          this.dispatchEvent(new MessageEvent("message", { data })),
        );
      }
      this.worker.postMessage(message);
    }
  }
  window.Worker = function (url, options) {
    return WORKER.test(String(url)) ? new LateWorker(url) : new RealWorker(url, options);
  };
})();
