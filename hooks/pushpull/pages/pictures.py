"""Pictures of the framework as shapes, drawn from words: labels in, places out. `inserts/picture.jinja` prints them."""

import math
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

WIDE = 420  # of every picture: on a phone its letters are still 11 pixels high
LINE = 16  # from one line of a label to the next
RAMP = 5  # colours from push to pull


@dataclass(frozen=True)
class Shape:
    """A filled outline with a label in its middle; `step` is its colour, `open` draws it in dashes."""

    path: str
    x: float
    y: float
    lines: Sequence[str]
    step: int
    open: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture: what it is called, what it shows in words, its height, its shapes, and the lines between them."""

    title: str
    text: str
    high: float
    shapes: Sequence[Shape]
    arrows: Sequence[str] = field(default_factory=tuple)
    links: Sequence[str] = field(default_factory=tuple)


def pictures(words: Mapping[str, Any]) -> dict[str, Picture]:
    """Return the pictures by name, with the words of one section of words.yml."""
    return {
        name: make(words[f"{name}_title"], words[f"{name}_text"], _labels(words, name))
        for name, make in PICTURES.items()
    }


def _labels(words: Mapping[str, Any], name: str) -> list[str]:
    numbered = [f"{name}_{n}" for n in range(1, 20)]
    return [words[key] for key in numbered if key in words]


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z"


def _wrapped(text: str, width: float) -> list[str]:
    return textwrap.wrap(text, max(8, int(width / 7.2)))


def _loop(title: str, text: str, labels: Sequence[str]) -> Picture:
    """Down the right side and up the left one, from what people bring to what they find and back."""
    rows, wide, high, gap = (len(labels) + 1) // 2, 184, 62, 30
    right, top, shapes = WIDE - wide - 2, 2, []
    for index, label in enumerate(labels):
        down = index < rows
        row = index if down else len(labels) - 1 - index
        x, y = (right if down else 2), top + row * (high + gap)
        lines = _wrapped(f"{index + 1}. {label}", wide)
        shapes.append(Shape(_box(x, y, wide, high), x + wide / 2, y + high / 2, lines, _colour(index, len(labels))))
    last = top + (rows - 1) * (high + gap)
    sides = [f"M{right + wide / 2:g} {top + r * (high + gap) + high:g}v{gap - 3}" for r in range(rows - 1)]
    sides += [f"M{2 + wide / 2:g} {top + (r + 1) * (high + gap):g}v{3 - gap}" for r in range(rows - 1)]
    ends = [f"M{right:g} {last + high / 2:g}H{wide + 5}", f"M{wide + 2} {top + high / 2:g}H{right - 3:g}"]
    return Picture(title, text, last + high + 2, shapes, [*sides, *ends])


def _colour(index: int, of: int) -> int:
    """Return a colour of the ramp: the last step on the right is push, and those across from it are pull."""
    away = abs(index - (of // 2 - 1))
    return round(min(away, of - away) / (of // 2) * (RAMP - 1))


def _ladder(title: str, text: str, labels: Sequence[str]) -> Picture:
    """A stair from the bottom left to the top right."""
    high, rise = 30, 34
    shift = (WIDE - 250) / (len(labels) - 1)
    shapes = []
    for index, label in enumerate(labels):
        y = 2 + (len(labels) - 1 - index) * rise
        step = round(index / (len(labels) - 1) * (RAMP - 1))
        shapes.append(Shape(_box(index * shift + 1, y, 248, high), index * shift + 125, y + high / 2, [label], step))
    return Picture(title, text, len(labels) * rise + 2, shapes)


def _funnel(title: str, text: str, labels: Sequence[str]) -> Picture:
    """Two funnels side by side: the first half of the labels narrows downwards, the second widens."""
    half, wide, high = len(labels) // 2, 200, 52
    shapes = []
    for index, label in enumerate(labels):
        second, row = divmod(index, half)
        middle = 103 + second * 214
        upper, lower = (_narrow(row, half, turned=bool(second)), _narrow(row + 1, half, turned=bool(second)))
        y = 2 + row * (high + 4)
        path = f"M{middle - upper * wide / 2:g} {y:g}h{upper * wide:g}L{middle + lower * wide / 2:g} {y + high:g}"
        path += f"h{-lower * wide:g}z"
        lines = _wrapped(label, max(96, min(upper, lower) * wide))
        step = (3 if second else 0) + 2 * row // half
        shapes.append(Shape(path, middle, y + high / 2, lines, step))
    return Picture(title, text, 2 + half * (high + 4), shapes)


def _narrow(row: int, rows: int, *, turned: bool) -> float:
    share = row / rows
    return 0.5 + 0.5 * (share if turned else 1 - share)


def _around(title: str, text: str, labels: Sequence[str], *, missing: bool = False) -> Picture:
    """The first label in the middle, the others around it; the last one may not be there yet."""
    middle, away, (need, *others) = (WIDE / 2, 168.0), (140, 114), labels
    shapes, links = [], []
    for index, label in enumerate(others):
        angle = 2 * math.pi * index / len(others) - math.pi / 2
        x, y = middle[0] + away[0] * math.cos(angle), middle[1] + away[1] * math.sin(angle)
        links.append(f"M{middle[0]:g} {middle[1]:g}L{x:.0f} {y:.0f}")
        is_open = missing and index == len(others) - 1
        shapes.append(Shape(_circle(x, y, 53), x, y, _wrapped(label, 92), 3, open=is_open))
    shapes.append(Shape(_circle(*middle, 57), *middle, _wrapped(need, 92), 2))
    return Picture(title, text, 337, shapes, links=links)


def _journey(title: str, text: str, labels: Sequence[str]) -> Picture:
    """Down in steps to the right; only the last one can be seen from inside, and is filled otherwise."""
    wide, high, gap, shapes, arrows = 250, 40, 22, [], []
    shift = (WIDE - wide - 2) / (len(labels) - 1)
    for index, label in enumerate(labels):
        x, y = 1 + index * shift, 1 + index * (high + gap)
        last = index == len(labels) - 1
        shapes.append(
            Shape(
                _box(x, y, wide, high),
                x + wide / 2,
                y + high / 2,
                _wrapped(label, wide),
                4 if last else 2,
                open=not last,
            )
        )
        if not last:
            arrows.append(f"M{x + wide / 2 + shift / 2:.0f} {y + high:g}v{gap - 3}")
    return Picture(title, text, len(labels) * (high + gap) - gap + 2, shapes, arrows)


def _grid(title: str, text: str, labels: Sequence[str]) -> Picture:
    """Two by two, row by row, in the colours of the map."""
    wide, high, gap, shapes = 206, 84, 6, []
    for index, (label, step) in enumerate(zip(labels, (1, 4, 0, 3), strict=True)):
        x, y = 1 + index % 2 * (wide + gap), 1 + index // 2 * (high + gap)
        shapes.append(Shape(_box(x, y, wide, high), x + wide / 2, y + high / 2, _wrapped(label, wide - 26), step))
    return Picture(title, text, 2 * high + gap + 2, shapes)


def _circle(x: float, y: float, radius: float) -> str:
    return f"M{x - radius:.0f} {y:.0f}a{radius} {radius} 0 1 0 {2 * radius} 0a{radius} {radius} 0 1 0 {-2 * radius} 0z"


PICTURES: Mapping[str, Callable[[str, str, Sequence[str]], Picture]] = {
    "loop": _loop,
    "ladder": _ladder,
    "funnel": _funnel,
    "constellation": partial(_around, missing=True),
    "points": _around,
    "journey": _journey,
    "promise": _loop,
    "demand": _grid,
}
