"""How a filled worksheet looks: to axe, and as a picture."""

import pytest
from axe import CONTENT, WIDE, violations_in_every_look
from playwright.sync_api import Page, expect
from sheet_page import NOISE, cell
from visitor import visit


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
    assert violations_in_every_look(page, within=CONTENT) == []


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
