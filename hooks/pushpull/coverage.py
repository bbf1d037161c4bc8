"""Where each idea of the articles is taught, assessed, advised and worked: a bank and its pages in, rows out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pushpull.bank import Bank
from pushpull.problem import Problem
from pushpull.schema.entries import Play, Practice
from pushpull.schema.library import Idea
from pushpull.schema.worksheet import Worksheet

CITED = re.compile(r"\[([A-Z][A-Z0-9]*-[0-9]{2,})\](?!\()")
MISSING = {
    "taught": ("be taught on a page", "no page cites", "cite it where it belongs"),
    "assessed": ("be asked about", "no practice cites", "cite it in the practice that asks about it"),
    "advised": ("lead to a play", "no play lifts a practice that cites", "write one, or cite the idea elsewhere"),
    "worked": ("have a worksheet", "none informs a practice that cites", "let a worksheet inform one of them"),
}


@dataclass(frozen=True)
class Covered:
    """One idea, with the pages, practices, plays and worksheets where it is found."""

    idea: Idea
    taught: tuple[str, ...]
    assessed: tuple[Practice, ...]
    advised: tuple[Play, ...]
    worked: tuple[Worksheet, ...]


def coverage(bank: Bank, pages: Mapping[str, str]) -> list[Covered]:
    """Return a row for each idea, in the order of the articles; `pages` are Markdown written by hand, by any name."""
    taught: dict[str, list[str]] = {}
    for name, text in pages.items():
        for idea in dict.fromkeys(CITED.findall(text)):
            taught.setdefault(idea, []).append(name)
    return [_row(bank, idea, tuple(taught.get(idea.id, ()))) for idea in bank.idea_by_id.values()]


def _row(bank: Bank, idea: Idea, taught: tuple[str, ...]) -> Covered:
    assessed = tuple(practice for practice in bank.practices if idea.id in practice.sources)
    ids = {practice.id for practice in assessed}
    plays = tuple(play for practice in assessed for play in bank.plays_by_practice[practice.id])
    cites = [worksheet for worksheet in bank.worksheets if idea.id in worksheet.sources]
    informs = [each for each in bank.worksheets if each not in cites and ids.intersection(each.informs)]
    return Covered(idea, taught, assessed, plays, (*cites, *informs))


def gaps(bank: Bank, pages: Mapping[str, str]) -> Iterator[Problem]:
    """Return a problem for each idea that is missing somewhere."""
    places = {
        idea.id: ("sources", s, "ideas", i, "id")
        for s, source in enumerate(bank.references.sources)
        for i, idea in enumerate(source.ideas)
    }
    for row in coverage(bank, pages):
        for part, (must, found, cure) in MISSING.items():
            if not getattr(row, part):
                at = places[row.idea.id]
                yield bank.problem("references.yml", at, f"every idea must {must}", f'{found} "{row.idea.id}"', cure)
