"""A result by link: its link taken, and the link followed; for tests in a browser."""

import re

from playwright.sync_api import Page, expect
from visitor import key_of, settled

OWN, OTHER = "e-bike-motors", "low-cost-airline"
BANNER = "You are viewing a shared result."


def link_of(page: Page) -> str:
    """The link of the result that is shown, ready to be opened from anywhere."""
    page.locator("[data-desk=sharing] > summary").click()
    field = page.get_by_label("Link", exact=True)
    expect(field).to_have_value(re.compile("#r="))
    return field.input_value()


def forget(page: Page) -> None:
    page.evaluate("() => localStorage.clear()")


def stored(page: Page) -> str:
    return str(page.evaluate("key => localStorage.getItem(key)", key_of(page, "push-to-pull")))


def follow(page: Page, link: str) -> Page:
    page.goto("about:blank")
    page.goto(link)
    return settled(page)


def headline(page: Page) -> str:
    return page.locator("[data-part=headline]").inner_text()
