// A dialog closed by Back, and by its own button. Prints how many entries are above the page's own, and whether it is open.
import { closeOnBack } from "../../../../docs/assets/app/ui/close-on-back.mjs";

let above = 0;
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
const window = new Window();
const history = {
  state: null,
  pushState: () => (above += 1),
  back() {
    above -= 1;
    window.dispatchEvent(new Event("popstate"));
  },
};
Object.assign(globalThis, { window, history });

function opened() {
  const dialog = new Dialog();
  closeOnBack(/** @type {any} */ (dialog));
  return dialog;
}
const first = opened();
const found = { opened: [above, first.open] };
history.back();
found.back = [above, first.open];
const second = opened();
second.close();
found.button = [above, second.open];
console.log(JSON.stringify({ ...found, listens }));
