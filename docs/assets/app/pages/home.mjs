// @ts-check
/** The front page's doors: whoever has begun finds the way back to where they were. */
import { openCurrent } from "../storage/current-response.mjs";
import { sayer } from "../ui/dom.mjs";
import { progress } from "../response/answers.mjs";

/** @param {HTMLElement} root */
export async function start(root) {
  const current = await openCurrent();
  const say = sayer(root);
  const count = progress(current.outline, current.response);
  const door = /** @type {HTMLAnchorElement|null} */ (root.querySelector(`[data-door="${current.response.form}"]`));
  const title = door?.querySelector("strong");
  if (count.answered === 0 || !door || !title) return;
  const done = count.left === 0;
  title.textContent = say(done ? "result" : "resume", { answered: count.answered, of: count.of });
  // The time is that of the whole form.
  const length = door.querySelector("span");
  if (length) length.textContent = door.dataset.form ?? "";
  if (done) door.href = root.dataset.results ?? door.href;
}
