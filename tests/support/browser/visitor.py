"""What a person does on the site, and what the site then holds; for tests in a browser."""

import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from site_server import SUB_PATH

Json = dict[str, Any]
Visit = Callable[..., Page]

KINDS = {
    "front page": "",
    "task list": "assessment/",
    "quick form": "assessment/quick/",
    "questions": "assessment/listening/",
    "review": "assessment/review/",
    "answers on this device": "assessment/keep/",
    "result": "results/",
    "playbook": "playbook/",
    "chapter": "playbook/listening/",
    "practice": "playbook/listening/listening-routine/",
    "plays by effort": "playbook/by-effort/",
    "essay": "playbook/push-and-pull-together/",
    "worksheets": "worksheets/",
    "worksheet": "worksheets/noise-budget/",
    "method": "method/",
    "limits": "method/limits/",
    "hosts": "method/hosting/",
    "formats": "method/formats/",
    "sources": "method/sources/",
    "glossary": "method/glossary/",
    "team": "team/",
    "invitation to a team": "team/answer/",
    "facilitator's guide": "team/guide/",
    "paper form": "print/",
    "no such page": "404.html",
    "page unread, without network": "offline.html",
}  # one page of each kind that the site has
# What is still to start, and what never will: asked for at once, for each question to a page is a way there and back.
UNREADY = "html.no-js, [data-module]:not([data-started]), [data-failed]"
FILL = """room => {
  let size = 8 * 1024 * 1024;
  for (let n = 0; size > 0;) {
    try { localStorage.setItem(`filler-${n}`, 'x'.repeat(size)); n += 1; } catch { size = Math.floor(size / 2); }
  }
  const big = Object.keys(localStorage).find(key => key.startsWith('filler-') && localStorage[key].length > room);
  localStorage.setItem(big, localStorage[big].slice(room));
}"""
# Until `left` is called no further Tab moves the focus on from the element: so several can be pressed at once.
STAY = """element => {
  if (element === document.activeElement) return true;
  const stay = event => {
    if (event.key !== 'Tab' || document.activeElement !== element) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('keydown', stay, true);
  window.left = () => { removeEventListener('keydown', stay, true); return true; };
  return false;
}"""
STRIDE = 5
# A clock of Playwright's is for a whole context, and cannot be taken back.
DAY = """now => {
  const Real = Date;
  const at = new Real(now).getTime();
  window.Date = class extends Real {
    constructor(...given) { super(...(given.length > 0 ? given : [at])); }
    static now() { return at; }
  };
}"""
FAR = 1000  # presses of a key after which a page is held to have no way there

# Of folds that are alike, one shows what all show.
UNFOLD_ONE_OF_EACH = """() => {
  const met = new Set();
  for (const fold of document.querySelectorAll('.md-content details')) {
    const around = fold.parentElement.closest('[data-part], [data-desk], [class]');
    const own = [fold.className, fold.dataset.desk, fold.dataset.key?.split('-', 1)[0]];
    const kind = [...own, around.className, around.dataset.part, around.dataset.desk].join();
    fold.open = !met.has(kind);
    met.add(kind);
  }
}"""


def settled(page: Page) -> Page:
    """The page, once the theme and every module it asks for have started."""
    expect(page.locator(UNREADY)).to_have_count(0)
    if urlsplit(page.url).path.endswith("/results/"):
        # Below its first screen a result is loaded once somebody turns to the page.
        page.mouse.move(1, 1)
        page.mouse.move(2, 2)
        expect(page.locator("[data-rest][aria-busy]")).to_have_count(0)
    return page


def complete(page: Page) -> Page:
    """The page, once every part of it that was wanted has come."""
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
    )  # folds fire an event when they open
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    return page


def visit(page: Page, path: str) -> Page:
    """The page at `path`, ready to be used."""
    page.goto(path)
    return settled(page)


def storing(
    page: Page, response: Mapping[str, Any], beside: Mapping[str, Json] = MappingProxyType({})
) -> AbstractContextManager[Any]:
    """While this lasts, the browser holds the response by the time a page comes; others by what their key ends in."""
    key = f"push-to-pull:{SUB_PATH}:{response['bank']['id']}"
    items = json.dumps([[key + end, json.dumps(each)] for end, each in {"": response, **beside}.items()])
    # By its class: it does not last.
    return Page.add_init_script(page, f"for (const item of {items}) localStorage.setItem(...item)")


