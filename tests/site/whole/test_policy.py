"""The policy of every page: everything of the site's own runs, and nothing that was put in."""

from pathlib import Path

import pytest
from faults import NOTE_BREACHES, Faults
from playwright.sync_api import BrowserContext, Page, expect
from visitor import complete, sample, visit_with


@pytest.fixture
def policed(context: BrowserContext) -> Page:
    """A page that keeps every breach of its policy."""
    page = context.new_page()
    page.add_init_script(NOTE_BREACHES)
    return page


def test_every_page_carries_a_policy_without_unsafe_sources(site_dir: Path) -> None:
    pages = sorted(site_dir.rglob("*.html"))
    assert pages
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert html.count('http-equiv="Content-Security-Policy"') == 1, page
        assert "unsafe-" not in html.partition("</head>")[0], page


def test_a_result_breaks_no_policy_and_asks_no_other_host(policed: Page, root: Path, faults: Faults) -> None:
    complete(visit_with(policed, sample(root, "low-cost-airline"), "results/"))
    expect(policed.locator("[data-result]")).to_be_visible()
    assert [policed.evaluate("window.broken"), faults.unexpected] == [None, []]


def test_an_inline_script_that_was_put_in_does_not_run(page: Page, site_dir: Path, faults: Faults) -> None:
    faults.expect("Content Security Policy")
    text = (site_dir / "results" / "index.html").read_text(encoding="utf-8")
    harmed = text.replace("<body", "<script>window.harmed = true</script><body onload='window.harmed = true'", 1)
    page.route("**/results/", lambda route: route.fulfill(body=harmed, content_type="text/html"))
    page.add_init_script(NOTE_BREACHES)
    page.goto("results/")
    page.wait_for_function("window.broken?.length >= 2")
    assert page.evaluate("window.harmed") is None
