"""What a picture is drawn from: the cells and figures of the sheet, for its example and for anything written on it."""

from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from node_bridge import call

from pushpull.bank import Bank
from pushpull.pages.sheet_json import sheet_data

Json = dict[str, Any]
SHEETS = sorted(path.stem for path in (Path(__file__).parents[3] / "assessment" / "worksheets").glob("*.yml"))
TODAY = 20_766


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


def drawing(sheet: Json, filled: Json) -> Any:
    results = call("worksheets/evaluate", "workOut", sheet, filled, TODAY)
    given_ = {"sheet": sheet, "picture": sheet["picture"], "filled": filled, "results": results}
    return call(f"worksheets/pictures/{sheet['picture']['kind']}", "drawingOf", given_)


def of_example(bank: Bank, name: str) -> Any:
    sheet = sheet_data(bank.worksheet_by_id[name])
    return drawing(sheet, sheet["example"])


@pytest.mark.parametrize("name", SHEETS)
def test_every_worksheet_has_a_picture_of_its_example_and_none_of_an_empty_sheet(bank: Bank, name: str) -> None:
    sheet = sheet_data(bank.worksheet_by_id[name])
    assert of_example(bank, name)["kind"] == sheet["picture"]["kind"]
    assert drawing(sheet, {"answers": {}, "rows": [{}]}) is None


def test_bars_run_from_the_largest_down_and_mark_what_few_people_rated(bank: Bank) -> None:
    rows = of_example(bank, "customer-problem-chart")["rows"]
    assert [row["value"] for row in rows] == [15, 13, 11, 10, 10, 8]
    assert [row["doubt"] for row in rows] == [False, True, False, False, False, False]


def test_arrows_lead_to_what_is_handed_on_to_and_from_what_feeds(bank: Bank) -> None:
    found = of_example(bank, "channel-mix-audit")
    assert {"from": 0, "to": 3, "part": "to"} in found["links"]
    assert {"from": 4, "to": 1, "part": "from"} in found["links"]
    assert [node["name"] for node in found["nodes"] if not node["isLinked"]] == ["Trade fair stand"]


def test_a_month_is_that_of_the_group_that_hears_most(bank: Bank) -> None:
    found = of_example(bank, "noise-budget")
    assert found["group"] == "customers"
    assert [(row["name"], row["times"], row["ground"]) for row in found["rows"]] == [
        ("Newsletter", 2, 0),
        ("Weekend offers", 8, 1),
        ("Service reminder", 1, 0),
        ("Partner offers", 4, 2),
    ]


ODD = st.one_of(
    st.sampled_from(["", "0", "-3", "1e9", "999999999999", "Monday 9 to 12", "live", "yes", "2026-11-09", "x" * 900]),
    st.text(max_size=20),
)


@pytest.mark.parametrize("name", SHEETS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_sheet_makes_a_picture_throw(bank: Bank, name: str, data: st.DataObject) -> None:
    sheet = sheet_data(bank.worksheet_by_id[name])
    cells = st.fixed_dictionaries({}, optional={column["id"]: ODD for column in sheet["columns"]})
    answers = data.draw(st.fixed_dictionaries({}, optional={each["id"]: ODD for each in sheet["questions"]}))
    found = drawing(sheet, {"answers": answers, "rows": data.draw(st.lists(cells, max_size=5))})
    assert found is None or found["kind"] == sheet["picture"]["kind"]
