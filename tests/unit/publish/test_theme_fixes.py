"""Repairs of the theme, each held against a page as the theme makes it."""

from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from pushpull.publish import theme_fixes
from pushpull.publish.theme_fixes import REPAIRS, Repair
from pushpull.words import site_words


def repair(html: str) -> str:
    return theme_fixes.repair(html, site_words())


@pytest.fixture(scope="module")
def untouched(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page in a section of the menu, as the theme makes it with this project's settings."""
    folder = tmp_path_factory.mktemp("theme")
    docs = folder / "docs"
    (docs / "part").mkdir(parents=True)
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (docs / "part" / "index.md").write_text("# Part\n\n## Numbers\n\n|a|b|\n|-|-|\n|1|2|\n", encoding="utf-8")
    (docs / "part" / "more.md").write_text("# More\n", encoding="utf-8")
    settings: dict[str, Any] = {"docs_dir": str(docs), "site_dir": str(folder / "site"), "hooks": [], "not_in_nav": ""}
    nav = ["index.md", {"Part": ["part/index.md", "part/more.md"]}]
    config = load_config(str(root / "mkdocs.yml"), nav=nav, extra_css=[], extra_javascript=[], **settings)
    build(config)
    return (folder / "site" / "part" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("each", REPAIRS, ids=lambda each: each.defect)
def test_the_theme_still_has_the_defect(untouched: str, each: Repair) -> None:
    assert each.looks_like.search(untouched), f"mended by the theme itself: {each.defect}. Take the repair out."


@pytest.mark.parametrize(
    "mended",
    [
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
        'id="__drawer" aria-label="Menu"',
        'id="__search" aria-label="Open the search"',
        '<span class="pp-unseen">Pages of Part</span><span class="md-nav__icon md-icon"></span>',
        '<div class="pp-scroll" tabindex="0" role="region" aria-label="Table 1"><table class="pp-table">',
    ],
)
def test_a_page_is_mended(untouched: str, mended: str) -> None:
    assert mended not in untouched
    assert mended in repair(untouched)


def test_the_skip_link_comes_before_everything_else_that_takes_focus(untouched: str) -> None:
    body = repair(untouched).partition("<body")[2]
    assert body.index('class="md-skip"') < body.index("<input")


def test_a_page_without_defects_is_left_alone() -> None:
    assert repair('<p>Sums</p><table class="pp-sheet"></table>') == '<p>Sums</p><table class="pp-sheet"></table>'


def test_each_table_gets_a_name_of_its_own() -> None:
    names = repair("<table>a</table><table>b</table>")
    assert [names.count('aria-label="Table 1"'), names.count('aria-label="Table 2"')] == [1, 1]
