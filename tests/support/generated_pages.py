"""The pages that are generated from a bank, as a reader gets them."""

from dataclasses import dataclass
from typing import Any

from banks import FIXTURES
from html_text import Element, read
from mkdocs.utils import meta
from site_markdown import converter

from pushpull.bank import Bank
from pushpull.pages.pages import Site, site_pages


@dataclass(frozen=True)
class Made:
    """A generated page as a reader gets it."""

    meta: dict[str, Any]
    root: Element
    faults: list[str]


def made(bank: Bank) -> dict[str, Made]:
    """Every page of a bank, by its path."""
    site_markdown = converter(FIXTURES.parents[1] / "mkdocs.yml")
    pages = {}
    for page in site_pages(Site(bank), {}):
        text, data = meta.get_data(page.text)
        pages[page.uri] = Made(data, *read(site_markdown.reset().convert(text)))
    return pages


def quick_of(bank: Bank) -> list[str] | None:
    """What the quick form of a bank asks."""
    return bank.model.forms.quick.practices if bank.model.forms.quick else None


def shown(text: str, bank: Bank) -> str:
    """A text of the bank as a reader sees it."""
    return " ".join(text.replace("{people}", bank.model.words_for_people[0]).split())
