"""Rules of a practice's `depth`: long enough to argue, short enough to read, and every figure with its source."""

from collections.abc import Iterator

from pushpull.bank import Bank
from pushpull.loading.document import Location
from pushpull.problem import Problem, did_you_mean
from pushpull.schema.depth import Depth, Example
from pushpull.schema.entries import Practice
from pushpull.text import FIGURE, texts_of, words

SHORTEST, LONGEST = 120, 250  # words of the explanation: less asserts, more is not read to the end
LEAST = {"pitfalls": 3, "settings": 2}
PASSED_OVER = {"case", "found", "example", "reading"}  # the first two name works; an example is imagined


def depth_fits_its_page(bank: Bank) -> Iterator[Problem]:
    """An example in `depth` is a list or a table, and the works that it names are known."""
    for path, practice in bank.files(Practice):
        if practice.depth is not None:
            yield from _example(bank, path, practice.depth.example)
            yield from _works(bank, path, practice.depth)


def explanations_argue(bank: Bank) -> Iterator[Problem]:
    """An explanation in `depth` has 120 to 250 words."""
    for path, practice in bank.files(Practice):
        if practice.depth is None:
            continue
        length = sum(len(words(text)) for text in practice.depth.explained)
        if not SHORTEST <= length <= LONGEST:
            must = f"an explanation must have from {SHORTEST} to {LONGEST} words"
            cure = "say why it works" if length < SHORTEST else "cut what the plays say anyway"
            yield bank.problem(path, ("depth", "explained"), must, f"found {length}", cure)


def depth_warns_and_tells_settings_apart(bank: Bank) -> Iterator[Problem]:
    """`depth` has three pitfalls and two settings, or more."""
    for path, practice in bank.files(Practice):
        for key, least in LEAST.items() if practice.depth else ():
            if (count := len(getattr(practice.depth, key))) < least:
                must = f"`depth.{key}` must have at least {least} entries"
                yield bank.problem(path, ("depth", key), must, f"found {count}", "add to it")


def figures_stand_with_their_works(bank: Bank) -> Iterator[Problem]:
    """A date or a figure in `depth` stands in `case` or `found`, which name their works."""
    for path, practice in bank.files(Practice):
        depth = practice.depth.model_dump(exclude=PASSED_OVER) if practice.depth else {}
        for at, text in texts_of((), depth):
            if figure := FIGURE.search(text):
                must = "a date or a figure must stand in `case` or `found`, with its works"
                found = f'found "{figure[0]}"'
                yield bank.problem(path, ("depth", *at), must, found, "move it there, or take it out")


def _example(bank: Bank, path: str, example: Example) -> Iterator[Problem]:
    at: Location = ("depth", "example")
    if bool(example.lines) == bool(example.rows):
        found = "it has both" if example.lines else "it has neither"
        yield bank.problem(path, at, "an example must have `lines` or `rows`", found, "keep one of them")
    for r, row in enumerate(example.rows):
        if len(row) != len(example.head):
            must = f"a row must have a cell for each of the {len(example.head)} columns"
            yield bank.problem(path, (*at, "rows", r), must, f"found {len(row)}", "fill it, or take the spare ones out")


def _works(bank: Bank, path: str, depth: Depth) -> Iterator[Problem]:
    if bank.unread("references.yml"):
        return
    places: list[tuple[Location, list[str]]] = [(("reading",), depth.reading)]
    places += [(("found", i, "works"), finding.works) for i, finding in enumerate(depth.found)]
    places += [(("case", "works"), depth.case.works)] if depth.case else []
    for at, names in places:
        for index, name in enumerate(names):
            if name not in bank.work_by_id:
                must, found = "this must be the id of a work in references.yml", f'"{name}" is none'
                cure = did_you_mean(name, bank.work_by_id)
                yield bank.problem(path, ("depth", *at, index), must, found, cure)
