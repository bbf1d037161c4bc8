"""Worksheets and the assessment: figures as evidence for answers, a sheet filled in from the plan."""

import json
from pathlib import Path
from typing import Any

from axe import CONTENT, WIDE, violations_in_every_look
from playwright.sync_api import Locator, Page, expect
from visitor import key_of, visit

Json = dict[str, Any]
NOISE = "worksheets/noise-budget/"
LEDGER = "worksheets/say-do-ledger/"


def cell(page: Page, row: int, column: str) -> Locator:
    return page.locator(f'[data-row="{row}"][data-column="{column}"]')


def with_answers(page: Page, answers: Json) -> None:
    """Answers of an earlier visit."""
    visit(page, NOISE)
    data = {"format": "push-to-pull/response", "version": 1, "bank": {"id": "push-to-pull", "version": "2.0.0"}}
    text = json.dumps({**data, "form": "full", "answers": answers})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key_of(page, "push-to-pull"), text])


def answer(page: Page, practice: str) -> Json | None:
    text = page.evaluate("key => localStorage.getItem(key)", key_of(page, "push-to-pull"))
    found: Json | None = json.loads(text or "{}").get("answers", {}).get(practice)
    return found


def block(page: Page, practice: str) -> Locator:
    return page.locator(f'.pp-evidence[data-practice="{practice}"]')


def some_noise(page: Page) -> None:
    for column, text in {"message": "Offers", "group": "all", "times": "4", "ground": "none"}.items():
        field = cell(page, 0, column)
        field.select_option(text) if column == "ground" else field.fill(text)
    expect(page.locator(".pp-drawn svg").first).to_be_visible()  # it moves the buttons below it when it comes


def test_a_figure_becomes_the_evidence_of_an_answer_and_leaves_its_level_alone(page: Page) -> None:
    with_answers(page, {"invited-contact": {"value": 2, "rev": 2, "basis": "told", "note": "asked Eva"}})
    visit(page, NOISE)
    some_noise(page)
    page.get_by_role("button", name="Use as evidence").click()
    expect(block(page, "invited-contact")).to_contain_text(
        "You said: “They can choose the topics or how often, but not both.”"
    )
    expect(block(page, "invited-contact")).to_contain_text("The sheet shows: Uninvited share: 100%.")
    block(page, "invited-contact").get_by_role("button", name="Use as evidence").click()
    expect(page.get_by_text("has the figure as evidence now.")).to_be_visible()
    found = answer(page, "invited-contact") or {}
    assert (found["value"], found["basis"], found["rev"]) == (2, "seen", 2)
    first, second = found["note"].split("\n")
    assert first == "asked Eva"
    assert second.startswith("Noise budget, ")
    assert second.endswith(": Uninvited share: 100%.")
    block(page, "invited-contact").get_by_role("button", name="Use as evidence").click()
    assert len((answer(page, "invited-contact") or {})["note"].split("\n")) == 2
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Close").click()
    assert (answer(page, "invited-contact") or {})["basis"] == "seen"


def test_a_rule_of_the_sheet_offers_a_level_with_its_reason_and_sets_it_only_when_asked(page: Page) -> None:
    visit(page, LEDGER)
    cell(page, 0, "value").fill("Fair prices")
    cell(page, 0, "act").fill("List on the door")
    cell(page, 0, "date").fill(page.evaluate("() => new Date().toISOString().slice(0, 10)"))
    cell(page, 0, "check").select_option("yes")
    page.get_by_role("button", name="Use as evidence").click()
    offer = block(page, "values-in-action")
    expect(offer).to_contain_text("You have not answered this yet.")
    expect(offer).to_contain_text("From this the answer would be: “Real cases that anyone can check.”")
    expect(offer).to_contain_text("1 of your 1 values have an act of the past year that others could check.")
    assert answer(page, "values-in-action") is None
    offer.get_by_role("button", name="Answer so, with this evidence").click()
    expect(offer).to_contain_text("The sheet agrees with it.")
    assert (answer(page, "values-in-action") or {})["value"] == 2
    page.get_by_role("button", name="Undo").click()
    expect(offer).to_contain_text("You have not answered this yet.")
    assert answer(page, "values-in-action") is None


