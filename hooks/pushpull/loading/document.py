"""One file of the bank as read: plain values, and the place of each, so that every fault can name its line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from pushpull.problem import Problem, message

Location: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

DEEPEST = 20  # levels; the bank needs six, and bounded recursion keeps hostile files harmless


@dataclass
class Places:
    """The (line, column) of every key and every value of a file."""

    keys: dict[Location, tuple[int, int]] = field(default_factory=dict)
    marks: dict[Location, tuple[int, int]] = field(default_factory=dict)
    quoted: set[Location] = field(default_factory=set)  # values that begin behind a quotation mark


@dataclass
class Document:
    """One file: `path` as shown to people, its `data`, and where each part of it stands."""

    path: str
    data: Value = None
    whole: bool = False  # False when reading stopped before the end: `data` is then what came before
    braced: dict[Location, str] = field(default_factory=dict)  # the values that hold a brace
    problems: list[Problem] = field(default_factory=list)
    find: Callable[[], Places] = field(default=Places, compare=False, repr=False)

    @cached_property
    def places(self) -> Places:
        """Where things stand, found once somebody asks: of a sound bank nobody does."""
        return self.find()

    @property
    def keys(self) -> dict[Location, tuple[int, int]]:
        """The place of each key."""
        return self.places.keys

    @property
    def marks(self) -> dict[Location, tuple[int, int]]:
        """The place of each value."""
        return self.places.marks

    @property
    def quoted(self) -> set[Location]:
        """The values that begin behind a quotation mark."""
        return self.places.quoted

    def problem(self, at: Location, must: str, found: str, cure: str) -> Problem:
        """Return a problem at the value at `at`, or at the nearest place around it."""
        while at and at not in self.marks:
            at = at[:-1]
        return Problem(self.path, *self.marks.get(at, (1, 1)), message(must, found, cure))

    def key_problem(self, at: Location, must: str, found: str, cure: str) -> Problem:
        """Return a problem at the key of the value at `at`."""
        return Problem(self.path, *self.keys[at], message(must, found, cure))

    def note(self, place: tuple[int, int], must: str, found: str, cure: str) -> None:
        """Keep a problem found while reading, at a (line, column)."""
        self.problems.append(Problem(self.path, *place, message(must, found, cure)))


def place_in(text: str, index: int) -> tuple[int, int]:
    """Return the (line, column), from 1, of the character at `index`."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def short(text: str) -> str:
    """Return `text` on one line, cut to what fits into a message."""
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"
