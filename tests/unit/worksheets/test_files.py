"""Worksheets in files: read back as written, whatever else a file holds, and never more than is allowed."""

import json
from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call

from pushpull.bank import Bank
from pushpull.pages.bank_json import bank_json
from pushpull.pages.sheet_json import sheet_data
from pushpull.words import fill

Json = dict[str, Any]
ROWS = [{"message": "Newsletter", "times": "2"}, {}, {"message": "=1+1", "group": "<b>all</b>"}]


@pytest.fixture(scope="module")
def bank(root: Path) -> Bank:
    return own_bank()


@pytest.fixture(scope="module")
def noise(bank: Bank) -> Json:
    return sheet_data(bank.worksheet_by_id["noise-budget"])


def stored(sheet: Json, name: str = "Spring") -> str:
    return str(call("worksheets/sheet", "written", {"name": name, "answers": {}, "rows": ROWS}, sheet))


def test_a_sheet_comes_back_from_its_own_file_as_it_was(noise: Json) -> None:
    [found] = call("worksheets/file", "sheetsIn", stored(noise))
    assert (found["sheet"], found["name"], found["rows"], found["text"]) == ("noise-budget", "Spring", 2, stored(noise))
    assert call("worksheets/sheet", "readSheet", noise, found["text"])["rows"] == ROWS


def test_a_file_of_answers_carries_sheets_and_is_read_as_answers_without_a_word(
    root: Path, bank: Bank, noise: Json
) -> None:
    sample = next((root / "assessment" / "samples").glob("*.json")).read_text(encoding="utf-8")
    whole = call("worksheets/file", "withSheets", sample, [stored(noise), "{", '{"format": "other"}'])
    data = json.loads(bank_json(bank))
    alone = call("response/import-file", "readFile", data, sample)
    assert call("response/import-file", "readFile", data, whole) == alone
    assert [each["text"] for each in call("worksheets/file", "sheetsIn", whole)] == [stored(noise)]


@pytest.mark.parametrize(("rows", "fits"), [(450, True), (500, False)])
def test_what_is_saved_is_no_more_bytes_than_what_is_opened(root: Path, noise: Json, rows: int, *, fits: bool) -> None:
    sample = next((root / "assessment" / "samples").glob("*.json")).read_text(encoding="utf-8")
    sheet = json.dumps(json.loads(stored(noise)) | {"rows": [{"message": "ж" * 2000, "group": "ж" * 200}] * rows})
    whole = call("worksheets/file", "withSheets", sample, [sheet, sheet])
    assert (whole is not None) is fits
    assert not fits or len(call("worksheets/file", "sheetsIn", whole)) == 2
    large = json.dumps({"worksheets": [json.loads(sheet)] * 2, "format": "push-to-pull/response"}, ensure_ascii=False)
    assert len(call("worksheets/file", "sheetsIn", large)) == (2 if fits else 0)


def test_cells_that_have_no_place_on_the_sheet_are_counted(noise: Json) -> None:
    odd = json.loads(stored(noise)) | {"answers": {"nobody": "x"}, "rows": [{"message": "a", "colour": "b"}]}
    [found] = call("worksheets/file", "sheetsIn", json.dumps(odd))
    read = call("worksheets/sheet", "readSheet", noise, found["text"])
    assert call("worksheets/file", "leftOut", found["text"], read) == 2


HOSTILE = [
    "",
    "[]",
    "null",
    '"push-to-pull/worksheet"',
    "[" * 100_000 + '"push-to-pull/worksheet"',
    '{"format":"push-to-pull/worksheet"}',
    '{"format":"push-to-pull/worksheet","version":2,"sheet":"noise-budget","rows":[]}',
    '{"format":"push-to-pull/worksheet","version":1,"sheet":"../../x","rows":[]}',
    '{"format":"push-to-pull/worksheet","version":1,"sheet":"noise-budget","rows":{"length":9}}',
    '{"format":"push-to-pull/response","worksheets":{"0":"push-to-pull/worksheet"}}',
    '{"format":"push-to-pull/worksheet"}' + " " * (4 * 1024 * 1024),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_sheet_gives_none(text: str) -> None:
    assert call("worksheets/file", "sheetsIn", text) == []


def test_only_texts_under_plain_names_are_taken(noise: Json) -> None:
    rows = [{"__proto__": "x", "constructor": "y", "a b": "z", "message": 5, "group": ["g"], "times": "n" * 3000}]
    odd = json.dumps(json.loads(stored(noise)) | {"rows": rows * 600, "more": "x", "title": {"a": 1}})
    [found] = call("worksheets/file", "sheetsIn", odd)
    data = json.loads(found["text"])
    assert data.keys() == {"format", "version", "sheet", "title", "name", "answers", "rows"}
    assert (len(data["rows"]), data["title"]) == (500, "")
    assert data["rows"][0] == {"constructor": "y", "times": "n" * 2000}
    # Two names that no column has and two cells that are no texts, in each row that there is room for.
    assert (found["odd"], found["cut"], len(found["over"])) == (4 * 500, 500, 100)


LEFT_OUT = "pages/worksheet/tools/left-out"


def test_what_a_file_holds_beyond_a_sheet_is_said_before_anything_changes(bank: Bank, noise: Json) -> None:
    rows = [{"message": f"m{row}"} for row in range(502)] + [{}]
    odd = json.loads(stored(noise)) | {"rows": [{"message": "ж" * 2001, "times": 5}, *rows]}
    [found] = call("worksheets/file", "sheetsIn", json.dumps(odd))
    assert call(LEFT_OUT, "leftOutTexts", found, {"$words": bank.words["worksheet_more"]}, 1) == [
        "2 cells have no place on this sheet and would be left out.",
        fill(bank.words["worksheet_more"]["inside_over"], n=3, taken=500, first="m499"),
        "1 text is longer than a sheet takes, and would be cut to 2000 characters.",
    ]
    [whole] = call("worksheets/file", "sheetsIn", stored(noise))
    assert call(LEFT_OUT, "leftOutTexts", whole, {"$words": bank.words["worksheet_more"]}) == []


def test_sheets_beyond_a_hundred_of_one_file_are_counted_in_words(bank: Bank, noise: Json) -> None:
    def said(count: int) -> Any:
        sheets = [json.loads(stored(noise))] * count
        text = json.dumps({"format": "push-to-pull/response", "worksheets": sheets})
        assert len(call("worksheets/file", "sheetsIn", text)) == min(count, 100)
        return call(LEFT_OUT, "sheetsLeftOutTexts", text, {"$words": bank.words["worksheet_more"]})

    assert said(100) == []
    assert said(103) == ["At most 100 worksheets are read from a file, so the last 3 in it would be left out."]


JSONS = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=8,
)


@settings(max_examples=75, deadline=None)
@given(answers=JSONS, rows=JSONS, name=JSONS)
def test_no_file_makes_reading_throw(answers: Any, rows: Any, name: Any) -> None:
    head = {"format": "push-to-pull/worksheet", "version": 1, "sheet": "noise-budget", "title": "Noise budget"}
    odd = head | {"answers": answers, "rows": rows, "name": name}
    for text in (json.dumps(odd), json.dumps({"format": "push-to-pull/response", "worksheets": [odd, answers]})):
        for found in call("worksheets/file", "sheetsIn", text):
            again = call("worksheets/file", "sheetsIn", found["text"])
            assert again == [found | {"over": [], "cut": 0, "odd": 0}]
