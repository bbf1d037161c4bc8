"""Visits during which a file of the site does not come: what the page then says, and what it has stored."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from playwright.sync_api import Browser, Request, expect
from visitor import Json

from pushpull.words import site_words
from site_server import SUB_PATH

OWN = "/assets/app-"
KEY = f"push-to-pull:{SUB_PATH}:push-to-pull"
MAIN = "/main.mjs"
FRESH = re.compile(r":kept:\w+$")  # ends in an id that is never the same
LONG = 1000  # frames
FRAMES = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(() => {
    done(document.querySelector('#share-size:empty') === null); // what is filled without any request
  })));
  return await frame() && await frame();
}"""
SETTLED = """async () => {
  const waiting = () => document.querySelector('[data-module]:not([data-started]):not([data-failed])');
  const main = document.querySelector('script[src$="main.mjs"]').src;
  // What did not come is not asked for again: the browser remembers.
  const came = await import(main).then(() => true, () => false);
  while (came && waiting()) await new Promise(requestAnimationFrame);
}"""
FILL = """items => {
  localStorage.clear();
  sessionStorage.clear();
  for (const item of items) localStorage.setItem(...item);
}"""
LOOK = """() => {
  for (const each of document.getAnimations()) each.finish(); // a notice comes after some seconds
  const page = document.querySelector('main article');
  const folds = [...page.querySelectorAll('details[open]')].filter(each => each.checkVisibility());
  const bare = each => each.innerText.trim() === each.querySelector('summary').innerText.trim();
  const radios = [...page.querySelectorAll('[data-practice] input[type=radio]:checked')];
  const chosen = radios.filter(each => each.name === each.closest('[data-practice]').dataset.practice);
  return {
    heading: page.querySelector('h1')?.innerText ?? '',
    text: page.innerText.replace(/\\s+/g, ' '),
    waits: [...page.querySelectorAll('[aria-busy=true]')].filter(each => each.checkVisibility()).length,
    bare: folds.filter(bare).map(each => each.innerText),
    chosen: Object.fromEntries(chosen.map(({ name, value }) => [name, value])),
    items: Object.entries(localStorage).filter(([key]) => key.startsWith('push-to-pull:')),
  };
}"""
WORDS = site_words()
OPENED = "[data-opening]:not(:empty), [data-opened]:not(:empty)"
SAVED = str(WORDS["common"]["saved"])
MISSING = [
    str(WORDS[section][key])
    for section, key in (
        ("page", "not_started"),
        ("common", "not_loaded"),
        ("common", "unread"),
        ("open_file_page", "missing"),
        ("practice_page", "missing"),
        ("questions_page", "missing_earlier"),
        ("tools", "qr_missing"),
    )
]


@dataclass
class Visit:
    """A page, and what is done there: scripts, one after the other, then files for its field for files."""

    path: str
    stored: Mapping[str, Json]  # by what the key ends in
    deeds: list[str] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)
    whole: bool = False  # the page says all it must before any script runs
    beyond: "Visit | None" = None  # a visit whose files have had their turn

    @property
    def items(self) -> list[tuple[str, str]]:
        """What is stored at first, by key."""
        return [(KEY + end, json.dumps(response)) for end, response in self.stored.items()]

    @property
    def held(self) -> list[tuple[str, Json]]:
        """What is stored at first, to be compared."""
        return comparable(self.items)

    def with_link(self, gap: str, code: str) -> "Visit":
        """The same with the code of a link in its place."""
        return replace(self, path=self.path.replace(gap, code))


@dataclass
class Seen:
    """What a visit came to."""

    heading: str
    text: str
    waits: int
    bare: list[str]
    chosen: dict[str, str]
    items: list[tuple[str, str]]

    @property
    def tells(self) -> bool:
        """Whether the page says that something is missing, and what to do."""
        return any(notice in self.text for notice in MISSING)

    @property
    def stored(self) -> list[tuple[str, Json]]:
        """What is stored, without what differs each time."""
        return comparable(self.items)

    @property
    def answers(self) -> Json:
        """The stored answers in use."""
        return dict(json.loads(dict(self.items).get(KEY, "{}")).get("answers", {}))


