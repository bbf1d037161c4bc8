"""What assistive technology is given: names, groups, descriptions, and what is said aloud, once each."""

import re

import pytest
from playwright.sync_api import Page, expect
from visitor import choose, visit

PAGE, PRACTICE, ANOTHER = "assessment/listening/", "listening-routine", "problem-chart"
LISTEN = """() => {
  window.said = [];
  const note = ({ target }) => {
    const region = (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status], [role=alert]');
    if (region && region.textContent.trim() !== window.said.at(-1)) window.said.push(region.textContent.trim());
    else if (region) window.said.push('again');
  };
  for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]'))
    new MutationObserver((changes) => note(changes[0])).observe(region, { childList: true, subtree: true });
}"""
CUT = """() => [...document.querySelectorAll('.pp-answer, .pp-dimension, .pp-review__row, .pp-form, .md-button')]
  .filter(each => each.offsetParent && each.scrollHeight > each.clientHeight + 2)
  .map(each => each.outerHTML.slice(0, 80))"""
SAID = "() => new Promise(done => setTimeout(() => done(window.said)))"


def test_a_question_is_a_group_named_by_its_words_and_described_by_its_hint(page: Page) -> None:
    visit(page, PAGE)
    question = page.locator(f"#q-{PRACTICE}")
    snapshot = question.aria_snapshot()
    words = question.locator("h2").inner_text()
    assert snapshot.startswith(f'- group "Question 1 of 5 {words}"')
    expect(question).to_have_accessible_description(question.locator(".pp-question__hint").inner_text())
    radios = question.locator(".pp-answers").get_by_role("radio")
    labels = question.locator(".pp-answer").all_inner_texts()
    assert len(labels) == 6
    for radio, label in zip(radios.all(), labels, strict=True):
        expect(radio).to_have_accessible_name(label)
    assert [] == [label for label in labels if re.match(r"\d", label)]
    expect(question.locator("h2")).to_have_role("heading")


def test_anchors_stand_in_rising_order_then_the_ways_of_not_answering(page: Page) -> None:
    visit(page, PAGE)
    for answers in page.locator(".pp-answers").all():
        values = answers.locator("input").evaluate_all("radios => radios.map(radio => radio.value)")
        assert values[:6] == ["0", "1", "2", "3", "4", "unknown"]
        assert values[6:] in ([], ["na"])
        children = answers.locator(":scope > *").evaluate_all("each => each.map(one => one.className)")
        assert children[5] == "pp-answers__or"
        expect(answers.locator(".pp-answers__or")).to_have_text("or")


