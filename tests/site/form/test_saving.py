"""Saving when something is wrong: storage blocked, full, unreadable, of a newer version, or with parts nobody knows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from faults import Faults
from playwright.sync_api import BrowserContext, Locator, Page, expect
from visitor import bank_of, choose, kept, key_of, radio, visit

BANK = "push-to-pull"
PAGE, PRACTICE, ANOTHER = "assessment/listening/", "listening-routine", "problem-chart"
BLOCKED = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('storage is blocked', 'SecurityError'); } });"""
# A browser in which nothing more can be written while sessionStorage says so.
FULL = """const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (this === localStorage && key.startsWith('push-to-pull:') && sessionStorage.getItem('full'))
    throw new DOMException('no room', 'QuotaExceededError');
  return write.call(this, key, value);
};"""


def trouble(page: Page) -> Locator:
    return page.locator("[data-trouble-text]")


def stored(page: Page, suffix: str = "") -> Any:
    return page.evaluate("key => localStorage.getItem(key)", key_of(page, BANK) + suffix)


def put(page: Page, text: str) -> None:
    """What is stored, on a page that then is left: its own script writes no more."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key_of(page, BANK), text])


@pytest.fixture
def blocked(new_context: Callable[..., BrowserContext], faults: Faults) -> Page:
    """A page of a browser that lets no site keep anything."""
    faults.expect("storage is blocked")  # the theme keeps its colours without asking whether it may
    context = new_context()
    context.add_init_script(BLOCKED)
    return context.new_page()


@pytest.fixture
def full(page: Page) -> Page:
    """A page of a browser whose room for sites can be used up and freed again."""
    page.add_init_script(FULL)
    return page


def set_full(page: Page, *, full: bool) -> None:
    page.evaluate("full => full ? sessionStorage.setItem('full', '1') : sessionStorage.removeItem('full')", full)


def test_who_closes_the_tab_in_the_middle_goes_on_where_they_were(page: Page) -> None:
    context = page.context
    visit(page, PAGE)
    choose(page, PRACTICE, 3)
    page.locator(f"#q-{PRACTICE} .pp-more > summary").click()
    page.locator(f"#note-{PRACTICE}").fill("half a though")
    page.close()
    again = visit(context.new_page(), "assessment/")
    expect(again.locator("[data-dimension=listening] [data-status]")).to_have_text("1 of 5")
    visit(again, PAGE)
    expect(radio(again, PRACTICE, 3)).to_be_checked()
    expect(again.locator(f"#note-{PRACTICE}")).to_have_value("half a though")


def test_with_storage_blocked_the_quick_form_still_leads_to_a_result(blocked: Page, site_dir: Path) -> None:
    visit(blocked, "assessment/quick/")
    expect(trouble(blocked)).to_contain_text("does not let the site save anything")
    for practice in bank_of(site_dir)["forms"]["quick"]:
        choose(blocked, practice, 2)
    expect(blocked.locator("[data-saved]")).to_be_empty()
    blocked.get_by_role("link", name="See the result").click()
    expect(blocked.locator(".pp-headline")).to_contain_text("11 of 11 answers")
    expect(trouble(blocked)).to_contain_text("as long as this tab is open")


def test_with_storage_blocked_the_answers_can_be_saved_as_a_file(blocked: Page) -> None:
    visit(blocked, PAGE)
    choose(blocked, PRACTICE, 3)
    with blocked.expect_download() as download:
        trouble(blocked).get_by_role("button", name="Save my answers as a file").click()
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert {PRACTICE: {"value": 3, "rev": 2}} == saved["answers"]


def test_a_full_browser_is_told_and_no_answer_is_lost_when_room_is_found(full: Page) -> None:
    visit(full, PAGE)
    choose(full, PRACTICE, 1)
    set_full(full, full=True)
    choose(full, ANOTHER, 2)
    expect(trouble(full)).to_contain_text("no room left")
    expect(full.locator("[data-saved]")).to_be_empty()
    assert ANOTHER not in kept(full, BANK)["answers"]
    visit(full, "assessment/promise/")
    choose(full, "niche-focus", 0)
    visit(full, PAGE)
    expect(radio(full, ANOTHER, 2)).to_be_checked()

    set_full(full, full=False)
    choose(full, PRACTICE, 4)
    expect(trouble(full)).to_be_empty()
    expect(full.locator("[data-saved]")).to_have_text("Saved")
    assert {PRACTICE: 4, ANOTHER: 2, "niche-focus": 0} == {
        practice: answer["value"] for practice, answer in kept(full, BANK)["answers"].items()
    }
    assert full.evaluate("() => window.name") == ""


@pytest.mark.tabs
def test_what_a_full_browser_could_not_keep_is_added_to_what_another_tab_has_kept(full: Page) -> None:
    visit(full, PAGE)
    set_full(full, full=True)
    choose(full, PRACTICE, 1)
    other = visit(full.context.new_page(), PAGE)
    choose(other, ANOTHER, 3)
    expect(radio(full, ANOTHER, 3)).to_be_checked()
    expect(radio(full, PRACTICE, 1)).to_be_checked()
    set_full(full, full=False)
    full.reload()
    expect(radio(full, PRACTICE, 1)).to_be_checked()
    assert {PRACTICE, ANOTHER} == set(kept(full, BANK)["answers"])


def test_a_second_text_that_cannot_be_read_is_kept_beside_the_first(page: Page) -> None:
    visit(page, PAGE)
    for text in ("{first", "{second"):
        put(page, text)
        visit(page, PAGE)
        expect(trouble(page)).to_contain_text("They are kept aside")
        page.reload()  # seen twice, kept once
        choose(page, PRACTICE, 1)
        expect(page.locator("[data-saved]")).to_have_text("Saved")
    assert ["{first", "{second"] == [stored(page, ":aside"), stored(page, ":aside:2")]
    assert stored(page, ":aside:3") is None
    with page.expect_download() as download:
        trouble(page).get_by_role("button", name="Save what could not be read").click()
    assert download.value.path().read_text(encoding="utf-8") == "{second"


def test_a_text_that_cannot_be_read_stays_where_it_is_when_there_is_no_room_beside_it(full: Page) -> None:
    visit(full, PAGE)
    put(full, "{broken")
    set_full(full, full=True)
    visit(full, PAGE)
    choose(full, PRACTICE, 2)
    expect(trouble(full)).to_contain_text("could not be read. They are kept as they were.")
    set_full(full, full=False)
    choose(full, ANOTHER, 2)
    assert stored(full) == "{broken"
    visit(full, PAGE)
    expect(radio(full, PRACTICE, 2)).to_be_checked()
    assert stored(full, ":aside") == "{broken"
    assert {PRACTICE, ANOTHER} == set(kept(full, BANK)["answers"])


def test_answers_of_a_newer_version_are_left_alone(page: Page) -> None:
    visit(page, PAGE)
    text = json.dumps({"format": "push-to-pull/response", "version": 2, "answers": "in a way not known yet"})
    put(page, text)
    visit(page, PAGE)
    expect(trouble(page)).to_contain_text("newer version of this site")
    choose(page, PRACTICE, 1)
    visit(page, "assessment/review/")
    expect(page.locator(f"#review-{PRACTICE}")).to_contain_text("We hear about it when")
    assert text == stored(page)


def test_what_was_left_out_in_reading_is_told_once_on_the_task_list_and_kept_aside(page: Page) -> None:
    visit(page, PAGE)
    choose(page, PRACTICE, 1)
    odd = kept(page, BANK)
    odd["answers"] |= {ANOTHER: {"value": 9}, "never-asked": {"value": 2, "note": "mine"}}
    put(page, json.dumps(odd))
    visit(page, PAGE)  # not the task list: what is to be told has to wait for it
    choose(page, PRACTICE, 2)
    visit(page, "assessment/")
    notices = page.locator("[data-notices]")
    expect(notices).to_contain_text("1 answer has a value that its question does not offer, and was left out.")
    expect(notices).to_contain_text("1 answer belongs to a question this version no longer has; it is kept aside.")
    visit(page, "assessment/")
    expect(notices).to_be_empty()
    visit(page, "assessment/review/")
    expect(page.locator("[data-gaps]")).to_contain_text("1 answer belongs to a question this version no longer has")
    assert kept(page, BANK)["orphans"] == {"never-asked": {"value": 2, "note": "mine"}}
    assert json.loads(stored(page, ":aside")) == odd
