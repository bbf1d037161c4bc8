"""Tables as texts: what a CSV file gives a sheet, whatever a spreadsheet has made of it."""

from typing import Any

import pytest
from node_bridge import call

Json = dict[str, Any]
SHEET: Json = {
    "id": "s",
    "title": "S",
    "columns": [{"id": "name", "title": "Name of it"}, {"id": "hours", "title": "Hours"}],
    "questions": [{"id": "capacity", "title": "Capacity"}, {"id": "weeks", "title": "Weeks"}],
}
ROWS = [{"name": "x", "hours": "1"}, {"name": "y", "hours": "2"}]
HEADS = "Name of it,Hours"
ASKED = "Question,Answer\nCapacity,5\nWeeks,\n"


def read(text: str) -> Any:
    found = call("worksheets/table-text", "fromTable", SHEET, call("worksheets/table-text", "fromText", text))
    assert found.pop("over") == []
    return found


@pytest.mark.parametrize("blank", ["", ",\n", "\n", ",\n,\n"])
@pytest.mark.parametrize("gap", ["\n", ",\n", ",\n,\n"])
def test_blank_lines_between_rows_part_no_questions_from_their_answers(blank: str, gap: str) -> None:
    text = f"{HEADS}\nx,1\n{blank}y,2\n{gap}{ASKED}"
    assert read(text) == {"rows": ROWS, "answers": {"capacity": "5"}}


@pytest.mark.parametrize("end", ["", ",\n", "\n\n"])
def test_a_table_without_questions_is_rows_alone(end: str) -> None:
    assert read(f"{HEADS}\nx,1\n,\ny,2\n{end}") == {"rows": ROWS, "answers": {}}


def test_what_is_written_as_csv_comes_back() -> None:
    filled = {"rows": ROWS, "answers": {"capacity": "5", "weeks": "Ühm, é"}}
    table = call("worksheets/table-text", "tableOf", SHEET, filled, {"question": "Question", "answer": "Answer"})
    assert read(call("worksheets/table-text", "toCsv", table)) == filled


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-sig", "cp1252"])
def test_letters_come_in_however_the_spreadsheet_wrote_them(encoding: str) -> None:
    text = "Café für 3 €"
    content = b"\xfe\xff" + text.encode("utf-16-be") if encoding == "utf-16-be-sig" else text.encode(encoding)
    found = call("ui/file-input", "decoded", {"$bytes": list(content)})
    assert found == {"text": text, "isGuess": encoding == "cp1252"}


@pytest.mark.parametrize("content", [b"", b"\xff", b"\xff\xfe", b"\xfe\xff\xd8", b"\xff\xfe\x00\xd8\x41"])
def test_a_cut_file_is_read_as_far_as_it_goes(content: bytes) -> None:
    assert len(call("ui/file-input", "decoded", {"$bytes": list(content)})["text"]) < 3


def test_a_head_that_is_taken_is_not_called_unknown() -> None:
    table = [["name  of\tit", " HOURS ", "Colour", ""], ["x", "1", "red", ""]]
    assert call("worksheets/table-text", "fromTable", SHEET, table)["rows"] == ROWS[:1]
    assert call("worksheets/table-text", "unknownHeads", SHEET, table) == ["Colour"]


@pytest.mark.parametrize(("rows", "every"), [(500, 500), (500, 5), (600, 600), (3000, 9)])
def test_a_full_sheet_comes_in_with_its_questions_and_what_is_over_is_named(rows: int, every: int) -> None:
    body = "".join(f"x{row},1\n" + (",\n" if row % every == 0 else "") for row in range(rows))
    table = call("worksheets/table-text", "fromText", f"{HEADS}\n{body}\n{ASKED}")
    found = call("worksheets/table-text", "fromTable", SHEET, table)
    names = [row["name"] for row in [*found["rows"], *found["over"]]]
    assert names == [f"x{row}" for row in range(rows)]
    assert len(found["rows"]) == 500
    assert found["answers"] == {"capacity": "5"}
