"""Worksheets in use: filled in by keyboard, worked out while typing, kept, taken back, carried in and out as CSV."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe import WIDE, violations_in_every_look
from banks import own_bank
from pdf_pages import texts_on_pages
from playwright.sync_api import BrowserContext, Page, expect
from visitor import key_of, settled, tab_to, visit

from pushpull.bank import Bank

Json = dict[str, Any]
SHEETS = sorted(path.stem for path in (Path(__file__).parents[3] / "assessment" / "worksheets").glob("*.yml"))
NOISE = "worksheets/noise-budget/"
FIGURES = """() => ['.pp-figure', '.pp-grid__figure'].map(kind =>
  [...document.querySelectorAll(kind)].map(each => each.innerText.trim()).filter(Boolean))"""
STORED = "id => Object.entries({...localStorage}).find(([key]) => key.endsWith(`:sheet:${id}`))?.[1] ?? null"


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


@pytest.fixture
def on_the_day(new_context: Callable[[], BrowserContext]) -> Page:
    """A wide page on the day of the examples."""
    page = new_context().new_page()
    page.clock.set_fixed_time("2026-11-09T10:00:00")
    page.set_viewport_size(WIDE)
    return page


def cell(page: Page, row: int, column: str) -> Any:
    return page.locator(f'[data-row="{row}"][data-column="{column}"]')


def stored(page: Page, sheet: str) -> Json | None:
    text = page.evaluate(STORED, sheet)
    return None if text is None else dict(json.loads(text))


def type_in(page: Page, kind: str, text: str) -> None:
    """Write in the field that has the focus, by keys alone; a date, whose keys depend on the place, at once."""
    if kind == "date":
        page.locator(":focus").fill(text)
    elif kind in ("choice", "yes/no"):
        page.keyboard.type(text)
    else:
        page.keyboard.insert_text(text)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_filled_in_by_keys_comes_to_the_figures_of_its_example(on_the_day: Page, bank: Bank, name: str) -> None:
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
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 1, "message")).to_have_value("m1")
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


def choose(page: Page, path: Path) -> None:
    page.locator("input[type=file]").set_input_files(path)


def save(page: Page, what: str) -> Path:
    """The file that a button under "Save or share" makes."""
    page.get_by_role("button", name="Save or share").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=what).click()
    path = saved.value.path().with_name(saved.value.suggested_filename)
    saved.value.save_as(path)
    return path


def test_a_csv_file_carries_a_sheet_out_and_in_without_formulas(page: Page) -> None:
    visit(page, "worksheets/ladder-and-return/")
    page.get_by_role("button", name="See it filled in").click()
    cell(page, 0, "sign").fill('=HYPERLINK("http://x.example";"click")')
    cell(page, 1, "worth-low").fill("-0.2")
    expected = page.evaluate(FIGURES)
    path = save(page, "Save as CSV")
    text = path.read_text(encoding="utf-8-sig")
    assert "\"'=HYPERLINK(" in text
    assert ",-0.2," in text
    page.get_by_role("button", name="Back to my sheet").click()
    choose(page, path)
    expect(page.get_by_role("heading", name="What is in")).to_be_focused()
    expect(page.locator(".pp-panel")).to_contain_text("7 rows.")
    assert page.evaluate(FIGURES) != expected
    page.get_by_role("button", name="Use it").click()
    assert page.evaluate(FIGURES) == expected
    expect(cell(page, 0, "sign")).to_have_value('=HYPERLINK("http://x.example";"click")')


@pytest.mark.parametrize("content", ["", "\x00\x01,\x02", '"' * 999, "a,b\n1,2", "=cmd|' /C calc'!A0\n" * 50])
def test_a_file_that_is_no_sheet_changes_nothing(page: Page, tmp_path: Path, content: str) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("Ours")
    (tmp_path / "odd.csv").write_text(content, encoding="utf-8")
    choose(page, tmp_path / "odd.csv")
    expect(page.get_by_text("No column of this sheet was found in the file")).to_be_visible()
    expect(cell(page, 0, "message")).to_have_value("Ours")


def test_a_file_is_looked_into_before_it_replaces_a_sheet_which_an_undo_brings_back(page: Page, tmp_path: Path) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("Ours")
    (tmp_path / "theirs.csv").write_text("Kind of message,Colour\nTheirs,red\n", encoding="utf-8")
    choose(page, tmp_path / "theirs.csv")
    panel = page.locator(".pp-panel")
    expect(panel).to_contain_text("1 cell or answer differs from the sheet you see.")
    expect(panel).to_contain_text("This sheet has no such columns, so they would be left out: Colour.")
    expect(cell(page, 0, "message")).to_have_value("Ours")
    page.get_by_role("button", name="Put it in the place of this sheet").click()
    expect(cell(page, 0, "message")).to_have_value("Theirs")
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 0, "message")).to_have_value("Ours")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"format": "push-to-pull/worksheet"', "The file holds no worksheet"),
        ('{"format": "other", "rows": [{"message": "=cmd|\' /C calc\'!A0"}]}', "The file holds no worksheet"),
        ("[" * 50_000, "The file holds no worksheet"),
        (
            '{"format": "push-to-pull/worksheet", "version": 1, "sheet": "talking-rota", "title": "<i>", "rows": []}',
            "It holds no sheet of this kind, but these",
        ),
    ],
    ids=["cut", "of another program", "nested", "of another kind"],
)
def test_json_that_is_no_sheet_of_this_kind_changes_nothing(
    page: Page, tmp_path: Path, content: str, told: str
) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("Ours")
    (tmp_path / "odd.json").write_text(content, encoding="utf-8")
    choose(page, tmp_path / "odd.json")
    expect(page.get_by_text(told)).to_be_visible()
    expect(cell(page, 0, "message")).to_have_value("Ours")


def test_several_sheets_of_a_kind_are_kept_by_name(page: Page) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("First")
    page.get_by_role("button", name="Several sheets").click()
    page.get_by_label("Name of the open sheet").fill("Spring")
    page.get_by_label("Name of the open sheet").press("Enter")
    page.get_by_role("button", name="Begin another sheet").click()
    expect(cell(page, 0, "message")).to_have_value("")
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


def test_a_link_carries_a_short_sheet_to_be_kept_beside_the_own_one(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, NOISE)
    cell(page, 0, "message").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Save or share").click()
    page.get_by_role("button", name="Copy a link").click()
    expect(page.get_by_text("The link is copied.")).to_be_visible()
    link = page.evaluate("() => navigator.clipboard.readText()")
    cell(page, 0, "message").fill("Ours")
    page.goto(link)
    expect(page.locator(".pp-panel")).to_contain_text("1 cell or answer differs")
    page.get_by_role("button", name="Keep it as another sheet").click()
    expect(cell(page, 0, "message")).to_have_value("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 0, "message")).to_have_value("Ours")
    page.goto(link[:-9])
    expect(page.get_by_text("The link holds no sheet, or is damaged.")).to_be_visible()


def test_sheets_go_with_the_answers_into_one_file_and_come_back_from_it(page: Page) -> None:
    visit(page, NOISE)
    cell(page, 0, "message").fill("Ours")
    page.get_by_role("button", name="Save or share").click()
    expect(page.get_by_role("button", name="Save with my answers")).to_be_visible()
    visit(page, "assessment/keep/")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save with worksheets").click()
    path = saved.value.path()
    visit(page, NOISE)
    cell(page, 0, "message").fill("")
    visit(page, "assessment/keep/")
    expect(page.get_by_role("button", name="Save with worksheets")).to_have_count(0)
    page.locator("[data-file]").set_input_files(path)
    block = page.locator("[data-sheets]")
    expect(block).to_contain_text("Noise budget 1 row")
    block.get_by_role("button", name="Keep them on this device").click()
    expect(block).to_contain_text("1 worksheet is kept; none of yours was replaced.")
    visit(page, NOISE)
    expect(cell(page, 0, "message")).to_have_value("Ours")


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


@pytest.mark.parametrize("name", ["channel-mix-audit", "ninety-day-plan", "talking-rota", "five-partnership-questions"])
def test_axe_finds_nothing_on_a_filled_sheet(page: Page, name: str) -> None:
    page.set_viewport_size(WIDE)
    visit(page, f"worksheets/{name}/")
    page.get_by_role("button", name="See it filled in").click()
    expect(page.locator(".pp-drawn > svg")).to_be_visible()
    page.locator(".pp-hints summary").click()
    number = page.locator('[data-row="0"][inputmode=decimal]').first
    number.fill("x")
    number.press("Enter")
    assert violations_in_every_look(page) == []


@pytest.mark.parametrize("name", SHEETS)
def test_a_filled_sheet_reads_on_a_small_phone_and_prints_on_one_page(page: Page, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    visit(page, f"worksheets/{name}/")
    page.get_by_role("button", name="See it filled in").click()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    for size in ("A4", "Letter"):
        assert len(texts_on_pages(page.pdf(format=size, prefer_css_page_size=True, landscape=True))) == 1


def test_the_picture_follows_what_is_written_and_an_empty_sheet_has_none(page: Page) -> None:
    visit(page, NOISE)
    picture = page.locator(".pp-drawn")
    expect(picture).to_be_hidden()
    cell(page, 0, "message").fill("Offers")
    cell(page, 0, "group").fill("members")
    cell(page, 0, "times").fill("3")
    expect(picture.get_by_role("img", name="A month for one person: members")).to_be_visible()
    expect(picture.locator(".pp-chart__gap")).to_have_count(3 + 1)  # with the one in the key
    page.get_by_role("button", name="Empty the sheet").click()
    expect(picture).to_be_hidden()
