"""Every generated page: that it is there, and what holds on all of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generated_pages import Made, made
from html_text import Element, read, twice

from pushpull.addresses import PAGES
from pushpull.bank import Bank
from pushpull.pages.links import url_of
from pushpull.pages.pages import Site, site_pages

FRONT_MATTER = {
    "above",
    "title",
    "description",
    "hide",
    "search",
    "search_words",
    "styles",
    "modules",
    "needs",
    "embedded",
}
REFERRING = ("aria-describedby", "aria-labelledby", "aria-controls", "for", "headers", "list")


def test_every_form_dimension_and_practice_has_its_page_in_bank_order(small: Bank) -> None:
    practices = ["lending/loan-book", "lending/opening-times", "lending/reminders", "care/sharp-blades"]
    expected = [
        "assessment/",
        "assessment/quick/",
        "assessment/lending/",
        "assessment/care/",
        "assessment/review/",
        "results/",
        "print/",
        "playbook/",
        "playbook/lending/",
        "playbook/care/",
        *(f"playbook/{practice}/" for practice in [*practices, "care/first-lesson"]),
    ]
    urls = [url_of(page.uri) for page in site_pages(Site(small), {})]
    assert sorted(expected) == sorted(url for url in urls if url in expected)
    assert [url for url in expected if url.count("/") == 3] == [url for url in urls if url in expected[10:]]
    assert [] == twice(urls)


def test_worksheets_sources_and_terms_have_pages_where_there_are_any(bank: Bank) -> None:
    uris = {page.uri for page in site_pages(Site(bank), {})}
    worksheets = {f"worksheets/{worksheet.id}.md" for worksheet in bank.worksheets}
    assert worksheets | {"worksheets/index.md", "method/sources.md", "method/glossary.md"} <= uris


def test_every_page_comes_from_a_file_of_the_bank(any_bank: Bank) -> None:
    assert {page.source for page in site_pages(Site(any_bank), {})} <= set(any_bank.documents)


def test_every_tag_matches(any_pages: dict[str, Made]) -> None:
    assert {} == {uri: page.faults for uri, page in any_pages.items() if page.faults}


def test_every_tag_matches_before_markdown_is_read(bank: Bank) -> None:
    faults = {page.uri: read(page.text)[1] for page in site_pages(Site(bank), {})}
    assert {} == {uri: found for uri, found in faults.items() if found}


def test_an_id_stands_once_on_its_page(any_pages: dict[str, Made]) -> None:
    ids = {uri: [each.attributes.get("id") for each in page.root.within] for uri, page in any_pages.items()}
    assert {} == {uri: found for uri, names in ids.items() if (found := twice(list(filter(None, names))))}


def test_ids_of_a_bank_do_not_meet_those_of_the_page(small: Bank) -> None:
    names = ["key", "playbook", "paper-form", "dimensions"]
    [dimension, *_] = small.model.dimensions
    dimensions = [dimension.model_copy(update={"id": name, "name": name.title(), "practices": []}) for name in names]
    model = small.model.model_copy(update={"dimensions": [*small.model.dimensions, *dimensions]})
    for uri, page in made(replace(small, model=model)).items():
        assert (uri, []) == (
            uri,
            twice([each.attributes["id"] for each in page.root.within if "id" in each.attributes]),
        )


def test_what_an_element_refers_to_stands_on_its_page(any_pages: dict[str, Made]) -> None:
    def missing(root: Element) -> Iterator[str]:
        ids = {each.attributes.get("id") for each in root.within}
        for each in root.within:
            for name in REFERRING:
                yield from (target for target in each.attributes.get(name, "").split() if target not in ids)

    assert {} == {uri: found for uri, page in any_pages.items() if (found := [*missing(page.root)])}


def test_every_page_has_one_title_and_says_what_it_is(any_pages: dict[str, Made]) -> None:
    for uri, page in any_pages.items():
        assert (uri, 1) == (uri, len(page.root.all("h1")))
        assert (uri, True) == (uri, bool(page.meta["title"] and page.meta["description"]))
        assert (uri, set()) == (uri, page.meta.keys() - FRONT_MATTER)


def test_headings_leave_out_no_level(any_pages: dict[str, Made]) -> None:
    for uri, page in any_pages.items():
        levels = [int(each.tag[1]) for each in page.root.within if re.fullmatch("h[1-6]", each.tag)]
        jumps = [after for before, after in zip([0, *levels], levels, strict=False) if after > before + 1]
        assert (uri, []) == (uri, jumps)


def test_the_names_that_no_id_may_take_are_those_of_the_pages_that_are_made(bank: Bank, pages: dict[str, Made]) -> None:
    ids = {*bank.dimension_by_id, *bank.practice_by_id, *bank.worksheet_by_id}
    assert sorted(PAGES) == sorted(uri for uri in pages if Path(uri).stem not in ids)
