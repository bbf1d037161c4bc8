"""Search finds a practice by the words people bring, not only by ours."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from faults import Faults
from playwright.sync_api import Page, expect
from visitor import visit

MEANT = {
    "budget": "playbook/integration/budget-rebalancing/",
    "newsletter": "playbook/usefulness/invited-contact/",
    "testimonials": "playbook/usefulness/independent-proof/",
    "bad reviews": "playbook/community/open-criticism/",
    "unanswered comments": "playbook/community/two-way-conversation/",
}


def test_the_first_result_is_the_page_meant(page: Page) -> None:
    page.goto("playbook/")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    first = page.locator(".md-search-result__link").first
    for words, place in MEANT.items():
        field.fill(words[:-1])
        field.press_sequentially(words[-1])  # it searches when a key is let go
        expect(first).to_have_attribute("href", re.compile(rf"/{re.escape(place)}(\?|$)"))
        expect(first.locator("p")).not_to_be_empty()
    # By these words a page is found; as a heap they say nothing.
    expect(page.locator(".md-tags")).to_have_count(0)


@pytest.mark.parametrize("lost", ["search_index.json", "search-worker.js*", "bundle.*.min.js", "theme-script.mjs"])
def test_search_that_does_not_come_says_so(page: Page, faults: Faults, lost: str) -> None:
    faults.expect("search")
    faults.expect("ERR_FAILED")
    page.route(f"**/{lost}", lambda route: route.abort())
    visit(page, "assessment/quick/")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.press_sequentially("news")
    told = page.locator(".md-search").get_by_role("status")
    expect(told).to_have_text(
        "Search could not be loaded. It needs the network once: check your connection, then reload the page."
    )
    expect(told).to_be_in_viewport()


def test_what_people_type_finds_the_page_meant_among_the_first_three(
    root: Path, site_dir: Path, node_path: Path
) -> None:
    meant = yaml.safe_load((root / "tests" / "cases" / "search" / "trade_words.yml").read_text(encoding="utf-8"))
    typed = {query: page for page, queries in meant.items() for query in queries}
    (worker,) = (site_dir / "assets" / "javascripts" / "workers").glob("search.*.min.js")
    script = root / "tests" / "support" / "node" / "theme_search.mjs"
    ours = root / "docs" / "assets" / "app" / "search-worker.js"
    command = [node_path, script, worker, ours, site_dir / "search" / "search_index.json"]
    run = subprocess.run(command, input=json.dumps([*typed]), capture_output=True, encoding="utf-8", check=True)
    found = dict(zip(typed, json.loads(run.stdout), strict=True))
    assert len(typed) >= 60
    assert {query: found[query][:3] for query, page in typed.items() if page not in found[query][:3]} == {}


def test_words_of_neighbouring_cells_stay_apart(site_dir: Path) -> None:
    # The index takes the tags of cells out, and puts nothing in their place.
    index = json.loads((site_dir / "search" / "search_index.json").read_text(encoding="utf-8"))
    searched = {entry["location"].partition("#")[0] for entry in index["docs"]}
    glued = re.compile(r"</(?:dt|dd|th|td)><(?:dt|dd|th|td)\b")
    live = re.compile(r"<article data-live.*?</article>", re.DOTALL)  # is not searched
    pages = {url: live.sub("", (site_dir / url / "index.html").read_text(encoding="utf-8")) for url in searched}
    assert len(pages) > 100
    assert [url for url, html in pages.items() if glued.search(html)] == []
