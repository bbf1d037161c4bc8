"""The quick form by touch on a small phone, on to the full one; sizes of what is tapped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from visitor import bank_of, kept, radio, settled, visit, visit_list

BANK = "push-to-pull"
SIZES = """selector => [...document.querySelectorAll(selector)].filter(each => each.offsetParent).map(each => {
  const { width, height } = each.getBoundingClientRect();
  return [each.textContent.trim().slice(0, 40), Math.round(width), Math.round(height)];
})"""
OVERFLOW = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a small phone."""
    return new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True).new_page()


def tap(page: Page, practice: str, value: object) -> None:
    """Tap the text of the answer, not its circle."""
    page.locator(f"label:has(input[name='{practice}'][value='{value}']) span").first.tap()


def follow(page: Page, name: str) -> None:
    """Tap the link and wait for the next page."""
    with page.expect_navigation():
        page.get_by_role("link", name=name).tap()
    settled(page)


def test_the_quick_form_leads_by_touch_to_a_result_and_on_to_the_other_questions(phone: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    visit(phone, "assessment/")
    follow(phone, "Start the quick form")
    for practice in bank["forms"]["quick"]:
        tap(phone, practice, 2)
        expect(radio(phone, practice, 2)).to_be_checked()
        if practice != bank["forms"]["quick"][-1]:
            phone.get_by_role("link", name="Next", exact=True).tap()
    follow(phone, "See the result")
    # A quick form gives ranges, but all that it asks is known.
    expect(phone.locator("[data-part=map] .pp-chart__point")).to_be_visible()
    expect(phone.locator("[data-part=map] .pp-chart__range")).to_have_count(0)
    first = next(each for each in bank["practices"] if each["id"] not in bank["forms"]["quick"])
    follow(phone, "Go on with the other 33 questions")
    expect(phone.locator(f"#q-{first['id']} h2")).to_be_in_viewport()
    tap(phone, first["id"], "unknown")
    expect(phone.locator("[data-saved]")).to_have_text("Saved")
    answers = kept(phone, BANK)
    assert answers["form"] == "full"
    assert {*bank["forms"]["quick"], first["id"]} == set(answers["answers"])
    visit(phone, "assessment/")
    expect(phone.locator("[data-progress]")).to_contain_text("13 of 45 questions answered.")


@pytest.mark.parametrize("touch", [False, True])
def test_the_whole_row_of_an_answer_is_a_target_of_44_pixels(
    new_context: Callable[..., BrowserContext], *, touch: bool
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}, has_touch=touch, is_mobile=touch).new_page()
    visit(page, "assessment/quick/")
    sizes = page.evaluate(SIZES, ".pp-answer")
    assert [] == [size for size in sizes if size[1] < 300 or size[2] < 44]
    row = page.locator(".pp-answer").nth(3)
    box = row.bounding_box()
    assert box
    row.click(position={"x": box["width"] - 3, "y": box["height"] - 3})
    expect(row.locator("input")).to_be_checked()


def test_what_else_is_tapped_is_large_enough(phone: Page) -> None:
    visit(phone, "assessment/listening/")
    tap(phone, "listening-routine", 1)
    phone.locator("#q-listening-routine .pp-more > summary").tap()
    controls = ".pp-basis label, .pp-more > summary, .pp-question .pp-link-button, .pp-ways label, .pp-actions a"
    assert [] == [size for size in phone.evaluate(SIZES, controls) if size[2] < 44]
    expect(phone.get_by_text("Number keys: 0 to 4")).to_be_hidden()  # there are none
    phone.locator("#q-listening-routine").get_by_text("I was told").tap()
    assert kept(phone, BANK)["answers"]["listening-routine"] == {"value": 1, "basis": "told", "rev": 2}
    assert phone.evaluate(OVERFLOW) is False


def test_a_term_opens_by_tap_within_the_screen(phone: Page) -> None:
    visit_list(phone, "assessment/quick/")
    for term in phone.locator(".pp-term").all():
        term.locator("button").tap()
        meaning = term.locator(".pp-term__text")
        expect(meaning).to_be_visible()
        box = meaning.bounding_box()
        assert box
        assert 0 <= box["x"]
        assert box["x"] + box["width"] <= 360
        assert phone.evaluate(OVERFLOW) is False
    phone.locator(".md-header__title").tap()
    expect(phone.locator(".pp-term__text:visible")).to_have_count(0)
