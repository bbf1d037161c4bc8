"""The page of the assessments that a browser keeps; for tests in a browser."""

from pathlib import Path

from playwright.sync_api import Locator, Page
from visitor import Json, kept, sample, visit, visit_with

PAGE, QUESTIONS, PRACTICE = "assessment/keep/", "assessment/listening/", "listening-routine"
OTHERS = "() => Object.keys(localStorage).filter(key => key.includes(':kept:')).length"
ADD = """([path, response]) => {
  const text = JSON.stringify({format: 'push-to-pull/kept', version: 1, response, before: null});
  localStorage.setItem(`push-to-pull:${path}:push-to-pull:kept:${response.label}`, text);
}"""


def begun(page: Page, root: Path, *others: str) -> Page:
    """The page, in a browser that holds the airline in use and these samples beside it."""
    response = sample(root, "low-cost-airline")
    if not others:
        return visit_with(page, response, PAGE)
    visit_with(page, response, "404.html")
    path = page.evaluate("() => new URL(document.querySelector('.md-logo').href).pathname")
    for name in others:
        page.evaluate(ADD, [path, sample(root, name)])
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
