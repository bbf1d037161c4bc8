"""Worksheets filled in by keyboard, and worked out while typing."""

from itertools import pairwise
from pathlib import Path

import pytest
from axe import WIDE
from banks import own_bank
from pdf_pages import texts_on_pages
from playwright.sync_api import Page, expect
from sheet_page import FIGURES, NOISE, SHEETS, cell, stored
from visitor import on_day, tab_to, visit

from pushpull.bank import Bank


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


@pytest.fixture
def on_the_day(page: Page) -> Page:
    """A wide page on the day of the examples."""
    on_day(page, "2026-11-09T10:00:00")
    page.set_viewport_size(WIDE)
    return page


def type_in(page: Page, kind: str, text: str) -> None:
    """Write in the field that has the focus, by keys alone; a date, whose keys depend on the place, at once."""
    if kind == "date":
        page.locator(":focus").fill(text)
    elif kind in ("choice", "yes/no"):
        page.keyboard.type(text)
    else:
        page.keyboard.insert_text(text)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_filled_in_by_keys_comes_to_the_figures_of_its_example_reads_on_a_small_phone_and_prints_on_one_page(
    on_the_day: Page, bank: Bank, name: str
) -> None:
    page, sheet = on_the_day, bank.worksheet_by_id[name]
    assert sheet.example is not None
    visit(page, f"worksheets/{name}/")
    page.get_by_role("button", name="See it filled in").click()
    expected = page.evaluate(FIGURES)
    page.get_by_role("button", name="Back to my sheet").click()
    assert page.evaluate(FIGURES) != expected
    first = sheet.columns[0].id
    names = [str(row.get(first, "")) for row in sheet.example.rows]
    cell(page, 0, first).focus()
    for text in names:  # down the first column, so that rows can name one another
        page.keyboard.press("ControlOrMeta+a")
        type_in(page, sheet.columns[0].type, text) if text else page.keyboard.press("Delete")
        page.keyboard.press("Enter")
    for index, row in enumerate(sheet.example.rows):
        cell(page, index, first).focus()
        for before, column in pairwise(sheet.columns):
            if before.type == "date":  # which has several stops
                tab_to(page, cell(page, index, column.id))
            else:
                page.keyboard.press("Tab")
            if column.id in row:
                type_in(page, column.type, str(row[column.id]))
    for id_, answer in sheet.example.answers.items():
        page.locator(f"#ask-{id_}").fill(str(answer))
    assert page.evaluate(FIGURES) == expected
    expect(page.locator("[aria-invalid]")).to_have_count(0)
    visit(page, f"worksheets/{name}/")
    assert page.evaluate(FIGURES) == expected
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    for size in ("A4", "Letter"):
        assert len(texts_on_pages(page.pdf(format=size, prefer_css_page_size=True, landscape=True))) == 1


def test_the_example_is_not_saved_and_leaves_the_own_sheet_alone(page: Page) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("Ours")
    page.get_by_role("button", name="See it filled in").click()
    expect(page.get_by_text("Millbrook Bikes")).to_be_visible()
    cell(page, 0, "times").fill("99")
    expect(page.locator("[data-figure=heaviest]")).to_contain_text("112")
    page.get_by_role("button", name="Back to my sheet").click()
    expect(cell(page, 0, "message")).to_have_value("Ours")
    assert stored(page, "noise-budget")["rows"][0] == {"message": "Ours"}  # type: ignore[index]


