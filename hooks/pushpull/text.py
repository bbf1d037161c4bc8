"""Words and lines of texts, for rules and figures alike."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

WORD = re.compile(r"\{\w+\}|[\w’'-]+")
# A date or a figure that asks where it comes from.
FIGURE = re.compile(r"\b(?:19|20)\d\d\b|\d ?%|\d per ?cent\b|\d[\d.,]* ?(?:times|[mb]illion)\b|\b\w{3,}fold\b")
FENCE = re.compile(r"\s*(?P<sign>`{3,}(?!.*`)|~{3,})")


@lru_cache(maxsize=50_000)  # rules and durations ask for the same texts in turn
def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` in small letters, with a placeholder as one word."""
    return tuple(word.casefold() for word in WORD.findall(text))


def texts_of(at: tuple[str | int, ...], value: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:  # noqa: ANN401 whatever an entry holds
    """Return every text within `value`, which is at `at`, with its place."""
    waiting = [(at, value)]
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, str):
            yield at, value
        elif isinstance(value, dict):
            waiting += [((*at, key), part) for key, part in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [((*at, index), value[index]) for index in range(len(value) - 1, -1, -1)]


def prose_lines(text: str) -> Iterator[tuple[int, str, bool]]:
    """Return number, text and whether it is prose for each line of Markdown; fenced code is none."""
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        sign = match["sign"] if (match := FENCE.match(line)) else ""
        yield number, line, not (fence or sign)
        if not fence:
            fence = sign
        elif sign.startswith(fence) and line.strip() == sign:
            fence = ""