def comparable(items: Iterable[tuple[str, str]]) -> list[tuple[str, Json]]:
    """What is stored, without what differs each time: new ids, and the note of which page wrote what."""
    texts = [(FRESH.sub(":kept:", key), json.loads(text)) for key, text in items]
    return sorted((key, {name: part for name, part in text.items() if name != "seen"}) for key, text in texts)


class Reader:
    """One page in a browser of its own, to which the site can keep files back."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._context = browser.new_context(base_url=url)
        self._context.add_init_script("delete Navigator.prototype.serviceWorker; window.print = () => {};")
        self._page = self._context.new_page()
        self._page.clock.set_fixed_time("2027-01-01T12:00:00Z")
        self._page.goto("404.html")
        self._network = self._context.new_cdp_session(self._page)
        self._network.send("Network.enable")
        self._coming: set[Request] = set()
        self._stirred = False
        self.asked: list[str] = []
        self._page.on("request", self._asks)
        self._page.on("requestfinished", self._has)
        self._page.on("requestfailed", self._has)

    def _asks(self, request: Request) -> None:
        self._coming.add(request)
        self._stirred = True
        if OWN in request.url and request.url not in self.asked:
            self.asked.append(request.url)

    def _has(self, request: Request) -> None:
        self._coming.discard(request)

    def close(self) -> None:
        """Close the browser's context."""
        self._context.close()

    def visit(self, visit: Visit, without: Sequence[str] = ()) -> Seen:
        """What the visit came to in a browser that holds what it says; these files do not come."""
        self._page.evaluate(FILL, visit.items)
        if "#" in visit.path:
            self._page.goto("about:blank")  # from the page itself, such an address would load nothing
        self._coming.clear()
        self._network.send("Network.setBlockedURLs", {"urls": [*without]})
        self._page.goto(visit.path)
        self._start()
        for deed in visit.deeds:
            self._page.evaluate(deed)
            self._rest()
        field = self._page.locator("input[type=file]").first
        if visit.files and field.is_visible():
            field.set_input_files(visit.files)
            expect(self._page.locator(OPENED)).not_to_have_count(0)
        return self._look()

    def again(self) -> Seen:
        """What the same page shows when every file comes."""
        self._network.send("Network.setBlockedURLs", {"urls": []})
        self._page.reload()
        self._start()
        return self._look()

    def _look(self) -> Seen:
        return Seen(**self._page.evaluate(LOOK))

    def _start(self) -> None:
        """Wait until every module has started or failed, and what they asked for has come."""
        self._page.evaluate(SETTLED)
        self._page.mouse.move(1, 1)  # a result loads what is below its first screen once somebody turns to it
        self._rest()

    def _rest(self) -> None:
        """Wait until for two frames nothing is on its way."""
        for _ in range(LONG):
            self._stirred = bool(self._coming)
            if self._page.evaluate(FRAMES) and not self._coming and not self._stirred:
                return
        message = f"still on the way: {[each.url for each in self._coming]}"
        raise AssertionError(message)


def wrong(visit: Visit, seen: Seen, clean: Seen, unscripted: Seen, *, looks: bool) -> Iterator[str]:
    """What must not be, by what the same visit comes to when all files come, and when no script runs.

    With `looks`, nothing but style sheets is missing.
    """
    if not seen.heading:
        yield "the page is blank"
    if seen.waits or seen.bare:
        yield f"waits for what does not come: {seen.bare}"
    if lost := visit.stored[""]["answers"].keys() - seen.answers.keys():
        yield f"lost {sorted(lost)}"
    if SAVED in seen.text and seen.chosen.items() - {(id_, str(each["value"])) for id_, each in seen.answers.items()}:
        yield "says that answers are saved, and they are not"
    if looks:
        if seen.tells:
            yield "says that something is missing, and only its look is"
    elif seen.text == clean.text:
        if seen.stored != clean.stored:
            yield "says the same as ever, and has stored something else"
    elif not seen.tells and not (visit.whole and seen.text == unscripted.text):
        yield "says nothing of what is missing"