def test_what_is_missing_or_wrong_is_said_where_it_is(page: Page) -> None:
    visit(page, NOISE)
    cell(page, 1, "group").fill("members")
    expect(page.locator("[data-figure=heaviest]")).to_contain_text("Fill in “Times a month” in row 2.")
    cell(page, 1, "times").fill("often")
    cell(page, 1, "times").press("Enter")
    expect(cell(page, 2, "times")).to_be_focused()
    expect(cell(page, 1, "times")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#fault-1-times")).to_have_text("Write a number, such as 12.5.")
    expect(page.locator("[data-figure=heaviest]")).to_contain_text("Correct “Times a month” in row 2.")
    cell(page, 1, "times").fill("4")
    expect(page.locator("[data-figure=heaviest]")).to_contain_text("4 messages a month")
    expect(page.locator("[data-figure=price-led]")).to_contain_text("0%")
    expect(page.locator("[data-figure=replies-for-a-leave]")).to_contain_text("There is nothing to divide by.")


def test_arrows_leave_a_cell_at_its_ends_and_move_rows_with_alt(page: Page) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("one")
    cell(page, 1, "message").fill("two")
    page.keyboard.press("ArrowUp")
    expect(cell(page, 1, "message")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(cell(page, 0, "message")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(cell(page, 0, "group")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Alt+ArrowDown")
    expect(cell(page, 1, "message")).to_be_focused()
    expect(cell(page, 1, "message")).to_have_value("one")
    assert [row["message"] for row in stored(page, "noise-budget")["rows"][:2]] == ["two", "one"]  # type: ignore[index]


def test_a_deleted_row_can_be_brought_back_and_enter_in_the_last_row_adds_one(page: Page) -> None:
    visit(page, NOISE)
    for row in range(6):
        cell(page, row, "message").fill(f"m{row}")
    page.keyboard.press("Enter")
    expect(cell(page, 6, "message")).to_be_focused()
    page.get_by_role("button", name="Delete row 2").click()
    expect(cell(page, 1, "message")).to_have_value("m2")
    expect(cell(page, 1, "message")).to_be_focused()
    expect(page.get_by_role("button", name="Undo")).to_be_in_viewport()
    page.get_by_role("button", name="Undo").press("Enter")
    expect(cell(page, 1, "message")).to_have_value("m1")
    expect(page.get_by_text("It is back as it was.")).to_be_focused()
    page.get_by_role("button", name="Delete row 2").click()
    expect(cell(page, 1, "message")).to_have_value("m2")
    page.keyboard.press("Control+z")
    expect(cell(page, 1, "message")).to_have_value("m1")
    expect(cell(page, 1, "message")).to_be_focused()
    assert [row.get("message") for row in stored(page, "noise-budget")["rows"]][:6] == [f"m{n}" for n in range(6)]  # type: ignore[index]


PASTE = """([selector, text]) => {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  document.querySelector(selector).dispatchEvent(event);
}"""


def test_a_block_from_a_spreadsheet_is_pasted_over_cells_and_new_rows(page: Page) -> None:
    visit(page, NOISE)
    block = "a\tg\t3\tnone\tyes\n" * 7 + '"two\nlines"\th\t1\tAsked for\tno\textra\t1\t2\t3\t4\n'
    page.evaluate(PASTE, ['[data-row="1"][data-column="message"]', block])
    expect(page.get_by_text("43 cells are pasted.")).to_be_visible()
    expect(page.locator("[data-figure=heaviest]")).to_contain_text("21 messages a month")
    expect(cell(page, 8, "message")).to_have_value("two\nlines")
    expect(cell(page, 8, "ground")).to_have_value("asked for")
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 1, "message")).to_have_value("")


def test_rows_that_name_a_row_follow_its_new_name(page: Page) -> None:
    visit(page, "worksheets/channel-mix-audit/")
    cell(page, 0, "activity").fill("Site")
    cell(page, 1, "activity").fill("Radio")
    cell(page, 1, "hands-on").fill("site")
    cell(page, 0, "activity").fill("Website")
    cell(page, 0, "activity").press("Tab")
    expect(cell(page, 1, "hands-on")).to_have_value("Website")
    cell(page, 1, "fed-by").fill("Nobody")
    cell(page, 1, "fed-by").press("Tab")
    expect(page.locator("#fault-1-fed-by")).to_have_text("Write the name of another row.")
