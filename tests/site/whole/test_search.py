"""Search finds a practice by the words people bring, not only by ours."""

import re

from playwright.sync_api import Page, expect

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
        field.fill("")
        field.press_sequentially(words)
        expect(first).to_have_attribute("href", re.compile(rf"/{re.escape(place)}(\?|$)"))
