"""Worksheets carried in and out: as CSV, as JSON, by link, and with the answers."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sheet_page import FIGURES, NOISE, cell
from visitor import visit


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


def test_rows_for_which_there_is_no_room_are_named_before_anything_changes(page: Page, tmp_path: Path) -> None:
    visit(page, NOISE)
    path, panel = tmp_path / "long.csv", page.locator(".pp-panel")
    path.write_text("Kind of message\n" + "".join(f"m{row}\n" for row in range(620)), encoding="utf-8")
    choose(page, path)
    expect(panel).to_contain_text("A sheet holds 500 rows, so 120 rows would be left out, from “m500” on. Cut the file")
    many = [{"message": f"m{row}" + "x" * (2000 if row == 0 else 0)} for row in range(501)]
    sheet = {"format": "push-to-pull/worksheet", "version": 1, "sheet": "noise-budget", "rows": many}
    path.write_text(json.dumps(sheet), encoding="utf-8")
    choose(page, path)
    expect(panel).to_contain_text("A sheet holds 500 rows, so 1 row would be left out, “m500”.")
    expect(panel).to_contain_text("1 text is longer than a sheet takes, and would be cut to 2000 characters.")
    path.write_text("Kind of message\n" + "m\n" * 20_001, encoding="utf-8")
    choose(page, path)
    expect(page.get_by_text("The file has more than 20000 lines")).to_be_visible()


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
