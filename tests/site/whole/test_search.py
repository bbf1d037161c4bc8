"""Search finds a practice by the words people bring, not only by ours."""

import re

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("budget", "playbook/integration/budget-rebalancing/"),
        ("newsletter", "playbook/usefulness/invited-contact/"),
        ("review", "playbook/usefulness/independent-proof/"),
        ("nobody answers comments in public", "playbook/community/two-way-conversation/"),
    ],
)
def test_the_first_result_is_the_page_meant(page: Page, words: str, place: str) -> None:
    page.goto("playbook/")
    page.get_by_role("textbox", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially(words)
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile(rf"/{re.escape(place)}(\?|$)"))
