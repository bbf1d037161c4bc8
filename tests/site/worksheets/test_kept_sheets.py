"""Worksheets kept in the browser: several of a kind, in several tabs, what cannot be read, and all deleted."""

import pytest
from playwright.sync_api import Page, expect
from sheet_page import NOISE, cell, stored
from visitor import key_of, settled, visit


def test_several_sheets_of_a_kind_are_kept_by_name(page: Page) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("First")
    page.get_by_role("button", name="Several sheets").click()
    page.get_by_label("Name of the open sheet").fill("Spring")
    page.get_by_label("Name of the open sheet").press("Enter")
    page.get_by_role("button", name="Begin another sheet").click()
    expect(cell(page, 0, "message")).to_have_value("")
    expect(cell(page, 0, "message")).to_be_focused()
    cell(page, 0, "message").fill("Second")
    visit(page, NOISE)
    expect(cell(page, 0, "message")).to_have_value("Second")
    page.get_by_role("button", name="Several sheets").click()
    page.get_by_role("button", name="Open: Spring").click()
    expect(cell(page, 0, "message")).to_have_value("First")
    page.get_by_role("button", name="Delete: Spring").click()
    expect(cell(page, 0, "message")).to_have_value("Second")
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 0, "message")).to_have_value("First")


@pytest.mark.tabs
def test_another_tab_shows_the_sheet_as_it_is_now(page: Page) -> None:
    visit(page, NOISE)
    other = visit(page.context.new_page(), NOISE)
    cell(other, 0, "message").fill("From there")
    expect(cell(page, 0, "message")).to_have_value("From there")


def test_what_is_stored_and_cannot_be_read_is_put_aside(page: Page) -> None:
    visit(page, NOISE)
    key = f"{key_of(page, 'push-to-pull')}:sheet:noise-budget"
    page.evaluate("key => localStorage.setItem(key, '{\"format\":')", key)
    settled(page.reload() and page)  # type: ignore[arg-type]
    expect(page.get_by_text("It is kept as it was")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(`${key}:aside`)", key) == '{"format":'


def test_what_could_not_be_read_or_put_aside_is_not_written_over(page: Page) -> None:
    visit(page, NOISE)
    key = f"{key_of(page, 'push-to-pull')}:sheet:noise-budget"
    page.evaluate("key => localStorage.setItem(key, 'odd')", key)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    settled(page.reload() and page)  # type: ignore[arg-type]
    cell(page, 0, "message").fill("Ours")
    expect(page.get_by_text("no room left for the site: save the sheet as a file")).to_be_visible()
    assert page.evaluate("key => localStorage.getItem(key)", key) == "odd"


def test_deleting_everything_names_the_worksheets_and_takes_them(page: Page) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("Ours")
    visit(page, "assessment/keep/")
    page.get_by_role("button", name="Delete everything on this device").click()
    expect(page.locator("[data-confirm]")).to_contain_text("Worksheets you have filled in: Noise budget.")
    page.get_by_role("button", name="Delete all of this").click()
    expect(page.get_by_text("Everything is deleted.")).to_be_focused()
    assert stored(page, "noise-budget") is None


def test_a_page_that_was_only_looked_at_keeps_nothing(page: Page) -> None:
    visit(page, "worksheets/five-partnership-questions/")
    cell(page, 0, "proof").fill("x")
    assert stored(page, "five-partnership-questions") is not None
    cell(page, 0, "proof").fill("")
    assert stored(page, "five-partnership-questions") is None
