"""Where everything in the bank has its page, and how hand-written prose points there by id."""

import posixpath
import re
from collections.abc import Callable

from markupsafe import escape

from pushpull.addresses import WHAT_HURTS
from pushpull.bank import Bank
from pushpull.pages.templating import in_markdown
from pushpull.problem import Problem, message
from pushpull.text import prose_lines
from pushpull.words import fill

# What prose may hold, left to right: code, which stays as it is; a link by id; the id of an idea; a work.
MARKS = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
    r"|\]\((?P<kind>[A-Za-z]+):(?P<id>[^)\s]*)"
    r"| ?\[(?P<idea>[A-Z][A-Z0-9]*-[0-9]{2,})\](?!\()"
    r"|\[@(?P<work>[a-z0-9_-]+)\]"
)
ELSEWHERE = {"http", "https", "mailto", "tel"}  # addresses that begin alike and are no links by id


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
        self.words = bank.words["sources"]

    def to(self, kind: str, name: str) -> str:
        """Return the relative address of a thing, for use in HTML."""
        return self.url(self._known(kind, name))

    def url(self, uri: str) -> str:
        """Return the relative address of the page at `uri`."""
        path, _, fragment = url_of(uri).partition("#")
        return _relative(path, self.here) + (f"#{fragment}" if fragment else "")

    def file(self, kind: str, name: str) -> str:
        """Return the relative path of a thing's Markdown file, for use in Markdown, where MkDocs checks it."""
        path, _, fragment = self._known(kind, name).partition("#")
        relative = posixpath.relpath(path, posixpath.dirname(self.uri) or ".")
        return relative + (f"#{fragment}" if fragment else "")

    def weave(self, text: str, shown: str) -> tuple[str, list[Problem]]:
        """Return prose with what it names by id turned into links, and a problem for each that leads nowhere."""
        problems: list[Problem] = []

        def woven(number: int, line: str) -> str:
            def link(match: re.Match[str]) -> str:
                part = "kind" if match["kind"] else "idea" if match["idea"] else "work"
                if match["code"] or match["kind"] in ELSEWHERE:
                    return match[0]
                kind, name = (match["kind"], match["id"]) if part == "kind" else (part, match[part])
                if uri_of(self.bank, kind, name) is None:
                    problems.append(Problem(shown, number, match.start(part) + 1, _leads_nowhere(kind, name)))
                    return match[0]
                return self._written(kind, name, by_id=part == "kind")

            return MARKS.sub(link, line)

        lines = [woven(number, line) if prose else line for number, line, prose in prose_lines(text)]
        return "\n".join(lines), problems

    def _written(self, kind: str, name: str, *, by_id: bool) -> str:
        target = self.file(kind, name)
        if by_id:
            return f"]({target}"
        if kind == "idea":
            # The space before it is gone, so that no line begins with it.
            return f'[{name}]({target}){{ .pp-cite title="{escape(self.words["cite"])}" }}'
        return f"([{in_markdown(self.work_label(name))}]({target}){{ .pp-work }})"

    def work_label(self, name: str) -> str:
        """Return the short name of a work: its authors and its year."""
        work = self.bank.work_by_id[name]
        authors = re.split(r", | and ", work.authors) if work.authors else [work.title]
        several = {2: "two_authors"}.get(len(authors), "more_authors")
        who = authors[0] if len(authors) == 1 else fill(self.words[several], first=authors[0], second=authors[1])
        return f"{who}, {work.year}" if work.year else who

    def _known(self, kind: str, name: str) -> str:
        uri = uri_of(self.bank, kind, name)
        if uri is None:
            raise KeyError(f"no {kind} is called {name}")
        return uri


def _relative(there: str, here: str) -> str:
    """Return the way from one folder's address to another's; `posixpath.relpath` asks the disk for every link."""
    to, start = there.split("/")[:-1], here.split("/")[:-1]
    shared = len(posixpath.commonprefix([to, start]))
    return "../" * (len(start) - shared) + "".join(f"{step}/" for step in to[shared:]) or "./"


def _leads_nowhere(kind: str, name: str) -> str:
    if kind in FINDERS:
        return message("a link by id must lead somewhere", f'there is no {kind} "{name}"', "correct or remove it")
    return message(f"a link by id must begin with one of {', '.join(FINDERS)}", f'found "{kind}"', "correct it")


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


FINDERS: dict[str, Callable[[Bank, str], str | None]] = {
    "practice": _practice,
    "play": _play,
    "question": _question,
    "dimension": lambda bank, name: f"playbook/{name}.md" if name in bank.dimension_by_id else None,
    "questions": lambda bank, name: f"assessment/{name}.md" if name in bank.dimension_by_id else None,
    "worksheet": lambda bank, name: f"worksheets/{name}.md" if name in bank.worksheet_by_id else None,
    "symptom": lambda bank, name: f"{WHAT_HURTS}#{name}" if name in bank.symptom_by_id else None,
    "term": lambda bank, name: f"method/glossary.md#{name}" if name in bank.term_by_id else None,
    "idea": lambda bank, name: f"method/sources.md#{name.lower()}" if name in bank.idea_by_id else None,
    "work": lambda bank, name: f"method/sources.md#{name}" if name in bank.work_by_id else None,
    "page": lambda _, name: name if name.partition("#")[0].endswith(".md") else None,  # MkDocs checks that it is there
}
