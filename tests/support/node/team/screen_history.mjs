// A dialog closed by Back, and by its own button; then Forward, and a reload while it is open. Prints which entry one is
// at, the page's own being 0, and whether the dialog is open.
let listens = 0;
class Window extends EventTarget {
  /** @type {EventTarget["addEventListener"]} */
  addEventListener(type, heard) {
    listens += 1;
    super.addEventListener(type, heard);
  }
  /** @type {EventTarget["removeEventListener"]} */
  removeEventListener(type, heard) {
    listens -= 1;
    super.removeEventListener(type, heard);
  }
}
class Dialog extends EventTarget {
  open = true;
  close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  }
}
/** @type {any[]} */
const entries = [{ theirs: 1 }];
let at = 0;
const move = (/** @type {number} */ by) => {
  at += by;
  globalThis.window.dispatchEvent(Object.assign(new Event("popstate"), { state: entries[at] }));
};
const history = {
  get state() {
    return entries[at];
  },
  pushState: (/** @type {any} */ state) => (entries.splice((at += 1), entries.length, state), undefined),
  back: () => move(-1),
};

let visits = 0;
/** @returns {Promise<() => Dialog>} opens one, on a page that has just come */
async function visit() {
  Object.assign(globalThis, { window: new Window(), history });
  const { closeOnBack } = await import(`../../../../docs/assets/app/ui/close-on-back.mjs?${(visits += 1)}`);
  return () => {
    const dialog = new Dialog();
    closeOnBack(dialog);
    return dialog;
  };
}
const open = await visit();
const before = listens;
const first = open();
const found = { opened: [at, first.open, entries[at].theirs] };
history.back();
found.back = [at, first.open];
const second = open();
second.close();
found.button = [at, second.open];
move(1);
found.forward = [at, second.open];
found.listens = listens - before;
open();
await visit();
found.reload = [at];
console.log(JSON.stringify(found));
