"""A practice page adds its plays to the plan of the results, takes them out, and says what it did."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from result_page import plan, sample
from visitor import kept, tab_to, visit, visit_with

BANK = "push-to-pull"
PAGE = "playbook/partners/co-creation/"
PLANNED, FREE = "rough-draft-day", "choose-together"


def block(page: Page, play: str) -> Locator:
    return page.locator(f"[data-play={play}]")


def button(page: Page, play: str, name: str) -> Locator:
    return block(page, play).get_by_role("button", name=name)


def spoken(page: Page, play: str) -> Locator:
    return block(page, play).locator(".pp-unseen[role=status]")


def with_answers(page: Page, **fields: object) -> Page:
    return visit_with(page, sample("low-cost-airline", **fields), PAGE)


def test_by_keyboard_a_play_is_added_first_in_the_plan_taken_out_and_put_back(page: Page) -> None:
    with_answers(page)
    expect(block(page, PLANNED)).to_contain_text("In your plan, for the first 30 days.")
    add = button(page, FREE, "Add to my plan")
    tab_to(page, add)
    page.keyboard.press("Enter")
    out = button(page, FREE, "Take it out")
    expect(out).to_be_focused()
    expect(spoken(page, FREE)).to_have_text(
        "Let customers choose between three ideas: In your plan, to be done by day 90."
    )
    assert kept(page, BANK)["plan"]["pinned"] == [FREE]
    tab_to(page, block(page, FREE).get_by_role("link", name="See your plan"), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f"#plan-{FREE} > details > summary")).to_be_focused()
    assert plan(page)[0] == FREE
    visit(page, PAGE)
    button(page, FREE, "Take it out").press("Space")
    expect(spoken(page, FREE)).to_have_text("Let customers choose between three ideas: Not in your plan.")
    expect(button(page, FREE, "Add to my plan")).to_be_focused()
    button(page, FREE, "Undo").press("Enter")
    expect(out).to_be_focused()
    expect(button(page, FREE, "Undo")).to_be_hidden()
    assert kept(page, BANK)["plan"]["pinned"] == [FREE]


def test_a_play_that_the_plan_proposed_stays_out_once_taken_out(page: Page) -> None:
    with_answers(page)
    button(page, PLANNED, "Take it out").click()
    expect(button(page, PLANNED, "Add to my plan")).to_be_visible()
    assert kept(page, BANK)["plan"]["dropped"] == [PLANNED]
    visit(page, "results/")
    assert PLANNED not in plan(page)


def test_what_no_plan_can_hold_yet_is_said_and_waits(page: Page) -> None:
    visit(page, PAGE)
    expect(block(page, FREE)).to_contain_text("It waits until you have answered the question above.")
    button(page, FREE, "Add to my plan").click()
    expect(spoken(page, FREE)).to_contain_text("Kept for your plan. It waits until you have answered")
    assert kept(page, BANK)["plan"]["pinned"] == [FREE]
    answers = sample("low-cost-airline")["answers"]
    with_answers(page, answers=answers | {"co-creation": {"value": 2}}, plan={"pinned": [FREE]})
    expect(block(page, FREE)).to_contain_text("In your plan")
    expect(block(page, PLANNED)).to_contain_text("Your answer already stands where this play leads")
    expect(block(page, PLANNED).get_by_role("button")).to_have_count(0)


@pytest.mark.tabs
def test_a_change_in_another_tab_shows_and_one_that_cannot_be_saved_is_told(page: Page) -> None:
    with_answers(page)
    other = visit(page.context.new_page(), PAGE)
    button(other, FREE, "Add to my plan").click()
    expect(block(page, FREE)).to_contain_text("In your plan, to be done by day 90.")
    other.close()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') } }")
    button(page, FREE, "Take it out").click()
    expect(block(page, FREE)).to_contain_text("This browser has no room left for the site.")
    expect(block(page, FREE).get_by_role("button", name="Save my answers as a file")).to_be_visible()


def test_without_script_no_play_speaks_of_a_plan(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(PAGE)
    expect(block(page, FREE)).to_be_visible()
    expect(page.get_by_role("button", name="Add to my plan")).to_have_count(0)
    expect(block(page, FREE).get_by_text("your plan")).to_have_count(0)
