"""A glossary term in a question explains itself, as WCAG 1.4.13 asks: dismissible, hoverable, persistent."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from visitor import radio, visit, visit_list


@pytest.fixture
def term(page: Page) -> Locator:
    """The first term on a page with one."""
    return visit(page, "assessment/integration/").locator(".pp-term").first


def middle(locator: Locator) -> tuple[float, float]:
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_term_has_its_meaning_as_description_and_not_in_the_name_of_the_question(page: Page, term: Locator) -> None:
    button, meaning = term.locator("button"), term.locator(".pp-term__text").text_content() or ""
    expect(button).to_have_accessible_description(meaning)
    question = page.locator("[data-practice]:has(.pp-term)").first
    button.focus()
    expect(question.locator("h2")).not_to_have_accessible_name(meaning)
    assert meaning not in question.aria_snapshot().splitlines()[0]


def test_focus_opens_a_term_and_escape_closes_it_and_nothing_else(page: Page, term: Locator) -> None:
    meaning = term.locator(".pp-term__text")
    term.locator("button").focus()
    expect(meaning).to_be_visible()
    page.wait_for_function("() => document.hasFocus()")
    expect(meaning).to_be_visible()  # it stays
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(term.locator("button")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(meaning).to_be_visible()


def test_the_pointer_opens_a_term_can_go_onto_its_meaning_and_escape_closes_it(page: Page, term: Locator) -> None:
    meaning = term.locator(".pp-term__text")
    term.scroll_into_view_if_needed()
    x, y = middle(term.locator("button"))
    page.mouse.move(x, y)
    expect(meaning).to_be_visible()
    goal_x, goal_y = middle(meaning)
    page.mouse.move(x, goal_y, steps=20)  # across whatever lies between
    page.mouse.move(goal_x, goal_y, steps=5)
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.mouse.move(0, 0)
    page.mouse.move(*middle(term.locator("button")))
    expect(meaning).to_be_visible()


def test_keys_answer_from_within_a_term(page: Page) -> None:
    visit(page, "assessment/integration/")
    question = page.locator("[data-practice]:has(.pp-term)").first
    question.locator(".pp-term button").first.focus()
    page.keyboard.press("2")
    expect(radio(page, str(question.get_attribute("data-practice")), 2)).to_be_checked()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_meaning_leaves_the_window(new_context: Callable[..., BrowserContext], width: int) -> None:
    page = visit_list(new_context(viewport={"width": width, "height": 700}).new_page(), "assessment/integration/")
    for each in page.locator(".pp-term").all():
        each.locator("button").focus()
        box = each.locator(".pp-term__text").bounding_box()
        assert box
        assert 0 <= box["x"]
        assert box["x"] + box["width"] <= width
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
