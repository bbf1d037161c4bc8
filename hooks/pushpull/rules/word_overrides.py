"""What a bank says in its own words in place of ours, and the rule that each of them fits its place."""

from collections.abc import Iterator, Mapping
from typing import Any

from pushpull.bank import Bank
from pushpull.loading.document import Location
from pushpull.problem import Problem, did_you_mean
from pushpull.words import GAP, site_words

FILE = "words.yml"


def own_words_fit(bank: Bank) -> Iterator[Problem]:
    """Each text takes the place of one of ours, with the same gaps to fill, and one for each number where ours has."""
    ours = site_words()
    for section, texts in bank.own_words.words.items():
        if section not in ours:
            must, cure = (
                "words must belong to a part of the site",
                did_you_mean(section, ours, f"use {', '.join(ours)}"),
            )
            yield bank.problem(FILE, ("words", section), must, f'there is no "{section}"', cure)
            continue
        for key, text in texts.items():
            yield from _fits(bank, ("words", section, key), text, ours[section])


def _fits(bank: Bank, at: Location, text: str | list[str], ours: Mapping[str, Any]) -> Iterator[Problem]:
    key = str(at[-1])
    if key not in ours:
        cure = did_you_mean(key, ours, "see hooks/pushpull/templates/words.yml for those there are")
        yield bank.problem(FILE, at, "a text must take the place of one there is", f'there is no "{key}"', cure)
        return
    ours_many, many = isinstance(ours[key], list), isinstance(text, list)
    if ours_many != many:
        must = "it must be a list of two texts, for one and for other numbers" if ours_many else "it must be one text"
        yield bank.problem(FILE, at, must, "found a list" if many else "found one text", "write it so")
        return
    gaps = {gap for each in _texts(ours[key]) for gap in GAP.findall(each)}
    for strange in sorted({gap for each in _texts(text) for gap in GAP.findall(each)} - gaps):
        known = ", ".join(f"{{{gap}}}" for gap in sorted(gaps)) or "no gap"
        found = f"found {{{strange}}}"
        yield bank.problem(FILE, at, "a gap must be one that the site fills", found, f"use {known}")


def _texts(text: str | list[str]) -> list[str]:
    return text if isinstance(text, list) else [text]
