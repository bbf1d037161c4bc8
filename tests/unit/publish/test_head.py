"""The head of a page: its style sheets, its hints at all it will load, and the front matter that these come from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from html_text import Element, page_at

from pushpull.publish.page.head import STYLE, Head, late
from site_server import SUB_PATH

IMPORTS = {
    "main.mjs": {"a.mjs"},
    "a.mjs": {"deep/b.mjs"},
    "deep/b.mjs": {"c.mjs"},
    "c.mjs": set[str](),
    "late.mjs": set[str](),
    "pages/form.mjs": {"c.mjs"},
}
FILES = {*IMPORTS, "README.txt", "app.css", "form.css", "look.css", "reading.css", "outline.json"}
HEAD = Head("app-1", FILES, IMPORTS, "critical.css", "", offline=False)
ON_EVERY_PAGE = [(path, STYLE) for path in ("critical.css", "app-1/app.css", "app-1/reading.css")]
MODULE, DATA = 'rel="modulepreload"', 'rel="preload" as="fetch" crossorigin'


def hints(head: Head, **meta: object) -> list[tuple[str, str]]:
    return [(hint.path, hint.attributes) for hint in head.hints(meta)]


def test_a_page_hints_at_what_it_starts_and_needs() -> None:
    assert hints(HEAD, modules=["form"], needs=["look.css", "late.mjs"]) == [
        *ON_EVERY_PAGE,
        *((f"app-1/{name}.mjs", MODULE) for name in ("a", "c", "deep/b", "late", "main", "pages/form")),
        ("app-1/look.css", STYLE),
        ("app-1/outline.json", DATA),
    ]


def test_a_page_that_starts_nothing_hints_at_the_main_script_alone() -> None:
    modules = [(f"app-1/{name}.mjs", MODULE) for name in ("a", "c", "deep/b", "main")]
    assert hints(HEAD) == [*ON_EVERY_PAGE, *modules]


def test_without_imports_there_are_no_hints() -> None:
    assert hints(replace(HEAD, imports={}), modules=["form"]) == []


@pytest.mark.parametrize(
    ("meta", "names"),
    [
        ({}, ["app", "reading"]),
        ({"styles": ["form", "reading"]}, ["app", "form", "reading"]),
        ({"styles": "form"}, ["app", "form"]),
        ({"styles": []}, ["app"]),
        ({"styles": None}, ["app"]),
    ],
)
def test_a_page_has_the_style_sheets_that_its_front_matter_names(meta: dict[str, object], names: list[str]) -> None:
    assert HEAD.sheets(meta) == [f"app-1/{name}.css" for name in names]


@pytest.mark.parametrize(
    ("meta", "alone", "when"),
    [
        ({"hide": ["navigation", "toc"]}, True, "search"),
        ({"hide": ["toc"]}, True, "load"),
        ({}, True, "load"),
        ({"hide": ["navigation", "toc"]}, False, "load"),  # with a script of the host, which may count visits, say
    ],
)
def test_the_theme_s_script_waits_for_a_search_where_it_has_no_menu_to_move(
    meta: dict[str, object],
    alone: bool,  # noqa: FBT001 a case of the table
    when: str,
) -> None:
    assert late(meta, alone=alone) == when


def test_what_is_named_and_is_no_file_of_ours_is_found_and_not_hinted_at() -> None:
    meta = {"styles": ["from"], "modules": ["form", "forms"], "needs": ["look.css", "README.txt", 3]}
    assert HEAD.unknown(meta) == ["from.css", "pages/forms.mjs", "README.txt", "3"]
    assert hints(HEAD, **meta | {"styles": []})[-3:] == [
        ("app-1/pages/form.mjs", MODULE),
        ("app-1/look.css", STYLE),
        ("app-1/outline.json", DATA),
    ]


# Every page as it is built: its front matter and what it holds must agree.


@pytest.fixture(scope="module")
def built(site_dir: Path) -> dict[Path, Element]:
    """Every page of the site by its path."""
    return {path: page_at(path) for path in sorted(site_dir.rglob("*.html"))}


def linked(page: Element, **wanted: str) -> list[str]:
    return [link.attributes["href"] for link in page.all("link", **wanted)]


def named(paths: list[str]) -> Iterator[str]:
    """The names of our own files, below their folder."""
    for path in paths:
        _, found, name = path.partition("assets/app-")
        if found:
            yield name.partition("/")[2]


def test_a_page_hints_at_the_modules_it_starts_and_at_no_others(built: dict[Path, Element]) -> None:
    asked = {
        path: {each.attributes.get("data-module") for each in page.within} - {None} for path, page in built.items()
    }
    started = {path: {f"pages/{name}.mjs" for name in names} for path, names in asked.items()}
    for names in started.values():
        if "pages/embed.mjs" in names:  # takes parts of the result from where they are
            names.add("pages/results/results.mjs")
    known = set().union(*started.values())
    assert len(known) == 12
    hinted = {path: known & {*named(linked(page, rel="modulepreload"))} for path, page in built.items()}
    assert started == hinted


@pytest.mark.parametrize(
    ("sheet", "with_it", "without"),
    [
        ("form.css", {"pp-questions"}, {"pp-tasks", "pp-review"}),
        ("tasks.css", {"pp-tasks", "pp-review"}, {"pp-questions"}),
        ("home.css", {"pp-doors"}, set[str]()),
        ("reading.css", {"", "pp-tasks", "pp-review"}, {"pp-questions", "pp-results", "pp-doors"}),
    ],
)
def test_a_page_has_the_style_sheets_that_its_parts_need(
    built: dict[Path, Element], sheet: str, with_it: set[str], without: set[str]
) -> None:
    for path, page in built.items():
        parts = {name for name in with_it | without if name and page.classed(name)} or {""}
        assert (path, sheet in named(linked(page, rel="stylesheet"))) == (path, bool(parts & with_it))


def at_first(page: Element) -> list[Element]:
    """The style sheets and scripts that a page loads at once, in their order."""
    without = {id(each) for noscript in page.all("noscript") for each in noscript.within}
    loading = [*page.all("link", rel="stylesheet"), *(each for each in page.all("script") if "src" in each.attributes)]
    return [each for each in loading if "data-late" not in each.attributes and id(each) not in without]


def test_every_page_hints_at_all_it_loads_and_every_hint_leads_to_a_file(
    built: dict[Path, Element], site_dir: Path
) -> None:
    for path, page in built.items():
        hinted = linked(page, rel="preload") + linked(page, rel="modulepreload")
        assert {each.attributes.get("src") or each.attributes["href"] for each in at_first(page)} <= {*hinted}, path
        # Those of the page for addresses that lead nowhere begin at the root of the host.
        places = [path.parent / place.replace(SUB_PATH, f"{site_dir}/") for place in hinted]
        assert [place for place in places if not place.resolve().is_file()] == []


def test_hints_come_before_all_that_loads(built: dict[Path, Element]) -> None:
    for path, page in built.items():
        order = [link.attributes["rel"] for link in page.all("link")]
        assert order.index("modulepreload") < order.index("stylesheet"), path


def test_a_page_begins_with_a_part_of_the_theme_s_sheet_and_without_its_script(built: dict[Path, Element]) -> None:
    for path, page in built.items():
        names = [PurePosixPath(each.attributes.get("href") or each.attributes["src"]).name for each in at_first(page)]
        assert (names[0].partition(".")[0], names[1], names[-1]) == ("critical", "app.css", "main.mjs"), path
        late = [each.attributes for each in page.within if "data-late" in each.attributes]
        sheets = [each for each in late if "href" in each]
        assert ["disabled" in each for each in sheets] == [True, True]
        scripts = [] if path.parent.parent.name == "embed" else ["text/plain"]  # within another page it never comes
        assert scripts == [each["type"] for each in late if "src" in each]


def test_without_scripts_a_page_has_the_whole_sheet_in_the_same_place(built: dict[Path, Element]) -> None:
    for path, page in built.items():
        names = [link.attributes["href"] for each in page.all("noscript") for link in each.all("link")]
        assert names == linked(page, rel="stylesheet", data_late=""), path
        everything = [PurePosixPath(each).name.partition(".")[0] for each in linked(page, rel="stylesheet")]
        assert everything[:6] == ["critical", "main", "palette", "main", "palette", "app"]
