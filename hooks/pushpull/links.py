"""Where everything in the bank has its page, and how hand-written prose points there by id."""

import posixpath
import re
from collections.abc import Callable, Iterator

from pushpull.bank import Bank
from pushpull.problem import BankError, Problem

POINTER = re.compile(r"\]\((?P<kind>practice|play|dimension|area|worksheet|term|page):(?P<id>[^)\s]+)\)")
CITATION = re.compile(r"\[(?P<idea>[A-Z][A-Z0-9]*-[0-9]{2,})\](?!\()")
WORK = re.compile(r"\[@(?P<work>[a-z0-9-]+)\]")
CODE = re.compile(r"(`[^`]*`)")


def uri_of(bank: Bank, kind: str, name: str) -> str | None:
    """Return where the thing called `name` has its page, below the docs folder, with fragment; None if unknown."""
    finder = FINDERS.get(kind)
    return finder(bank, name) if finder else None


def url_of(uri: str) -> str:
    """Return the address of the page at `uri`, below the site's root: `a/b.md#c` becomes `a/b/#c`."""
    path, _, fragment = uri.partition("#")
    path = path.removesuffix(".md")
    folder = path.removesuffix("index") if path == "index" or path.endswith("/index") else f"{path}/"
    return folder + (f"#{fragment}" if fragment else "")


class Linker:
    """Makes links that are right on the page at `uri`."""

    def __init__(self, bank: Bank, uri: str) -> None:
        self.bank = bank
        self.uri = uri
        self.here = url_of(uri)

    def to(self, kind: str, name: str) -> str:
        """Return the relative address of a thing, for use in HTML."""
        return self.url(self._known(kind, name))

    def url(self, uri: str) -> str:
        """Return the relative address of the page at `uri`."""
        path, _, fragment = url_of(uri).partition("#")
        relative = posixpath.relpath(path or ".", self.here or ".")
        folder = "./" if relative == "." else f"{relative}/"
        return folder + (f"#{fragment}" if fragment else "")

    def file(self, kind: str, name: str) -> str:
        """Return the relative path of a thing's Markdown file, for use in Markdown, where MkDocs checks it."""
        path, _, fragment = self._known(kind, name).partition("#")
        relative = posixpath.relpath(path, posixpath.dirname(self.uri) or ".")
        return relative + (f"#{fragment}" if fragment else "")

    def weave(self, text: str, shown: str) -> str:
        """Return prose with its pointers by id turned into links.

        Raises: BankError naming every pointer in the file `shown` that leads nowhere.
        """
        problems: list[Problem] = []
        lines = [self._weave_line(line, shown, number, problems) for number, line in enumerate(text.split("\n"), 1)]
        if problems:
            raise BankError(problems)
        return "\n".join(lines)

    def _weave_line(self, line: str, shown: str, number: int, problems: list[Problem]) -> str:
        def link(kind: str, name: str, column: int) -> str:
            if uri_of(self.bank, kind, name) is None:
                message = f'a link must name a known {kind}, but found "{name}": correct or remove it'
                problems.append(Problem(shown, number, column, message))
                return ""
            return self.file(kind, name)

        def pointer(match: re.Match[str]) -> str:
            return f"]({link(match['kind'], match['id'], match.start() + 1)})"

        def citation(match: re.Match[str]) -> str:
            target = link("idea", match["idea"], match.start() + 1)
            return f'[{match["idea"]}]({target}){{ .pp-cite title="Source" }}'

        def work(match: re.Match[str]) -> str:
            target = link("work", match["work"], match.start() + 1)
            return f"([{self._work_label(match['work'])}]({target}))"

        parts = CODE.split(line)
        for index in range(0, len(parts), 2):
            part = POINTER.sub(pointer, parts[index])
            part = CITATION.sub(citation, part)
            parts[index] = WORK.sub(work, part)
        return "".join(parts)

    def _work_label(self, name: str) -> str:
        for work in self.bank.references.works:
            if work.id == name:
                first = (work.authors or work.title).split(",")[0].split(" and ")[0]
                return f"{first} {work.year}" if work.year else first
        return name

    def _known(self, kind: str, name: str) -> str:
        uri = uri_of(self.bank, kind, name)
        if uri is None:
            raise KeyError(f"no {kind} is called {name}")
        return uri


def _practice(bank: Bank, name: str) -> str | None:
    dimension = bank.dimension_by_practice.get(name)
    return f"playbook/{dimension.id}/{name}.md" if dimension and name in bank.practice_by_id else None


def _play(bank: Bank, name: str) -> str | None:
    play = bank.play_by_id.get(name)
    page = _practice(bank, play.practice) if play else None
    return f"{page}#{name}" if page else None


def _question(bank: Bank, name: str) -> str | None:
    dimension = bank.dimension_by_practice.get(name)
    return f"assessment/{dimension.id}.md#q-{name}" if dimension else None


def _among(names: Iterator[str], name: str, uri: str) -> str | None:
    return uri if name in set(names) else None


FINDERS: dict[str, Callable[[Bank, str], str | None]] = {
    "practice": _practice,
    "play": _play,
    "question": _question,
    "dimension": lambda bank, name: _among((d.id for d in bank.model.dimensions), name, f"playbook/{name}/index.md"),
    "area": lambda bank, name: _among((d.id for d in bank.model.dimensions), name, f"assessment/{name}.md"),
    "worksheet": lambda bank, name: _among((w.id for w in bank.worksheets), name, f"worksheets/{name}.md"),
    "term": lambda bank, name: _among((t.id for t in bank.glossary.terms), name, f"method/glossary.md#{name}"),
    "idea": lambda bank, name: f"method/sources.md#{name.lower()}" if name in bank.idea_by_id else None,
    "work": lambda bank, name: _among((w.id for w in bank.references.works), name, f"method/sources.md#{name}"),
}
