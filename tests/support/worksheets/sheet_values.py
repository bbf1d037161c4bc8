"""The values of a worksheet: what is missing, rows as values, and where an expression stands."""

from dataclasses import dataclass
from typing import Any

LARGEST = 1e15


class Missing(Exception):  # noqa: N818 nothing is wrong
    """There is no value."""


class NoRow(Missing):
    """There is no value since a cell names no row."""


@dataclass(frozen=True)
class RowRef:
    """A row as a value; none where `index` is None."""

    index: int | None


@dataclass(frozen=True)
class At:
    """Where an expression stands."""

    rows: list[int]
    row: int | None = None
    here: int | None = None
    key: str | None = None
    number: int | None = None
    series: str | None = None
    column: str | None = None


def fold(value: Any) -> Any:
    return " ".join(value.split()).lower() if isinstance(value, str) else value


def known(value: Any, prompt: Any) -> Any:
    if value is not None:
        return value
    if prompt.type == "text":
        return ""
    if prompt.blank is not None:
        return False if prompt.blank == "no" else prompt.blank
    raise Missing


def every(found: list[bool | None], *, stop: bool) -> bool:
    if stop in found:
        return stop
    if None in found:
        raise Missing
    return not stop
