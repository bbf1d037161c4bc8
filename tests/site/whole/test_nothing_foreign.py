"""Every page of the built site asks nothing of another host and reports no error."""

from pathlib import Path

from faults import Faults
from playwright.sync_api import Page, expect
from visitor import sample, settled, visit_with


def test_no_page_asks_another_host_or_reports_an_error(page: Page, site_dir: Path, faults: Faults) -> None:
    pages = sorted(path.relative_to(site_dir).as_posix() for path in site_dir.rglob("*.html"))
    assert "results/index.html" in pages
    for path in pages:
        page.goto(path.removesuffix("index.html"))
        settled(page)
        assert faults.unexpected == [], path


def test_a_result_asks_no_other_host(page: Page, root: Path, faults: Faults) -> None:
    visit_with(page, sample(root, "retail-bank"), "results/")
    expect(page.locator("[data-result]")).to_be_visible()
    assert faults.unexpected == []
