"""The full form by keyboard alone; the number keys; one question at a time."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from visitor import bank_of, choose, kept, radio, settled, tab_to, visit

BANK = "push-to-pull"
PAGE, PRACTICE, ANOTHER = "assessment/listening/", "listening-routine", "problem-chart"
KEYS = ["0", "1", "2", "3", "4", "?"]


def follow(page: Page, name: str) -> None:
    """Move to the link with Tab and follow it with Enter."""
    tab_to(page, page.locator("main").get_by_role("link", name=name).first)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settled(page)


def test_the_full_form_is_answered_by_keyboard_alone_from_start_to_result(page: Page, site_dir: Path) -> None:
    bank = bank_of(site_dir)
    given: dict[str, str] = {}
    visit(page, "assessment/")
    follow(page, "Start the full form")
    for place, dimension in enumerate(bank["dimensions"], 1):
        for practice in (each["id"] for each in bank["practices"] if each["dimension"] == dimension["id"]):
            key = KEYS[len(given) % len(KEYS)]
            tab_to(page, page.locator(f'input[name="{practice}"]').first)
            page.keyboard.press(key)
            given[practice] = key
        last = place == len(bank["dimensions"])
        follow(page, "Look over your answers" if last else f"Next: {bank['dimensions'][place]['name']}")
    answers = kept(page, BANK)["answers"]
    assert given == {
        practice: {"unknown": "?"}.get(str(answer["value"]), str(answer["value"]))
        for practice, answer in answers.items()
    }
    expect(page.locator("[data-summary]")).to_have_text("45 of 45 questions answered.")
    follow(page, "See the result")
    expect(page.locator(".pp-headline")).to_contain_text("34 of 40 answers")


def test_an_answer_chosen_by_key_moves_nothing_on(page: Page) -> None:
    visit(page, PAGE)
    radio(page, PRACTICE, 0).focus()
    page.keyboard.press("3")
    expect(radio(page, PRACTICE, 3)).to_be_checked()
    expect(radio(page, PRACTICE, 3)).to_be_focused()
    page.keyboard.press("?")
    expect(radio(page, PRACTICE, "unknown")).to_be_focused()
    page.keyboard.press("7")  # no level
    page.keyboard.press("Control+1")
    page.keyboard.press("n")
    expect(radio(page, PRACTICE, "unknown")).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator(f"#q-{PRACTICE} .pp-more > summary")).to_be_focused()


def test_number_keys_act_within_a_question_only_and_write_in_notes(page: Page) -> None:
    visit(page, PAGE)
    page.locator(".pp-question h2").first.evaluate("heading => heading.blur()")
    page.get_by_role("link", name="All dimensions").focus()
    page.keyboard.press("2")
    assert page.locator("[data-practice] input:checked:not([data-basis])").count() == 0

    choose(page, PRACTICE, 1)
    page.locator(f"#q-{PRACTICE} .pp-more > summary").press("Enter")
    page.locator(f"#note-{PRACTICE}").press_sequentially("4 of 10?")
    expect(radio(page, PRACTICE, 1)).to_be_checked()
    assert kept(page, BANK)["answers"][PRACTICE] == {"value": 1, "note": "4 of 10?", "rev": 2}


def test_number_keys_are_shown_and_can_be_switched_off_for_good(page: Page) -> None:
    visit(page, PAGE)
    switch = page.get_by_role("checkbox", name="Number keys: 0 to 4 choose")
    expect(switch).to_be_checked()
    tab_to(page, switch)
    page.keyboard.press("Space")
    page.reload()
    settled(page)
    expect(switch).not_to_be_checked()
    radio(page, PRACTICE, 0).focus()
    page.keyboard.press("3")
    page.keyboard.press("?")
    expect(page.locator(f"input[name={PRACTICE}]:checked")).to_have_count(0)


@pytest.fixture
def single(page: Page) -> Page:
    """A page that shows one question at a time."""
    visit(page, PAGE)
    page.get_by_role("checkbox", name="One question at a time").check()
    return page


def test_one_question_at_a_time_is_led_through_by_keys_and_back_works(single: Page, site_dir: Path) -> None:
    asked = [each["id"] for each in bank_of(site_dir)["practices"] if each["dimension"] == "listening"]
    shown = single.locator("[data-practice]:visible")
    expect(shown).to_have_count(1)
    for number, practice in enumerate(asked):
        expect(shown).to_have_attribute("data-practice", practice)
        tab_to(single, single.locator(f"input[name={practice}]").first)
        single.keyboard.press("1")
        if number == len(asked) - 1:
            break
        tab_to(single, single.get_by_role("link", name="Next", exact=True))
        single.keyboard.press("Enter")
        expect(single.locator(f"#q-{asked[number + 1]} h2")).to_be_focused()
        assert single.url.endswith(f"#q-{asked[number + 1]}")
    expect(single.get_by_role("link", name="Next", exact=True)).to_be_hidden()
    expect(single.locator(".pp-foot").get_by_role("link", name="Next: Brand and promise")).to_be_visible()
    single.go_back()
    expect(shown).to_have_attribute("data-practice", asked[-2])
    single.reload()
    settled(single)
    expect(shown).to_have_attribute("data-practice", asked[-2])
    expect(radio(single, asked[-2], 1)).to_be_checked()
    assert set(asked) == set(kept(single, BANK)["answers"])


def test_the_link_to_the_content_leaves_the_question_that_is_shown(single: Page) -> None:
    single.get_by_role("link", name="Next", exact=True).click()
    shown = single.locator("[data-practice]:visible")
    expect(shown).to_have_attribute("data-practice", ANOTHER)
    single.evaluate("() => { location.hash = document.querySelector('.md-skip').hash; }")
    expect(shown).to_have_attribute("data-practice", ANOTHER)


def test_a_link_to_a_question_shows_it_below_the_header_even_after_answers_before_it(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    visit(page, "assessment/")
    visit(page, f"{PAGE}#q-insight-to-decision")
    heading = page.locator("#q-insight-to-decision h2")
    expect(heading).to_be_in_viewport(ratio=1)
    header = page.locator(".md-header").bounding_box()
    box = heading.bounding_box()
    assert header
    assert box
    assert header["y"] + header["height"] <= box["y"]


def test_switching_to_one_at_a_time_and_back_keeps_answers(single: Page) -> None:
    radio(single, PRACTICE, 2).check()
    single.get_by_role("checkbox", name="One question at a time").uncheck()
    expect(single.locator("[data-practice]:visible")).to_have_count(5)
    expect(radio(single, PRACTICE, 2)).to_be_checked()
    visit(single, "assessment/integration/")
    expect(single.locator("[data-practice]:visible")).to_have_count(7)
