"""Titles and descriptions fit into what search engines show of a page, and are read as the page says them."""

from html import unescape
from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from mkdocs.utils import meta

from pushpull.pages.front_matter import parts, title_of
from pushpull.pages.site import CHAPTERS, generate

TITLE_AT_MOST = 60  # the name of the site comes after it
DESCRIPTION = range(50, 161)


@pytest.fixture(scope="module")
def front_matter(root: Path) -> dict[str, dict[str, Any]]:
    """What each page, made or written by hand, says of itself."""
    docs = root / "docs"
    written = {path.relative_to(docs): path.read_text(encoding="utf-8") for path in docs.rglob("*.md")}
    pages = {uri.as_posix(): text for uri, text in written.items() if uri.parts[0] != CHAPTERS}
    made = generate(own_bank(), docs)
    pages |= {file.uri: file.text for file in made if file.uri.endswith(".md")}
    return {uri: meta.get_data(text)[1] for uri, text in pages.items()}


def test_every_title_is_shown_whole(front_matter: dict[str, dict[str, Any]]) -> None:
    lengths = {uri: len(unescape(str(said.get("title", "")))) for uri, said in front_matter.items()}
    assert {} == {uri: length for uri, length in lengths.items() if not 0 < length <= TITLE_AT_MOST}


def test_every_description_is_long_enough_to_choose_by_and_shown_whole(front_matter: dict[str, dict[str, Any]]) -> None:
    lengths = {uri: len(unescape(str(said.get("description", "")))) for uri, said in front_matter.items()}
    assert {} == {uri: length for uri, length in lengths.items() if length not in DESCRIPTION}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: 'About us'\n---\n# Other\n", "About us"),
        ('---\ntitle: "Us: who \\"we\\" are"\n---\n', 'Us: who "we" are'),
        ("--- \ntitle: About us\n...\n", "About us"),
        ("---\ntitle: 2026\n---\n", "2026"),
        ("# About us\n", "About us"),
        ("One.\n\n# About us # {: #about }\n\n# More\n", "About us"),
        ("---\nhide: [toc]\n---\n# About us\n\n```yaml\n---\ntitle: Wrong\n```\n", "About us"),
        ("```\n# Wrong\n```\n\n# About us\n", "About us"),
        ("---\ntitle: [\n---\n# About us\n", "About us"),
        ("## A part\n", "about.md"),
    ],
)
def test_the_title_of_a_page_is_what_it_says_else_its_heading(text: str, title: str) -> None:
    assert title_of(own_bank(), "about.md", *parts(text)) == title


def test_a_chapter_has_the_name_of_its_dimension() -> None:
    assert title_of(own_bank(), "playbook/listening.md", *parts("## Why it matters\n")) == "Listening and research"