def test_figures_of_the_example_are_no_evidence(page: Page) -> None:
    visit(page, NOISE)
    page.get_by_role("button", name="See it filled in").click()
    page.get_by_role("button", name="Use as evidence").click()
    expect(page.get_by_text("These figures are invented.")).to_be_visible()


def test_the_ninety_day_plan_is_filled_in_from_the_plan_below_what_is_there(page: Page, root: Path) -> None:
    sample = json.loads((root / "assessment/samples").glob("*.json").__next__().read_text(encoding="utf-8"))
    with_answers(page, sample["answers"])
    visit(page, "worksheets/ninety-day-plan/#fill")
    expect(page.get_by_role("heading", name="From your plan")).to_be_focused()
    cell(page, 0, "play").fill("Our own")
    page.get_by_role("button", name="Add them to the sheet").click()
    expect(cell(page, 0, "play")).to_have_value("Our own")
    expect(cell(page, 1, "play")).not_to_have_value("")
    expect(cell(page, 1, "start")).to_have_value("1")
    expect(page.locator("#ask-capacity")).not_to_have_value("")
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 1, "play")).to_have_value("")


def test_ladder_and_return_is_filled_in_from_the_question_and_nothing_is_written_over(page: Page) -> None:
    with_answers(page, {"engagement-ladder": {"value": 2, "note": "31 of 84 joined"}})
    visit(page, "worksheets/ladder-and-return/#fill")
    expect(page.get_by_role("heading", name="From your answer")).to_be_focused()
    expect(page.locator(".pp-panel")).to_contain_text("You said: “Two of these.”")
    expect(page.locator(".pp-panel")).to_contain_text("31 of 84 joined")
    cell(page, 2, "sign").fill("Writes or rings")
    page.get_by_role("button", name="Add this to the sheet").click()
    expect(cell(page, 2, "sign")).to_have_value("Writes or rings")
    expect(cell(page, 5, "sign")).to_have_value("Buys or joins")
    expect(cell(page, 6, "up-from")).to_have_value("Joining or buying")
    page.get_by_role("button", name="Undo").click()
    expect(cell(page, 5, "sign")).to_have_value("")


def test_axe_finds_nothing_in_what_the_buttons_open(page: Page) -> None:
    page.set_viewport_size(WIDE)
    visit(page, NOISE)
    some_noise(page)
    page.get_by_role("button", name="Several sheets").click()
    assert violations_in_every_look(page, within=CONTENT) == []
    page.get_by_role("button", name="Use as evidence").click()
    expect(block(page, "invited-contact")).to_be_visible()
    assert violations_in_every_look(page, within=CONTENT) == []


def test_a_pasted_text_is_counted_marked_and_becomes_a_row_and_is_not_stored(page: Page) -> None:
    visit(page, "worksheets/language-check/")
    page.get_by_role("button", name="Count a text").click()
    expect(page.get_by_label("Paste the text")).to_be_focused()
    page.keyboard.insert_text("Our leading shop reaches consumers. <b>Do you like it?</b> Bikeworks does.")
    page.get_by_label("Your own name").fill("Bikeworks")
    marked = page.locator(".pp-marked mark")
    expect(marked).to_have_text(["Our2", "leading4", "consumers1", "you3", "Bikeworks2"])
    assert violations_in_every_look(page, within=CONTENT) == []
    page.get_by_label("Name of the text").fill("Home page")
    page.get_by_role("button", name="Add the counts as a row").click()
    expect(cell(page, 0, "text")).to_have_value("Home page")
    expect(cell(page, 0, "we")).to_have_value("2")
    expect(cell(page, 0, "questions")).to_have_value("1")
    assert "reaches" not in page.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage})")
