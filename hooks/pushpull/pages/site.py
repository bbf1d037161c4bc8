"""Stage seven: the whole of what the bank adds to the docs folder, as values; the hook and `render` only place it."""

import os.path
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import escape

from pushpull import addresses
from pushpull.bank import Bank, shown
from pushpull.collector import at_rest
from pushpull.pages.bank_json import json_files
from pushpull.pages.front_matter import fault
from pushpull.pages.inserts import fill
from pushpull.pages.pages import Site, site_pages
from pushpull.pages.play_index import WAYS, groups
from pushpull.paths import APP, PROJECT
from pushpull.problem import BankError, Problem, did_you_mean, message
from pushpull.releases import has_changed

CHAPTERS = "chapters"  # below the docs folder: prose that is woven into generated pages, not pages themselves
OWN_ASSETS = PROJECT / "docs" / "assets"
PICTURE = ".png"


@dataclass(frozen=True)
class Generated:
    """A file made from the bank: where it belongs below the docs folder, its text, and the bank file behind it.

    A page written by hand, whose inserts and links the bank has filled, has no such file.
    """

    uri: str
    text: str
    source: str | None


@at_rest()
def generate(bank: Bank, docs: Path) -> list[Generated]:
    """Return every file that the bank adds to the folder `docs`, or changes in it.

    A page that is there already, written by hand, takes the place of the one the bank would make.
    Raises: BankError with every insert and every link by id, in any page or chapter, that leads nowhere.
    """
    site = Site(bank, frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*.md")))
    problems: list[Problem] = []
    chapters = _chapters(site, docs, problems)
    filled = [_written(site, docs, path, problems) for path in sorted(docs.rglob("*.md")) if not _hidden(path, docs)]
    if problems:
        raise BankError(problems, "the pages")
    public, loaded = json_files(bank)
    made = [
        *(Generated(page.uri, page.text, page.source) for page in site_pages(site, chapters, _by_hand(docs))),
        Generated("bank.json", public, "model.yml"),
        # With the scripts, whose folder is named by content: a page never meets the bank of another build.
        *(Generated(f"{APP}/{name}", text, "model.yml") for name, text in loaded.items()),
    ]
    return [*filter(None, filled), *(file for file in made if not (docs / file.uri).exists())]


def default_assets(docs: Path) -> Mapping[str, Path]:
    """Return the scripts and styles that `docs` has not got, by their place there.

    So a site with a docs folder of its own need not copy them, and may replace any of them. Our pictures show our site.
    """
    found = {f"assets/{path.relative_to(OWN_ASSETS).as_posix()}": path for path in sorted(OWN_ASSETS.rglob("*"))}
    ours = {uri: path for uri, path in found.items() if path.is_file() and path.suffix != PICTURE}
    return {uri: path for uri, path in ours.items() if not (docs / uri).exists()}


def navigation(bank: Bank, nav: Sequence[Any], docs: Path | None = None) -> list[Any]:
    """Return `nav` with what begins with `bank:` (a key of `pages` below) replaced by the pages it names.

    Titles are escaped, since themes print them as they are. A section that is left with no page goes; so does a page
    for which this bank holds nothing, such as a glossary, unless it was written by hand in `docs`.
    """
    without = {uri for uri in _not_made(bank) if docs and not (docs / uri).exists()}
    pages: dict[str, list[Any]] = {
        "bank:forms": [{_title(form.title): f"assessment/{name}.md"} for name, form in bank.model.forms.short.items()],
        "bank:questions": [{_title(d.name): f"assessment/{d.id}.md"} for d in bank.model.dimensions],
        "bank:chapters": [{_title(d.name): f"playbook/{d.id}.md"} for d in bank.model.dimensions],
        "bank:plays": [addresses.PLAYS_BY[kind] for kind in WAYS if groups(bank, kind)],
        "bank:worksheets": [
            *([addresses.WORKSHEETS] if bank.worksheets else []),
            *({_title(w.title): f"worksheets/{w.id}.md"} for w in bank.worksheets),
        ],
    }

    def filled(items: Sequence[Any]) -> Iterator[Any]:
        for item in items:
            if isinstance(item, str) and (item in pages or item in without):
                yield from pages.get(item, [])
            elif isinstance(item, dict):
                below = {title: [*filled(part)] if isinstance(part, list) else part for title, part in item.items()}
                if kept := {
                    title: part
                    for title, part in below.items()
                    if part != [] and not (isinstance(part, str) and part in without)
                }:
                    yield kept
            else:
                yield item

    return [*filled(nav)]


def _not_made(bank: Bank) -> list[str]:
    """Return the pages of the site for which this bank holds nothing."""
    made = {
        addresses.QUICK: bank.model.forms.quick,
        addresses.EMBED: bank.model.forms.quick,
        addresses.WHAT_HURTS: bank.symptoms.groups,
        addresses.SOURCES: bank.references.sources or bank.references.works,
        addresses.GLOSSARY: bank.glossary.terms,
        addresses.CHANGES: has_changed(bank),
    }
    return [uri for uri, there in made.items() if not there]


def with_problems(markdown: str, problems: Sequence[Problem], lead: str) -> str:
    """Return a page that begins with what is wrong, for the author who watches it."""
    rows = "".join(f"<li><code>{escape(problem)}</code></li>" for problem in sorted(set(problems)))
    notice = f"<p>{escape(lead)}</p><ul>{rows}</ul>"
    return f'<div class="pp-faults" role="alert">{notice}</div>\n\n{markdown}'


def edit_address(bank_folder: Path, docs: Path, source: str) -> str | None:
    """Return the address of a bank file beside that of the docs folder, for links that open the file to edit it.

    There is none where the two lie on two drives of Windows.
    """
    try:
        return Path(os.path.relpath(bank_folder / source, docs)).as_posix()
    except ValueError:
        return None


def read_page(path: Path, problems: list[Problem]) -> str:
    """Return the text of a page, empty if it is not UTF-8; that goes to `problems`, as does faulty front matter."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        found = message("a page must be UTF-8 text", "it is not", "save it again with that encoding")
        problems.append(Problem(shown(path), 1, 1, found))
        return ""
    if wrong := fault(text):
        problems.append(Problem(shown(path), wrong[0], 1, wrong[1]))
    return text


def _chapters(site: Site, docs: Path, problems: list[Problem]) -> dict[str, str]:
    """Return the hand-written chapter of each dimension, by the dimension's id, filled from the bank."""
    chapters = {}
    for path in sorted((docs / CHAPTERS).glob("*.md")):
        if path.stem not in site.bank.dimension_by_id:
            cure = did_you_mean(path.stem, site.bank.dimension_by_id, "rename or delete it")
            must = "a chapter must be named by the id of a dimension"
            problems.append(Problem(shown(path), 1, 1, message(must, f'found "{path.stem}"', cure)))
            continue
        chapters[path.stem], found = fill(site, f"playbook/{path.stem}.md", read_page(path, problems), shown(path))
        problems += found
    return chapters


def _by_hand(docs: Path) -> dict[str, str]:
    """Return what was written by hand, by the page on which it stands; a chapter stands on that of its dimension."""
    pages = {}
    for path in sorted(docs.rglob("*.md")):
        uri = path.relative_to(docs)
        uri = Path("playbook", path.name) if uri.parts[0] == CHAPTERS else uri
        if not _hidden(path, docs) or path.parent == docs / CHAPTERS:
            pages[uri.as_posix()] = read_page(path, [])
    return pages


def _written(site: Site, docs: Path, path: Path, problems: list[Problem]) -> Generated | None:
    """Return a page written by hand if the bank changes it."""
    uri, before = path.relative_to(docs).as_posix(), read_page(path, problems)
    text, found = fill(site, uri, before, shown(path))
    problems += found
    return Generated(uri, text, None) if text != before else None


def _hidden(path: Path, docs: Path) -> bool:
    """Return whether `path` is a chapter, or a file such as editors leave behind, which MkDocs passes over too."""
    parts = path.relative_to(docs).parts
    return parts[0] == CHAPTERS or any(part.startswith(".") for part in parts) or not path.is_file()


def _title(text: str) -> str:
    return str(escape(text))
