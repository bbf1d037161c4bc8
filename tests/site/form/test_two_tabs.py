"""Several tabs and pages at once: nothing that was answered in one is lost by another."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from visitor import choose, kept, key_of, radio, values_of, visit

pytestmark = pytest.mark.tabs
BANK = "push-to-pull"
PAGE, PRACTICE, ANOTHER = "assessment/listening/", "listening-routine", "problem-chart"
DEAF = "window.addEventListener('storage', event => event.stopImmediatePropagation(), { capture: true });"
STORED = "([key, id, value]) => JSON.parse(localStorage.getItem(key)).answers[id]?.value === value"


def deaf_tab(context: BrowserContext) -> Page:
    """A tab that does not hear what others write."""
    page = context.new_page()
    page.add_init_script(DEAF)
    return page


def values(page: Page) -> dict[str, object]:
    return values_of(kept(page, BANK))


@pytest.mark.parametrize("first", [None, 1])
def test_tabs_that_have_not_heard_of_each_other_lose_nothing(context: BrowserContext, first: int | None) -> None:
    page = visit(deaf_tab(context), PAGE)
    if first is not None:
        choose(page, "insight-to-decision", first)
    other = visit(deaf_tab(context), PAGE)
    choose(other, ANOTHER, 3)
    choose(page, PRACTICE, 2)
    expect(radio(page, ANOTHER, 3)).to_be_checked()
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    choose(other, PRACTICE, "unknown")
    other.wait_for_function(STORED, arg=[key_of(other, BANK), PRACTICE, "unknown"])  # it takes its turn at the store
    expect(radio(page, PRACTICE, 2)).to_be_checked()  # it has not heard
    given = {} if first is None else {"insight-to-decision": first}
    assert values(other) == {PRACTICE: "unknown", ANOTHER: 3} | given


def test_a_note_begun_here_survives_an_answer_given_there(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    asked = page.locator(f"#q-{PRACTICE}")
    asked.locator(".pp-more > summary").click()
    note = asked.get_by_label("A note")
    note.press_sequentially("Half a th")
    other = visit(page.context.new_page(), PAGE)
    choose(other, ANOTHER, 1)
    expect(radio(page, ANOTHER, 1)).to_be_checked()
    note.press_sequentially("ought")
    assert kept(page, BANK)["answers"][PRACTICE] == {"value": 2, "note": "Half a thought", "rev": 2}
    assert values(page) == {PRACTICE: 2, ANOTHER: 1}


def test_a_note_typed_at_speed_is_kept_whole(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 0)
    page.locator(f"#q-{PRACTICE} .pp-more > summary").click()
    text = "All of it, to the last letter. " * 60
    page.locator(f"#note-{PRACTICE}").evaluate(
        """(note, text) => {
            note.focus();
            for (const letter of text) {
                note.value += letter;
                note.dispatchEvent(new InputEvent('input', { bubbles: true }));
            }
            location.assign('../');  // gone in the same breath
        }""",
        text,
    )
    page.wait_for_url("**/assessment/")
    assert kept(page, BANK)["answers"][PRACTICE]["note"] == text


def test_a_name_typed_and_left_at_once_is_kept(page: Page) -> None:
    visit(page, "assessment/")
    page.get_by_label("Who is “you” this time?").press_sequentially("Spring team")
    page.goto(PAGE)
    expect(page.get_by_text("Answering for Spring team")).to_be_visible()


def test_starting_again_in_one_tab_empties_the_other_and_what_follows_is_kept(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    other = visit(page.context.new_page(), "assessment/")
    other.get_by_role("button", name="Start again").click()
    expect(radio(page, PRACTICE, 2)).not_to_be_checked()
    expect(page.locator("[data-trouble-text]")).to_contain_text("changed in another tab")
    choose(page, ANOTHER, 4)
    other.get_by_role("button", name="Bring them back").click()
    assert values(other) == {PRACTICE: 2, ANOTHER: 4}
    expect(radio(page, PRACTICE, 2)).to_be_checked()


def test_what_is_deleted_in_one_tab_does_not_come_back_from_another(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 2)
    other = visit(page.context.new_page(), PAGE)
    other.evaluate("() => localStorage.clear()")
    expect(radio(page, PRACTICE, 2)).not_to_be_checked()
    choose(page, ANOTHER, 1)
    assert values(page) == {ANOTHER: 1}


def test_a_page_that_back_brings_from_memory_shows_what_has_changed_since_without_alarm(
    context: BrowserContext,
) -> None:
    page = visit(deaf_tab(context), PAGE)
    choose(page, PRACTICE, 2)
    other = visit(deaf_tab(context), PAGE)
    choose(other, PRACTICE, 0)
    # Browsers under test keep no pages in memory, so the event that tells of it is sent by hand.
    page.evaluate("() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(radio(page, PRACTICE, 0)).to_be_checked()
    expect(page.locator("[data-trouble-text]")).to_be_empty()


def test_an_answer_given_before_the_script_has_started_is_kept(page: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/outline.json", hold)
    page.goto(PAGE)
    choose(page, PRACTICE, 3)
    assert page.evaluate("key => localStorage.getItem(key)", key_of(page, BANK)) is None
    for route in waiting:
        route.continue_()
    expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert values(page) == {PRACTICE: 3}


def test_back_after_starting_again_brings_no_choice_back(context: BrowserContext) -> None:
    page = context.new_page()
    visit(page, PAGE)
    choose(page, PRACTICE, 3)
    visit(page, "assessment/")
    page.get_by_role("button", name="Start again").click()
    page.go_back()
    expect(page.locator("form[data-started]")).to_be_visible()
    expect(radio(page, PRACTICE, 3)).not_to_be_checked()
    assert values(page) == {}


def test_undo_takes_back_its_own_deed_and_no_later_one(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 3)
    asked = page.locator(f"#q-{PRACTICE}")
    asked.get_by_role("button", name="Clear this answer").click()
    expect(page.locator("[data-saved]")).to_have_text("Answer cleared")
    expect(asked.get_by_role("button", name="Undo")).to_be_focused()
    choose(page, ANOTHER, 1)
    asked.get_by_role("button", name="Undo").click()
    assert values(page) == {PRACTICE: 3, ANOTHER: 1}
    expect(radio(page, PRACTICE, 3)).to_be_focused()
    asked.get_by_role("button", name="Clear this answer").click()
    choose(page, PRACTICE, 0)
    expect(asked.get_by_role("button", name="Undo")).to_have_count(0)


ROUNDS = 51  # one for each pause
ANSWER = """([practice, value, at, pause]) => {
  window.answered = false;
  setTimeout(() => {
    document.querySelector(`input[name="${practice}"][value="${value}"]`).click();
    window.answered = true;
  }, at + pause - Date.now());
}"""
HELD = """([key, wanted]) => {
  const { answers = {} } = JSON.parse(localStorage.getItem(key)) ?? {};
  const saved = window.answered && document.querySelector('[data-saved]').textContent;
  return saved && Object.entries(wanted).every(([id, value]) => answers[id]?.value === value);
}"""


def test_two_tabs_that_answer_within_an_instant_both_keep_what_they_called_saved(page: Page) -> None:
    key = key_of(visit(page, PAGE), BANK)
    other = visit(page.context.new_page(), PAGE)
    for turn in range(ROUNDS):
        at = page.evaluate("() => Date.now() + 60")
        wanted = {PRACTICE: turn % 5, ANOTHER: (turn + 2) % 5}
        page.evaluate(ANSWER, [PRACTICE, wanted[PRACTICE], at, 0])
        other.evaluate(ANSWER, [ANOTHER, wanted[ANOTHER], at, turn])
        for tab in (page, other):
            try:
                tab.wait_for_function(HELD, arg=[key, wanted])
            except PlaywrightTimeoutError:
                held = tab.evaluate("key => localStorage.getItem(key)", key)
                pytest.fail(f"In turn {turn} the store did not come to hold {wanted}: {held}")