def on_day(page: Page, now: str) -> None:
    """From the next visit on, have it be this moment on the page, at the place that the browser is in."""
    page.add_init_script(f"({DAY})({json.dumps(now)})")


def visit_with(page: Page, response: Mapping[str, Any], path: str) -> Page:
    """The page at `path`, ready to be used, in a browser that holds this response by the time it comes."""
    with storing(page, response):
        return visit(page, path)


def visit_list(page: Page, path: str) -> Page:
    """The page of questions at `path`, with all of them shown at once, whatever the width."""
    visit(page, path).get_by_role("checkbox", name="One question at a time").uncheck()
    return page


def bank_of(site: Path) -> Json:
    """The bank that a built site publishes."""
    return dict(json.loads((site / "bank.json").read_text(encoding="utf-8")))


def key_of(page: Page, bank_id: str) -> str:
    """The key under which a site keeps the answers; it names the site's path."""
    path = page.evaluate("() => new URL(document.querySelector('.md-logo').href).pathname")
    return f"push-to-pull:{path}:{bank_id}"


def remember(page: Page, response: Mapping[str, Any]) -> None:
    """Store this response in the browser. The page must be on the site."""
    key = key_of(page, response["bank"]["id"])
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(response)])


def kept(page: Page, bank_id: str) -> Json:
    """The response that the browser holds, without the note of which page wrote what."""
    stored = dict(json.loads(page.evaluate("key => localStorage.getItem(key)", key_of(page, bank_id))))
    return {key: value for key, value in stored.items() if key != "seen"}


def write_on_monday_card(page: Page) -> None:
    """Leave a name for a Monday card that is not made yet."""
    key, text = f"{key_of(page, 'push-to-pull')}:monday", json.dumps({"owner": "Ada"})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def on_monday_card(page: Page) -> Any:
    """What the browser keeps of such a card."""
    key = f"{key_of(page, 'push-to-pull')}:monday"
    return json.loads(page.evaluate("key => localStorage.getItem(key)", key) or "null")


def values_of(response: Mapping[str, Any]) -> Json:
    """The value of each answer, by practice."""
    return {practice: answer["value"] for practice, answer in response["answers"].items()}


def radio(page: Page, practice: str, value: object) -> Locator:
    """The radio of one answer."""
    return page.locator(f'input[name="{practice}"][value="{value}"]')


def choose(page: Page, practice: str, value: object) -> None:
    """Give the answer with the pointer."""
    radio(page, practice, value).check()


def begin_in_full(page: Page, front: str, answers: Mapping[str, int]) -> None:
    """Go from the front page at `front` to the first questions of the full form, and answer these."""
    visit(page, front).locator("[data-door=full]").click()
    page.locator("[data-start=full]").click()
    for practice, level in answers.items():
        choose(page, practice, level)


def tab_to(page: Page, goal: Locator, key: str = "Tab") -> None:
    """Move the focus to `goal` with the Tab key alone."""
    element = goal.element_handle()
    arrived = element.evaluate(STAY)
    for _ in range(FAR // STRIDE):
        if arrived:
            return
        for _ in range(STRIDE):
            page.keyboard.press(key)
        arrived = element.evaluate("element => element === document.activeElement && window.left()")
    message = f"{key} does not lead to {goal}"
    raise AssertionError(message)


def answer_by_keys(page: Page, practice: str, value: object) -> None:
    """Give the answer with Tab, Space and the arrow keys."""
    answers = page.locator(f'input[name="{practice}"]')
    values = answers.evaluate_all("radios => radios.map(radio => radio.value)")
    tab_to(page, answers.first)
    page.keyboard.press("Space")
    for _ in range(values.index(str(value))):
        page.keyboard.press("ArrowDown")
    expect(radio(page, practice, value)).to_be_checked()


def scrolled(page: Page) -> None:
    """Wait until a page of questions has noted where one is in it."""
    page.wait_for_function("() => history.state?.at")


def sample(root: Path, name: str) -> Json:
    """One of the sample responses."""
    text = (root / "assessment" / "samples" / f"{name}.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def fill_storage(page: Page, room: int) -> None:
    """Fill the storage so that about this many more characters fit."""
    page.evaluate(FILL, room)
