"""Stage seven: the whole of what the bank adds to the docs folder, as values; the hook and `render` only place it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import escape

from pushpull.bank import Bank
from pushpull.browser_data import bank_json, outline_json
from pushpull.inserts import fill
from pushpull.pages import site_pages
from pushpull.problem import Problem

CHAPTERS = "chapters"  # below the docs folder: prose that is woven into generated pages, not pages themselves


@dataclass(frozen=True)
class Generated:
    """A file made from the bank: where it belongs below the docs folder, its text, and the bank file behind it."""

    uri: str
    text: str
    source: str


def read_chapters(docs: Path) -> dict[str, str]:
    """Return the hand-written chapter of each dimension, by the dimension's id."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((docs / CHAPTERS).glob("*.md"))}


def generate(bank: Bank, docs: Path) -> list[Generated]:
    """Return every file that the bank adds to the folder `docs`; what is written there by hand takes precedence."""
    pages = [Generated(page.uri, page.text, page.source) for page in site_pages(bank, read_chapters(docs))]
    data = [
        Generated("bank.json", bank_json(bank), "model.yml"),
        Generated("outline.json", outline_json(bank), "model.yml"),
    ]
    return [file for file in (*pages, *data) if not (docs / file.uri).exists()]


def weave(bank: Bank, uri: str, markdown: str) -> str:
    """Return the hand-written page at `uri` with its pointers by id and its inserts filled from the bank."""
    return fill(bank, uri, markdown)


def navigation(bank: Bank, nav: list[Any]) -> list[Any]:
    """Return `nav` with the words `areas`, `chapters` and `worksheets` replaced by the pages they stand for."""
    pages: dict[str, list[Any]] = {
        "bank:areas": [{d.name: f"assessment/{d.id}.md"} for d in bank.model.dimensions],
        "bank:chapters": [{d.name: f"playbook/{d.id}/index.md"} for d in bank.model.dimensions],
        "bank:worksheets": [
            *(["worksheets/index.md"] if bank.worksheets else []),
            *({w.title: f"worksheets/{w.id}.md"} for w in bank.worksheets),
        ],
    }
    filled: list[Any] = []
    for item in nav:
        if isinstance(item, str) and item in pages:
            filled += pages[item]
        elif isinstance(item, dict):
            filled.append(
                {
                    title: navigation(bank, [*below]) if isinstance(below, list) else below
                    for title, below in item.items()
                }
            )
        else:
            filled.append(item)
    return filled


def with_problems(markdown: str, problems: Sequence[Problem]) -> str:
    """Return a page that begins with what is wrong, for the author who watches it."""
    rows = "".join(f"<li><code>{escape(problem)}</code></li>" for problem in sorted(set(problems)))
    notice = f"<p>The bank has faults. This is its last good state.</p><ul>{rows}</ul>"
    return f'<div class="pp-faults" role="alert">{notice}</div>\n\n{markdown}'
