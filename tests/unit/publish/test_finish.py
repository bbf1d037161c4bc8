"""What is done to a finished page: repairs, each held against a page as the theme makes it, and the policy."""

from pathlib import Path
from typing import Any

import pytest
from html_text import read
from mkdocs.commands.build import build
from mkdocs.config import load_config

from pushpull.publish.page.finish import REPAIRS, Page, Repair, finished, repaired
from pushpull.publish.page.head import Head
from pushpull.publish.page.security_policy import carried_styles, with_policy
from pushpull.words import site_words


def repair(html: str) -> str:
    return repaired(html, site_words())


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
    assert each.looks_like.search(untouched), f"fixed by the theme itself: {each.defect}. Take the repair out."


@pytest.mark.parametrize(
    "fixed",
    [
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
        'id="__drawer" aria-label="Menu"',
        'id="__search" aria-label="Open the search"',
        '<span class="pp-unseen">Pages of Part</span><span class="md-nav__icon md-icon"></span>',
        '<div class="pp-scroll" tabindex="0" role="region" aria-label="Table 1"><table class="pp-table">',
    ],
)
def test_each_defect_is_fixed(untouched: str, fixed: str) -> None:
    assert fixed not in untouched
    assert fixed in repair(untouched)


def test_the_skip_link_comes_before_everything_else_that_takes_focus(untouched: str) -> None:
    body = repair(untouched).partition("<body")[2]
    assert body.index('class="md-skip"') < body.index("<input")


def test_a_page_without_defects_is_left_alone() -> None:
    assert repair('<p>Sums</p><table class="pp-sheet"></table>') == '<p>Sums</p><table class="pp-sheet"></table>'


def test_each_table_gets_a_name_of_its_own() -> None:
    names = repair("<table>a</table><table>b</table>")
    assert [names.count('aria-label="Table 1"'), names.count('aria-label="Table 2"')] == [1, 1]


# The policy: what runs is named by hash, and nothing else is let in.

PAGE = '<html><head><meta charset="utf-8"></head><body>{}</body></html>'


def policy(html: str) -> str:
    return read(with_policy(html))[0].one("meta", http_equiv="Content-Security-Policy").attributes["content"]


def test_an_inline_script_is_named_by_its_hash() -> None:
    # printf 'let a = 1' | openssl dgst -sha256 -binary | base64
    assert "'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='" in policy(PAGE.format("<script>let a = 1</script>"))


@pytest.mark.parametrize(
    "script",
    [
        '<script src="a.js"></script>',
        '<script type="application/json">{"a": 1}</script>',
        '<script id="__config" type="application/json">{}</script>',
    ],
)
def test_what_does_not_run_inline_needs_no_hash(script: str) -> None:
    assert "script-src 'self';" in policy(PAGE.format(script))


def test_two_inline_scripts_are_both_named_and_the_same_one_once() -> None:
    html = PAGE.format("<script>a()</script><script>b()</script><script>a()</script>")
    assert policy(html).count("'sha256-") == 2


def test_a_script_goes_on_to_its_end_whatever_tags_its_text_has() -> None:
    page = PAGE.format('<script>if (a < b) c("<p></p>");\nd()</script><p></p>')
    assert "'sha256-4YWWaKOzKZ9WL1THZPDWQULhkx6QhGC4vo/61HVom7M='" in policy(page)


def test_nothing_unsafe_and_no_other_host_is_let_in() -> None:
    found = policy(PAGE.format("<script>a()</script>"))
    assert found.startswith("default-src 'none'; ")
    assert not any(word in found for word in ("unsafe-", "*", "http:", "https:"))


def test_the_policy_comes_before_anything_it_governs() -> None:
    html = with_policy(PAGE.format("<script>a()</script>"))
    assert html.index("Content-Security-Policy") < html.index("<script>")


def test_a_page_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html><body></body></html>")


@pytest.mark.parametrize("script", ["<script>a()", "<SCRIPT>a()</SCRIPT>", "<script>a()</script ><script"])
def test_a_page_with_a_script_that_would_be_blocked_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="named by hash"):
        with_policy(PAGE.format(script))


def test_a_style_sheet_within_the_page_or_a_script_of_the_theme_is_named_by_its_hash() -> None:
    # printf 'a{}' | openssl dgst -sha256 -binary | base64
    own = "'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"
    assert f"style-src 'self' {own};" in policy(PAGE.format("<style>a{}</style>"))
    sheet = f".menu{{color:red;{'top:0;' * 100}}}"
    [carried] = carried_styles(f"""var a='{sheet}',b='{sheet}';c.append(d("style",{{}},a.toString()))""")
    assert f"style-src 'self' {carried};" in with_policy(PAGE.format(""), [carried]).replace("&#x27;", "'")


def test_an_edit_link_of_another_generator_names_the_file_behind_the_page() -> None:
    link = '<a href="https://forge.example/edit/main/docs/{}" title="Edit" rel="edit">'
    page = Page("results/", {}, PAGE.format(link.format("results.md")), ("results.md", "../assessment/model.yml"))
    html = finished(page, Head("app-1", {}, {}, None, "", offline=False), site_words(), guarded=True)
    assert link.format("../assessment/model.yml") in html
