"""The page of the assessments that a browser keeps; for tests in a browser."""

from pathlib import Path

from playwright.sync_api import Locator, Page
from visitor import Json, kept, sample, storing, visit

PAGE, QUESTIONS, PRACTICE = "assessment/keep/", "assessment/listening/", "listening-routine"
OTHERS = "() => Object.keys(localStorage).filter(key => key.includes(':kept:')).length"


def begun(page: Page, root: Path, *others: str) -> Page:
    """The page, in a browser that holds the airline in use and these samples beside it."""
    response = sample(root, "low-cost-airline")
    beside = {f":kept:{each['label']}": each for each in (sample(root, name) for name in others)}
    frame = {"format": "push-to-pull/kept", "version": 1, "before": None}
    with storing(page, response, {end: frame | {"response": each} for end, each in beside.items()}):
        return visit(page, PAGE)


def entry(page: Page, name: str) -> Locator:
    """The row of the assessment with this name."""
    return page.locator("[data-entry]").filter(has=page.get_by_role("heading", name=name, exact=True))


def act(row: Locator, name: str) -> None:
    row.get_by_role("button", name=name).click()


def told(page: Page) -> Locator:
    return page.locator("[data-told]")


def in_use(page: Page) -> Json:
    return kept(page, "push-to-pull")
