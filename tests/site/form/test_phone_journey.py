"""The form on a phone: every tap to a result is counted, nothing is scrolled to, and each screen holds a question."""

from collections.abc import Callable
from pathlib import Path

import pytest
from faults import Faults
from playwright.sync_api import BrowserContext, Locator, Page, expect
from visitor import bank_of, radio, scrolled, settled, visit

UNCOVERED = """element => {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const inside = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  return scrollY === 0 && inside && element.contains(hit);
}"""

IN_SIGHT = """() => {
  const header = document.querySelector('.md-header').getBoundingClientRect();
  const foot = document.querySelector('.pp-foot').getBoundingClientRect();
  const question = document.querySelector('[data-practice]:not([hidden])');
  const parts = [document.querySelector('.pp-top'), question.querySelector('h2')];
  const boxes = [...parts, ...question.querySelectorAll('.pp-answer')].map(each => each.getBoundingClientRect());
  return scrollY === 0 && foot.bottom <= innerHeight && boxes.length > 7 &&
    boxes.every(({ top, bottom }) => top >= header.bottom && bottom <= foot.top);
}"""


class Thumb:
    """Taps what is in sight, and counts; it cannot scroll."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def __call__(self, goal: Locator) -> None:
        """Tap the middle of the element, which nothing may cover and no scrolling may be needed for."""
        expect(goal).to_be_visible()
        assert goal.evaluate(UNCOVERED), goal
        box = goal.bounding_box()
        assert box
        self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.taps += 1


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    """A page on a phone."""
    return new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()


@pytest.mark.parametrize(("onward", "most"), [(True, 15), (False, 25)])
def test_a_result_is_reached_by_few_taps_and_no_scrolling(
    phone: Page, site_dir: Path, *, onward: bool, most: int
) -> None:
    """The door, twelve answers and the result make 14; moving on by itself is one more, a Next between two eleven."""
    asked = bank_of(site_dir)["forms"]["quick"]
    tap = Thumb(visit(phone, ""))
    tap(phone.locator("[data-door=quick]"))
    phone.wait_for_url("**/quick/")
    settled(phone)
    if onward:
        tap(phone.locator("label").filter(has_text="Move on by itself after each answer"))
    for practice in asked:
        tap(phone.locator(f".pp-answer:has(input[name='{practice}'][value='2'])"))
        if not onward and practice != asked[-1]:
            tap(phone.get_by_role("link", name="Next", exact=True))
    expect(phone.locator("[data-place]")).to_have_text("12 of 12")
    tap(phone.get_by_role("link", name="See the result"))
    settled(phone)
    expect(phone.locator("[data-part=headline]")).to_be_in_viewport()
    assert tap.taps <= most


def test_nothing_moves_on_by_itself_until_it_is_told_to_and_that_is_remembered(phone: Page, site_dir: Path) -> None:
    first, second, third, *_ = bank_of(site_dir)["forms"]["quick"]
    tap = Thumb(visit(phone, "assessment/quick/"))
    option = phone.get_by_role("checkbox", name="Move on by itself after each answer")
    expect(option).not_to_be_checked()
    tap(phone.locator(f".pp-answer:has(input[name='{first}'][value='1'])"))
    expect(radio(phone, first, 1)).to_be_checked()
    expect(phone.locator("[data-saved]")).to_have_text("Saved")
    option.check()
    expect(phone.locator("[data-place]")).to_have_text("1 of 12")
    phone.reload()
    settled(phone)
    expect(option).to_be_checked()
    radio(phone, second, 0).focus()
    phone.keyboard.press("ArrowDown")  # tries one answer after another
    phone.keyboard.press("ArrowDown")
    expect(radio(phone, second, 2)).to_be_checked()
    expect(phone.locator(f"#q-{second}")).to_be_visible()
    phone.keyboard.press("3")
    expect(phone.locator(f"#q-{third} h2")).to_be_focused()
    expect(radio(phone, second, 3)).to_be_checked()


def test_browser_back_goes_one_question_back_and_each_screen_begins_at_its_question(
    phone: Page, site_dir: Path
) -> None:
    first, second, third, *_ = bank_of(site_dir)["forms"]["quick"]
    tap = Thumb(visit(phone, "assessment/quick/"))
    for _ in range(2):
        tap(phone.get_by_role("link", name="Next", exact=True))
    for practice, place in ((third, "3 of 12"), (second, "2 of 12"), (first, "1 of 12")):
        expect(phone.locator("[data-place]")).to_have_text(place)
        expect(phone.locator("[data-practice]:visible")).to_have_attribute("data-practice", practice)
        assert phone.locator(f"#q-{practice} h2").evaluate(UNCOVERED)
        phone.go_back()
    assert phone.url == "about:blank"


def test_a_reload_shows_the_number_of_a_question_that_was_scrolled(phone: Page) -> None:
    visit(phone, "assessment/quick/")
    phone.get_by_role("link", name="Next", exact=True).tap()
    expect(phone.locator("[data-place]")).to_have_text("2 of 12")  # which begins at its top
    phone.evaluate("scrollTo(0, 100)")
    scrolled(phone)
    phone.reload()
    settled(phone)
    assert phone.evaluate(IN_SIGHT)


def test_whoever_comes_back_goes_on_at_the_first_open_question(phone: Page, site_dir: Path) -> None:
    asked = bank_of(site_dir)["forms"]["quick"]
    visit(phone, f"assessment/quick/#q-{asked[0]}")
    for practice in asked[:3]:
        phone.locator(f".pp-answer:has(input[name='{practice}'][value='1'])").tap()
        phone.get_by_role("link", name="Next", exact=True).tap()
    expect(phone.locator("[data-place]")).to_have_text("4 of 12")
    visit(phone, "assessment/")
    phone.get_by_role("link", name="Continue: 3 of 12").tap()
    expect(phone.locator("[data-place]")).to_have_text("4 of 12")
    phone.get_by_role("link", name="Back", exact=True).tap()
    expect(radio(phone, asked[2], 1)).to_be_checked()


@pytest.mark.parametrize("width", [390, 1280])
def test_before_the_script_has_started_a_phone_shows_the_question_that_is_asked_for(
    new_context: Callable[..., BrowserContext], faults: Faults, site_dir: Path, width: int
) -> None:
    faults.expect("main.mjs")
    practice = bank_of(site_dir)["forms"]["quick"][4]
    page = new_context(viewport={"width": width, "height": 844}).new_page()
    page.route("**/main.mjs", lambda route: route.abort())
    page.goto(f"assessment/quick/#q-{practice}")
    shown = page.locator("[data-practice]").evaluate_all(
        "all => all.filter(each => getComputedStyle(each).visibility === 'visible').map(each => each.dataset.practice)"
    )
    assert shown == ([practice] if width == 390 else bank_of(site_dir)["forms"]["quick"])


@pytest.mark.parametrize(("width", "height", "least"), [(390, 844, 1), (412, 780, 1), (390, 720, 0.9), (390, 664, 0.5)])
def test_a_question_its_answers_and_the_way_on_are_in_sight_without_scrolling(
    new_context: Callable[..., BrowserContext], site_dir: Path, width: int, height: int, least: float
) -> None:
    phone = new_context(viewport={"width": width, "height": height}, has_touch=True, is_mobile=True).new_page()
    bank = bank_of(site_dir)
    missing = []
    for practice in bank["practices"]:
        visit(phone, practice["questionUrl"])
        if not phone.evaluate(IN_SIGHT):
            missing.append(practice["id"])
    assert len(missing) <= (1 - least) * len(bank["practices"]), missing
