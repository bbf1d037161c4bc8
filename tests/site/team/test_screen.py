"""The screen at the front of a room, the agenda on paper, and the journey by keyboard alone."""

import re

import pytest
from axe import violations
from pdf_pages import texts_on_pages
from playwright.sync_api import Page, expect
from round_page import Json, shown
from visitor import settled, tab_to, visit


@pytest.fixture
def screen(page: Page, people: list[Json]) -> Page:
    """The screen, opened in a round with names."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    shown(page, people[:6], mode="Everybody sees")
    page.get_by_role("button", name="Show on a screen").click()
    return page


FRAME = "each => getComputedStyle(each).outlineStyle"


def test_arrow_keys_lead_through_the_questions_and_escape_closes(screen: Page) -> None:
    dialog = screen.locator("dialog")
    heading = dialog.get_by_role("heading")
    first = heading.inner_text()
    expect(dialog).to_contain_text("1 of 45")
    screen.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("2 of 45")
    assert dialog.get_by_role("heading").inner_text() != first
    screen.keyboard.press("ArrowLeft")
    screen.keyboard.press("ArrowLeft")
    expect(dialog).to_contain_text("1 of 45")
    agreed, list_behind = dialog.get_by_role("status"), screen.locator("[data-question] select").first
    screen.keyboard.press("3")
    expect(agreed).to_contain_text("Agreed: 3:")
    expect(list_behind).to_have_value("3")
    dialog.locator("[data-level='1']").click()
    expect(agreed).to_contain_text("Agreed: 1:")
    expect(dialog.get_by_role("button", pressed=True)).to_be_focused()
    screen.keyboard.press("1")
    expect(agreed).to_contain_text("Nothing agreed yet")
    expect(list_behind).to_have_value("")
    screen.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    opener = screen.get_by_role("button", name="Show on a screen")
    expect(opener).to_be_focused()
    opener.press("Enter")
    expect(heading).to_be_focused()  # for who hears it, and without a frame for who sees it
    assert heading.evaluate(FRAME) == "none"
    screen.keyboard.press("Tab")
    assert screen.evaluate(f"() => ({FRAME})(document.activeElement)") == "solid"
    round_ = screen.url
    screen.go_back()
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()
    assert screen.url == round_
    at_rest = "() => !history.state?.dialog"
    screen.evaluate("() => history.forward()")
    screen.wait_for_function(at_rest)
    opener.press("Enter")
    expect(dialog).to_be_visible()
    assert not screen.evaluate(at_rest)
    screen.reload()
    screen.wait_for_function(at_rest)
    expect(dialog).to_have_count(0)
    assert screen.url == round_


def test_nothing_on_the_screen_tells_who_anybody_is(screen: Page) -> None:
    expect(screen.locator("[data-part=talk]")).to_contain_text("no name")  # where names are shown
    for _ in range(45):
        assert "no name" not in screen.locator("dialog").inner_text()
        screen.keyboard.press("ArrowRight")


PRINTED_OVER = """dialog => {
  const under = dialog.querySelector('.pp-screen__agreed').getBoundingClientRect().top + 1;
  const above = [...dialog.querySelectorAll('.pp-screen__middle > *')];
  return above.some(each => each.getBoundingClientRect().bottom > under)
    || dialog.scrollHeight > dialog.clientHeight + 1;
}"""
AGREE_ON_THE_LONGEST = """select => {
  const lengths = [...select.options].map(each => each.text.length);
  select.selectedIndex = lengths.indexOf(Math.max(...lengths));
  select.dispatchEvent(new Event('change'));
}"""


def test_what_is_agreed_prints_over_no_answer_on_any_projector(screen: Page) -> None:
    for n in range(3):
        screen.locator("[data-question] select").nth(n).evaluate(AGREE_ON_THE_LONGEST)
    expect(screen.locator("[data-part=together]")).to_contain_text("3 of 45 questions are agreed.")
    dialog = screen.locator("dialog")
    for width, height in [(1024, 768), (1280, 800), (1280, 900), (1440, 900), (1920, 1080)]:
        screen.set_viewport_size({"width": width, "height": height})
        for key in ["ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft"]:
            screen.keyboard.press(key)
            expect(dialog.locator(".pp-screen__agreed")).to_contain_text("Agreed")
            assert not dialog.evaluate(PRINTED_OVER)


def test_every_question_fits_and_is_large_enough_for_the_back_of_a_room(screen: Page) -> None:
    dialog = screen.locator("dialog")
    for _ in range(45):
        assert dialog.evaluate("each => each.scrollHeight <= each.clientHeight + 1")
        sizes = dialog.evaluate(
            "each => [...each.querySelectorAll('h2, li, p, .pp-chart text')]"
            ".map(found => [parseFloat(getComputedStyle(found).fontSize), found.textContent])"
        )
        assert [text for size, text in sizes if size < 26] == []  # pixels of 1080
        screen.keyboard.press("ArrowRight")
    assert violations(screen) == []


def test_the_agenda_prints_with_room_for_what_is_agreed_and_without_what_a_screen_needs(
    page: Page, people: list[Json]
) -> None:
    shown(page, [each | {"form": "quick"} for each in people[:6]], name="Millbrook", form="quick")
    pages = texts_on_pages(page.pdf(format="A4"))
    assert 2 <= len(pages) <= 8
    assert 0 not in pages
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Millbrook")).to_be_visible()
    question = page.locator("[data-question]").first
    expect(question.get_by_label(re.compile("What you agree on"))).to_be_visible()
    expect(question.locator(".pp-chart").first).to_be_visible()
    visible = page.locator(".pp-team button").filter(visible=True)
    assert [each.inner_text() for each in visible.all()] == []


def test_a_round_is_begun_and_shown_by_keyboard_alone(page: Page, people: list[Json], site_url: str) -> None:
    visit(page, "team/")
    tab_to(page, page.get_by_role("button", name="Begin and get the link"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Our team")).to_be_focused()
    box = page.get_by_label("Paste codes, links, a whole chat or mailbox")
    tab_to(page, box)
    page.evaluate(
        "([field, text]) => { field.value = text; }", [box.element_handle(), str(people[0]).replace("'", '"')]
    )
    page.keyboard.insert_text(" ")
    tab_to(page, page.get_by_role("button", name="Take them in"))
    page.keyboard.press("Enter")
    expect(page.locator("[data-counter]")).to_have_text("1 person so far.")


LINES = """label => {
  const text = document.createRange();
  text.selectNodeContents(label);
  return text.getClientRects().length;
}"""


@pytest.mark.parametrize("size", [(320, 640), (390, 844)])
def test_a_phone_shows_all_of_a_round_without_scrolling_sideways(
    page: Page, people: list[Json], size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    shown(page, people[:6], roles=True)
    for fold in page.locator("[data-stage] details > summary").all():
        fold.click()
    assert page.evaluate("() => document.documentElement.scrollWidth") <= size[0]
    settled(page)
    expect(page.locator("[data-question]").first.get_by_label(re.compile("^Why"))).to_be_visible()
    page.get_by_role("button", name="Show on a screen").click()
    dialog = page.locator("dialog")
    labels = page.locator("[data-question] [data-label]").all_inner_texts()
    for place, label in enumerate(labels, 1):
        expect(dialog).to_contain_text(f"{place} of {len(labels)}")
        if label in ["Aligned", "Mixed", "Apart"]:
            assert dialog.locator("[data-label]").evaluate(LINES) == 1
        page.keyboard.press("ArrowRight")
