"""Levels that a sheet suggests: what the rules of the bank make of a sheet, and nothing while figures are missing."""

from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from node_bridge import call, words

from pushpull.bank import Bank
from pushpull.pages.sheet_json import sheet_data

Json = dict[str, Any]
TODAY = 20_766
OF_EXAMPLES = {
    ("channel-mix-audit", "effort-share"): 3,
    ("channel-mix-audit", "unprompted-demand"): 3,
    ("customer-problem-chart", "problem-chart"): 2,
    ("ladder-and-return", "engagement-ladder"): 4,
    ("ladder-and-return", "return-on-engagement"): 4,
    ("say-do-ledger", "values-in-action"): 2,
    ("partner-constellation", "beyond-our-offer"): 3,
}


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


def suggested(sheet: Json, filled: Json, evidence: Json) -> int | None:
    """The level that a page offers: none while the figure itself is missing."""
    if "missing" in call("worksheets/evaluate", "workOut", sheet, filled, TODAY)[evidence["figure"]]:
        return None
    trees = [each["that"] for each in evidence["suggests"]]
    place = call("worksheets/evaluate", "firstThatHolds", sheet, filled, TODAY, trees)
    return None if place < 0 else int(evidence["suggests"][place]["level"])


def test_the_examples_suggest_these_levels_and_no_others(bank: Bank) -> None:
    found = {}
    for worksheet in bank.worksheets:
        sheet = sheet_data(worksheet)
        for evidence in sheet["evidence"]:
            level = suggested(sheet, sheet["example"], evidence)
            if level is not None:
                found[worksheet.id, evidence["practice"]] = level
    assert found == OF_EXAMPLES


@pytest.mark.parametrize(("start", "level"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 4)])
def test_the_share_of_effort_leads_to_the_answer_that_names_it(bank: Bank, start: int, level: int) -> None:
    sheet = sheet_data(bank.worksheet_by_id["channel-mix-audit"])
    row = {"activity": "All of it", "money": "1200", "hours": "10", "start": str(start)}
    filled = {"answers": {"hour-cost": "20"}, "rows": [row]}
    assert suggested(sheet, filled, sheet["evidence"][0]) == level


def test_an_empty_sheet_suggests_nothing(bank: Bank) -> None:
    for worksheet in bank.worksheets:
        sheet = sheet_data(worksheet)
        for evidence in sheet["evidence"]:
            filled = call("worksheets/sheet", "newSheet", sheet)
            assert suggested(sheet, filled, evidence) is None, (worksheet.id, evidence["practice"])


def noted(note: str, figure: str, title: str = "Pull sheet") -> str:
    evidence = {"title": title, "date": "29 November 2026", "figure": figure}
    return str(call("pages/worksheet/tools/evidence", "noteWith", note, evidence, words("worksheet_more")))


OWN = "First thought.\n\nPull sheet is what Ann calls it: Load: high.\nSecond paragraph."


@pytest.mark.parametrize(
    "beside",
    [
        "Pull sheet (Team B), 1 May 2026: Load: 9.",
        "Pull sheet, 1 May 2026: Load of all: 9.",
        "Pull sheets, 1 May 2026: Load: 9.",
    ],
    ids=["of a named sheet", "of another figure", "of another kind"],
)
def test_a_figure_as_evidence_leaves_all_else_in_the_note_as_it_was(beside: str) -> None:
    once = noted(f"{OWN}\n{beside}\n", "Load: 4")
    assert once == f"{OWN}\n{beside}\n\nPull sheet, 29 November 2026: Load: 4."


def test_a_figure_worked_out_again_takes_the_place_of_the_one_before() -> None:
    assert noted(noted("", "Load: 4"), "Load: 5") == "Pull sheet, 29 November 2026: Load: 5."
    both = noted(noted(OWN, "Load: 4", "Pull sheet (Team B)"), "Load: 4")
    assert noted(both, "Load: 5", "Pull sheet (Team B)").split("\n")[-2:] == [
        "Pull sheet, 29 November 2026: Load: 4.",
        "Pull sheet (Team B), 29 November 2026: Load: 5.",
    ]
