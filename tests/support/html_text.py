"""HTML read back for tests: its elements, its ids, its words, and every tag that does not match."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias

Attributes: TypeAlias = dict[str, str]

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SILENT = {"script", "style", "template"}


@dataclass
class Element:
    """One element: its tag, its attributes, the elements within it at any depth, and its words."""

    tag: str
    attributes: Attributes
    within: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, with single spaces."""
        return " ".join("".join(self.pieces).split())

    def all(self, tag: str, **attributes: str) -> list["Element"]:
        """The elements within that have this tag and these attributes (an underscore at the end is dropped)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [each for each in self.within if each.tag == tag and wanted.items() <= each.attributes.items()]

    def one(self, tag: str, **attributes: str) -> "Element":
        """The only such element."""
        [found] = self.all(tag, **attributes)
        return found

    def classed(self, name: str) -> list["Element"]:
        """The elements within that have this class."""
        return [each for each in self.within if name in each.attributes.get("class", "").split()]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        self.faults += [f"line {self.getpos()[0]}: {tag} has {n} twice" for n in set(names) if names.count(n) > 1]
        element = Element(tag, {name: value or "" for name, value in attrs})
        for around in self.open:
            around.within.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> where {self.open[-1].tag or 'nothing'} is open")

    def handle_data(self, data: str) -> None:
        for around in self.open:
            if not any(element.tag in SILENT for element in self.open):
                around.pieces.append(data)


def read(html: str) -> tuple[Element, list[str]]:
    """The whole as an element, and a line for each tag that does not match and each attribute given twice."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root, [*reader.faults, *(f"{element.tag} is never closed" for element in reader.open[1:])]


@cache
def page_at(path: Path) -> Element:
    """The page in this file as an element. It is read once for all tests, which look at each page of the built site."""
    return read(path.read_text(encoding="utf-8"))[0]


def twice(values: list[str]) -> list[str]:
    """Return the values that occur more than once."""
    return sorted(value for value, times in Counter(values).items() if times > 1)
