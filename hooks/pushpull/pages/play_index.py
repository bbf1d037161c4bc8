"""The plays in groups by which a reader looks for one: by effort, by role, by worksheet."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pushpull.bank import Bank
from pushpull.schema.entries import Play
from pushpull.words import fill


@dataclass(frozen=True)
class Part:
    """Plays under one small heading, in bank order."""

    title: str
    plays: Sequence[Play]


@dataclass(frozen=True)
class Group:
    """Plays under one heading: what they share, in a word or two and in a sentence."""

    id: str
    title: str
    means: str
    parts: Sequence[Part]
    worksheet: str | None = None

    @property
    def plays(self) -> list[Play]:
        """All plays of the group."""
        return [play for part in self.parts for play in part.plays]


def groups(bank: Bank, kind: str) -> list[Group]:
    """Return the plays of `bank` by `kind`, a key of `WAYS`; groups and parts without a play are left out."""
    found = WAYS[kind](bank)
    return [group for group in found if group.plays]


def _by_effort(bank: Bank) -> Iterable[Group]:
    for effort in bank.model.effort:
        parts = [
            Part(dimension.name, [play for play in plays if play.effort == effort.id])
            for dimension in bank.model.dimensions
            if (plays := [p for practice in bank.practices_of(dimension) for p in bank.plays_by_practice[practice.id]])
        ]
        takes = fill(bank.words["play_index"]["takes"], effort=effort.name, means=effort.means)
        means = _sentence(takes if effort.within else f"{effort.means}.")
        yield Group(f"effort-{effort.id.lower()}", _sentence(effort.within or effort.name), means, _filled(parts))


def _by_role(bank: Bank) -> Iterable[Group]:
    for role in bank.model.roles:
        plays = [play for play in bank.plays if play.role == role.id]
        yield Group(f"role-{role.id}", role.name, role.means, _efforts(bank, plays))


def _by_worksheet(bank: Bank) -> Iterable[Group]:
    for worksheet in bank.worksheets:
        plays = [play for play in bank.plays if play.worksheet == worksheet.id]
        id_, title = f"worksheet-{worksheet.id}", worksheet.title
        yield Group(id_, title, worksheet.purpose, _efforts(bank, plays), worksheet.id)


def _efforts(bank: Bank, plays: Sequence[Play]) -> list[Part]:
    return _filled(
        Part(_sentence(effort.within or effort.name), [play for play in plays if play.effort == effort.id])
        for effort in bank.model.effort
    )


def _sentence(text: str) -> str:
    """Return `text` with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def _filled(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if part.plays]


WAYS: Mapping[str, Callable[[Bank], Iterable[Group]]] = {
    "effort": _by_effort,
    "role": _by_role,
    "worksheet": _by_worksheet,
}
