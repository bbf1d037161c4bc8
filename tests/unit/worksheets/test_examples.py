"""Each worksheet of the bank with the figures it must come to: the examples on its page, and cases of its own."""

from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from golden import cases, differences
from node_bridge import call

from pushpull.bank import Bank
from pushpull.formulas.sheet import compile_sheet
from pushpull.pages.sheet_json import sheet_data
from pushpull.schema.worksheet import Worksheet

Json = dict[str, Any]
SHEETS = sorted(path.stem for path in (Path(__file__).parents[3] / "assessment" / "worksheets").glob("*.yml"))


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


def figures_of(sheet: Worksheet, filled: Json, today: str) -> Json:
    """What the browser makes of a filled sheet, in the shape in which an example says it."""
    found = call("worksheets/evaluate", "workOut", sheet_data(sheet), filled, call("worksheets/cells", "dayOf", today))
    types = compile_sheet(sheet).types
    return {figure.id: _shown(found[figure.id], types[figure.id], figure.each) for figure in sheet.works_out}


def _shown(result: Json, type_: str, each: Any) -> Any:
    if "each" not in result:
        return _value(result, type_)
    if each == "row":
        return [_value(outcome, type_) for _, outcome in result["each"]]
    return {str(key): _value(outcome, type_) for key, outcome in result["each"]}


def _value(outcome: Json, type_: str) -> Any:
    if "missing" in outcome:
        return "none"
    return call("worksheets/cells", "isoOf", outcome["value"]) if type_ == "date" else outcome["value"]


def written(example: Json) -> Json:
    """The texts of an example."""
    return {
        "answers": {key: str(value) for key, value in example.get("answers", {}).items()},
        "rows": [{key: str(value) for key, value in row.items()} for row in example["rows"]],
    }


@pytest.mark.parametrize("name", SHEETS)
def test_the_example_on_a_page_comes_to_its_figures(bank: Bank, name: str) -> None:
    sheet = bank.worksheet_by_id[name]
    assert sheet.example is not None
    example = sheet.example.model_dump()
    found = figures_of(sheet, written(example), example["today"])
    assert differences(example["figures"], found) == []
    assert differences(found, example["figures"]) == []


def test_all_examples_are_of_one_invented_organisation(bank: Bank) -> None:
    names = {sheet.example.of for sheet in bank.worksheets if sheet.example}
    assert len(names) == 1
    assert "invented" in names.pop()


@cases("sheets")
def test_a_sheet_comes_to_these_figures(bank: Bank, case: Json) -> None:
    found = figures_of(bank.worksheet_by_id[case["sheet"]], written(case), "2026-11-09")
    assert differences(case["figures"], {key: found[key] for key in case["figures"]}) == []
