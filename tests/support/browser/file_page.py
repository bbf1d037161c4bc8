"""Answers opened from a file on the page of what is kept; for tests in a browser."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page
from visitor import Json, sample, visit_with

PAGE = "assessment/keep/"
STORED = "() => JSON.stringify(Object.entries(localStorage).filter(([key]) => key.startsWith('push-to-pull')).sort())"


def response_with(root: Path, **fields: Any) -> Json:
    return sample(root, "museum-friends") | fields


def choose_file(page: Page, text: str | bytes, name: str = "answers.json") -> None:
    """Choose a file with this text."""
    data = text.encode() if isinstance(text, str) else text
    page.locator("[data-file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})


def begun(page: Page, root: Path, path: str = PAGE) -> Page:
    """The page at `path`, in a browser that holds the answers of the airline."""
    return visit_with(page, sample(root, "low-cost-airline"), path)


def opening(page: Page) -> Locator:
    return page.locator("[data-opening]")


def told(page: Page) -> Locator:
    return page.locator("[data-opened]")


def act(page: Page, name: str) -> None:
    opening(page).get_by_role("button", name=name, exact=True).click()