def test_the_rule_is_read_once_and_opens_beside_every_question(page: Page) -> None:
    visit(page, "assessment/quick/")
    expect(page.locator(".pp-rule:visible")).to_have_count(1)
    buttons = page.locator("[data-practice]").get_by_role("button", name="How to answer")
    expect(buttons).to_have_count(12)
    buttons.nth(7).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#how")).to_contain_text("pick the highest one that is true in most cases")
    expect(page.locator("#how")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(page.locator("#how")).to_be_hidden()
    expect(buttons.nth(7)).to_be_focused()


def test_on_a_phone_the_rule_leaves_what_is_below_the_answers_free(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    visit(page, "assessment/listening/")
    page.get_by_role("button", name="How to answer").first.click()
    rule = page.locator("#how").bounding_box()
    unknown = page.get_by_text("I don't know", exact=True).first.bounding_box()
    assert rule is not None
    assert unknown is not None
    assert rule["y"] + rule["height"] < unknown["y"]


def test_saving_is_said_once_and_then_quietly(page: Page) -> None:
    visit(page, PAGE)
    page.evaluate(LISTEN)
    for practice, value in ((PRACTICE, 1), (PRACTICE, 2), (ANOTHER, 3), (ANOTHER, "unknown")):
        choose(page, practice, value)
    page.locator(f"#q-{PRACTICE} .pp-more > summary").click()
    page.locator(f"#note-{PRACTICE}").press_sequentially("quiet")
    assert page.evaluate(SAID) == ["Saved"]
    page.locator(f"#q-{PRACTICE}").get_by_role("button", name="Clear this answer").click()
    assert page.evaluate(SAID) == ["Saved", "Answer cleared"]
    page.locator(f"#q-{PRACTICE}").get_by_role("button", name="Undo").click()
    assert page.evaluate(SAID) == ["Saved", "Answer cleared", "Saved"]


@pytest.mark.tabs
def test_a_change_in_another_tab_is_said_once(page: Page) -> None:
    visit(page, PAGE)
    page.evaluate(LISTEN)
    other = visit(page.context.new_page(), PAGE)
    for value in (1, 2, 3):
        choose(other, PRACTICE, value)
    expect(page.locator(f"input[name={PRACTICE}][value='3']")).to_be_checked()
    assert page.evaluate(SAID) == ["Your answers were changed in another tab. This page shows them as they are now."]


def test_fields_of_the_task_list_have_names_and_descriptions(page: Page) -> None:
    visit(page, "assessment/")
    name = page.get_by_role("textbox", name="Who is “you” this time?")
    expect(name).to_have_accessible_description(re.compile("The whole organisation, one brand, one team"))
    expect(page.get_by_role("combobox", name="What do you call the people you serve?")).to_be_visible()
    expect(page.get_by_role("combobox", name="Your part in it")).to_be_visible()
    regions = page.locator("main").get_by_role("region")
    assert {"Choose a form", "This time", "The dimensions", "Your answers"} <= {
        each.get_attribute("aria-label") or page.locator(f"#{each.get_attribute('aria-labelledby')}").inner_text()
        for each in regions.all()
    }


def test_text_at_200_percent_stays_on_the_page_and_whole(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    page.set_viewport_size({"width": 1280, "height": 800})
    for path in (PAGE, "assessment/quick/", "assessment/", "assessment/review/"):
        visit(page, path)
        page.evaluate("() => { document.documentElement.style.fontSize = '250%'; }")  # the theme has 125 %
        for _ in range(3):
            page.keyboard.press("Tab")
        wide, seen = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        assert wide <= seen, path
        assert page.evaluate(CUT) == [], path


def test_forced_colours_show_what_is_chosen_and_where_the_focus_is(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    outline = "each => getComputedStyle(each).outlineStyle + getComputedStyle(each).outlineColor"
    chosen = page.locator(f"#q-{PRACTICE} .pp-answer:has(:checked)")
    other = page.locator(f"#q-{ANOTHER} .pp-answer").first
    assert chosen.evaluate(outline) != other.evaluate(outline)
    assert chosen.evaluate(outline).startswith("solid")
    expect(chosen.locator("input")).to_have_css("appearance", "auto")
    page.locator(f"input[name={ANOTHER}]").first.focus()
    page.keyboard.press("Space")
    assert page.locator(f"#q-{ANOTHER} .pp-answer:has(:focus-visible)").evaluate(outline).startswith("solid")


@pytest.mark.parametrize("size", [(1280, 800), (360, 640)])
def test_no_focus_is_hidden_under_the_header_or_the_line_at_the_foot(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    hidden = """() => {
      const focused = document.activeElement;
      const bar = '.md-header, .md-skip, .md-footer, .md-nav, .pp-foot';
      if (focused === document.body || focused.closest(bar)) return null;
      const drawn = focused.closest('label') ?? focused;
      const { top, bottom } = drawn.getBoundingClientRect();
      const bars = ['.md-header', '.pp-foot'].map(bar => document.querySelector(bar).getBoundingClientRect());
      const covered = bars.some(bar => top >= bar.top - 1 && bottom <= bar.bottom + 1);
      return covered || bottom <= 0 || top >= innerHeight ? drawn.outerHTML.slice(0, 90) : null;
    }"""
    for key in ("Tab", "Shift+Tab"):
        for _ in range(36):
            page.keyboard.press(key)
            assert page.evaluate(hidden) is None
