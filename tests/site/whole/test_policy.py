"""The policy of every page: everything of the site's own runs, and nothing that was put in."""

import json
from pathlib import Path

import pytest
from faults import Faults
from playwright.sync_api import BrowserContext, Page

KINDS = [
    "",
    "404.html",
    "offline.html",
    "assessment/",
    "assessment/quick/",
    "assessment/review/",
    "print/",
    "results/",
    "playbook/",
    "method/",
    "method/sources/",
    "worksheets/",
]
REPORT = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
  (window.broken ??= []).push(`${violatedDirective} ${blockedURI}`);
});
"""


@pytest.fixture
def policed(context: BrowserContext) -> Page:
    """A page that keeps every breach of its policy."""
    page = context.new_page()
    page.add_init_script(REPORT)
    return page


def kinds(site_dir: Path) -> list[str]:
    bank = json.loads((site_dir / "bank.json").read_text(encoding="utf-8"))
    return [*KINDS, bank["dimensions"][0]["url"], bank["practices"][0]["url"]]


def test_every_page_carries_a_policy_without_unsafe_sources(site_dir: Path) -> None:
    pages = sorted(site_dir.rglob("*.html"))
    assert pages
    for page in pages:
        html = page.read_text(encoding="utf-8")
        assert html.count('http-equiv="Content-Security-Policy"') == 1, page
        assert "unsafe-" not in html.partition("</head>")[0], page


def test_no_page_breaks_its_own_policy(policed: Page, site_dir: Path) -> None:
    broken = {}
    for path in kinds(site_dir):
        policed.goto(path)
        policed.wait_for_load_state("networkidle")
        if found := policed.evaluate("window.broken"):
            broken[path] = found
    assert broken == {}


def test_an_inline_script_that_was_put_in_does_not_run(page: Page, site_dir: Path, faults: Faults) -> None:
    faults.expect("Content Security Policy")
    text = (site_dir / "results" / "index.html").read_text(encoding="utf-8")
    harmed = text.replace("<body", "<script>window.harmed = true</script><body onload='window.harmed = true'", 1)
    page.route("**/results/", lambda route: route.fulfill(body=harmed, content_type="text/html"))
    page.add_init_script(REPORT)
    page.goto("results/")
    page.wait_for_function("window.broken?.length >= 2")
    assert page.evaluate("window.harmed") is None
