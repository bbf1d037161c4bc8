"""Tables as spreadsheets and issue trackers read them."""

import re

import pytest
from export_bank import BANK, EVIL, OURS, QUICK, RESPONSE, SITE, export, rows
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call

SETTINGS = settings(max_examples=25, deadline=None)


def test_the_table_of_answers_has_a_row_for_each_question_of_the_form() -> None:
    text = call("exports/json", "answersCsv", BANK, RESPONSE, OURS)
    assert text.startswith("\ufeffDimension,")
    head, *answers = rows(text.removeprefix("\ufeff"))
    assert [",".join(row) for row in answers[1:]] == [
        "Listening,chart,How far with chart?,unknown,,,,,,",
        "Sharing,workload,How far with workload?,0,Level 0,workload at 0, with members,,,,",
        "Evidence,ladder,How far with ladder?,1,Level 1,ladder at 1, with members,assumed,,,",
    ]
    assert dict(zip(head, answers[0], strict=True)) == {
        "Dimension": "Listening",
        "Practice": "routine",
        "Question": "How far with routine?",
        "Answer": "1",
        "Level": "Level 1",
        "Anchor": "routine at 1, with members",
        "Basis": "seen",
        "Note": "'" + EVIL,
        "Reason": "",
        "Question changed since": "",
    }


def test_the_table_of_answers_keeps_to_the_form_and_marks_what_to_check_again() -> None:
    bank = BANK | {"bankVersion": "2.0.0", "practices": [practice | {"rev": 2} for practice in BANK["practices"]]}
    _, *answers = rows(call("exports/json", "answersCsv", bank, QUICK, OURS).removeprefix("\ufeff"))
    assert [(row[1], row[3], row[-1]) for row in answers] == [("routine", "", ""), ("ladder", "3", "yes")]


FORMULA_SIGNS = ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
AFTER_A_BREAK = re.compile("(?<=[;\t\r\n])(?=[=+@\uff1d\uff0b\uff20]|[-\uff0d](?! ))")


@pytest.mark.parametrize("first", FORMULA_SIGNS)
def test_no_cell_begins_like_a_formula(first: str) -> None:
    (row,) = rows(call("exports/csv", "toCsv", [[f'{first}HYPERLINK("x")', f"a{first}b", -1]]))
    assert row == [f'\'{first}HYPERLINK("x")', f"a{first}b", "-1"]


@pytest.mark.parametrize("split", [";", "\t", "\r\n"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\uff1d"])
def test_no_part_of_a_cell_begins_like_a_formula_where_others_part_it(split: str, sign: str) -> None:
    (row,) = rows(call("exports/csv", "toCsv", [[f"a{split}{sign}1+1", f"a{split} {sign}1", "a\n- b\n- c"]]))
    assert row == [f"a{split}'{sign}1+1", f"a{split} {sign}1", "a\n- b\n- c"]


@given(st.lists(st.lists(st.text(), min_size=2, max_size=4), min_size=1, max_size=4))
@SETTINGS
def test_every_cell_comes_back_as_it_went_in_but_for_the_mark(table: list[list[str]]) -> None:
    text = call("exports/csv", "toCsv", table)
    assert text.endswith("\r\n")
    inner = [[AFTER_A_BREAK.sub("'", cell) for cell in row] for row in table]
    marked = [[f"'{cell}" if cell[:1] in FORMULA_SIGNS else cell for cell in row] for row in inner]
    assert marked == rows(text)


def test_the_table_of_the_plan_has_the_columns_of_issue_trackers() -> None:
    head, *plays = rows(export("planCsv", BANK, RESPONSE, "2026-12-15", SITE))
    assert head == ["Title", "Description", "Labels", "Due date", "Estimate"]
    assert [[play[0], *play[2:]] for play in plays] == [
        ["Try hour with members", "small, now, effort-s, listening", "2027-01-14", "5d"],
        ["Try table with members", "small, next, effort-m, sharing", "2027-03-15", "20d"],
        ["Try count with members", "small, later, effort-l, evidence", "", "60d"],
    ]
    assert plays[0][1].split("\n") == [
        "Because you answered: routine at 1, with members",
        "Next level: routine at 2, with members",
        "First step: Invite ten members; note it, then tell.",
        "It has worked when: It shows in hour.",
        "Who leads: one keen person",
        "Effort: Small, about 5 person-days",
        "Read the play: https://site.example/sub/playbook/routine/#hour",
    ]


def test_the_plan_starts_on_the_day_of_the_last_answer_unless_told() -> None:
    assert [row[3] for row in rows(export("planCsv", BANK, RESPONSE))[1:]] == ["2026-12-21", "2027-02-19", ""]
    undated = RESPONSE | {"updated": None}
    assert [row[3] for row in rows(export("planCsv", BANK, undated))[1:]] == ["", "", ""]
