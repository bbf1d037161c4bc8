"""exports/: the report to the letter, tables as spreadsheets read them, the calendar by line."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import JavaScriptError, call, words
from small_bank import Json, expand_bank, expand_response
from strategies import answered

CASES = Path(__file__).resolve().parents[2] / "cases" / "exports"
SETTINGS = settings(max_examples=50, deadline=None)
SITE = "https://site.example/sub/"
EVIL = "=1+1 *[x](y)* <script>alert(1)</script> | & `c` # {people}\n- next"


def export_bank() -> Json:
    """A bank with all that exports make use of, {people} included."""
    bank = expand_bank(
        {
            "axes": {"pull": ["listening", "sharing"], "joined": ["evidence"]},
            "dimensions": {"listening": ["routine", "chart"], "sharing": ["workload"], "evidence": ["ladder"]},
            "quick": ["routine", "ladder"],
            "plays": ["hour: routine -> 2 S + chart", "table: workload -> 1 M", "count: ladder -> 3 L"],
            "insights": {"quiet": {"when": [{"practice": "workload", "atMost": 1}], "practices": ["workload"]}},
            "scoring": {"showKnown": 1, "showCoverage": 0.3},
        }
    )
    bank |= {"title": "Push to Pull", "effort": [{"id": "S", "name": "Small", "days": 5, "cost": 1}]}
    bank["effort"] += [{"id": "M", "name": "Medium", "days": 20, "cost": 2}]
    bank["effort"] += [{"id": "L", "name": "Large", "days": 60, "cost": 4}]
    for practice in bank["practices"]:
        practice |= {"findOut": f"Whoever keeps the {practice['id']}"}
        practice["anchors"] = [f"{text}, with {{people}}" for text in practice["anchors"]]
    for play in bank["plays"]:
        play |= {"title": f"Try {play['id']} with {{people}}", "lead": "one keen person"}
        play |= {"firstStep": "Invite ten {people}; note it, then tell.", "workedWhen": f"It shows in {play['id']}."}
        play |= {"url": f"playbook/{play['practice']}/#{play['id']}"}
    bank["insights"][0]["say"] = "Few {people} take part."
    for quadrant in bank["quadrants"]:
        quadrant |= {"name": quadrant["id"].title(), "reading": "You speak.", "next": "Listen to ten {people}."}
    return bank


BANK = export_bank()
RESPONSE = expand_response(
    BANK,
    {
        "routine": {"value": 1, "basis": "seen", "note": EVIL},
        "chart": {"value": "unknown"},
        "workload": {"value": 0},
        "ladder": {"value": 1, "basis": "assumed"},
    },
    label="Team *A*",
    role="-lead",
    people="members",
)
QUICK = expand_response(BANK, {"ladder": 3}, form="quick")


OURS = words("exports")
ECHO = {"$js": "echo"}


def export(name: str, bank: Json, response: Json, *rest: Any, say: Any = OURS) -> str:
    advice = call("scoring/recommend", "recommend", bank, response)
    text: str = call("exports/json", name, bank, response, advice, say, *rest)
    return text


def report(bank: Json, response: Json, site: str = "", *, name: str = "toMarkdown", say: Any = OURS) -> str:
    advice = call("scoring/recommend", "recommend", bank, response)
    profile = call("scoring/score", "scoreResponse", bank, response)
    text: str = call("exports/json", name, bank, response, profile, advice, say, site)
    return text


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize(("name", "response"), [("full", RESPONSE), ("quick", QUICK)])
def test_the_report_is_as_the_case_has_it(name: str, response: Json) -> None:
    expected = (CASES / f"{name}.md").read_text(encoding="utf-8")
    assert expected == report(BANK, response, SITE)


@given(answered(plays=True), st.text(max_size=60))
@SETTINGS
def test_no_text_of_the_respondent_makes_markup_in_the_report(pair: tuple[Json, Json], text: str) -> None:
    bank, response = pair
    noted = {id_: answer | {"note": text} for id_, answer in response["answers"].items()}
    made = report(bank, response | {"answers": noted, "label": text, "role": text})
    bare = report(bank, response | {"answers": noted, "label": "x", "role": "x"})
    lines = [line for line in made.split("\n") if re.match(r"#|\||    - Note: |- Role: ", line)]
    assert [line[0] for line in lines if line[0] in "#|"] == [
        line[0] for line in bare.split("\n") if line[:1] in ("#", "|")
    ]
    for line in lines:
        if line.startswith(("    - Note: ", "- Role: ")):
            assert not re.search(r"(?<!\\)(\\\\)*[<>`*_\[\]#|~&$]", line)


def test_a_bank_of_few_words_has_a_report_too() -> None:
    bank = expand_bank({"dimensions": {"d": ["a", "b"]}, "plays": ["a-2: a -> 2 S"]})
    bare = {key: bank[key] for key in ("id", "axes", "plays")}
    bare["levels"] = [{"value": level["value"], "id": level["id"]} for level in bank["levels"]]
    bare["practices"] = [{key: each[key] for key in ("id", "dimension", "anchors")} for each in bank["practices"]]
    bare["dimensions"] = [{"id": "d", "axis": "pull"}]
    response = expand_response(bank, "1, 2")
    for name in ("planCsv", "planCalendar"):
        assert "undefined" not in export(name, bare, response, "2026-11-21")
    made = report(bare, response) + call("exports/json", "answersCsv", bare, response, OURS)
    assert "undefined" not in made
    assert "a at 1" in made


def test_no_word_of_an_export_is_its_own() -> None:
    made = report(BANK, RESPONSE, say=ECHO) + export("planCalendar", BANK, RESPONSE, "2026-12-15", say=ECHO)
    made += export("planCsv", BANK, RESPONSE, say=ECHO) + call("exports/json", "answersCsv", BANK, RESPONSE, ECHO)
    for key in ("about", "review", "plan_due", "answers_recheck", "basis", "wave_score", "score_part"):
        assert f"«{key}»" in made
    ours = [text for text in OURS["$words"].values() if isinstance(text, str) and len(text) > 12 and "{" not in text]
    assert [text for text in ours if text in made] == []


def test_a_role_is_named_as_it_was_chosen_or_given() -> None:
    for role, named in (("leader", "leader"), ("outside", "outside"), ("a friend", "a friend")):
        assert f"- Role: {named}\n" in report(BANK, RESPONSE | {"role": role})
    assert "- «role»\n" in report(BANK, RESPONSE | {"role": "leader"}, say=ECHO)


def test_the_report_for_programs_holds_response_profile_and_advice() -> None:
    found = json.loads(report(BANK, RESPONSE, name="toJson"))
    assert (found["format"], found["version"]) == ("push-to-pull/report", 1)
    assert found["bank"] == {"id": "small", "version": "1.0.0"}
    assert found["response"] == RESPONSE
    assert found["profile"] == call("scoring/score", "scoreResponse", BANK, RESPONSE)
    assert found["advice"] == call("scoring/recommend", "recommend", BANK, RESPONSE)
    again = call("response/read", "readResponse", BANK, json.dumps(found["response"]))
    assert again == {"response": RESPONSE, "problems": []}


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


def test_the_calendar_is_right_line_by_line() -> None:
    expected = (CASES / "plan.ics").read_text(encoding="utf-8").split("\n")
    assert expected == export("planCalendar", BANK, RESPONSE, "2026-12-15", SITE).split("\r\n")


def events(text: str) -> list[dict[str, str]]:
    """Name (with parameters) and value of each line of each event, unfolded."""
    lines = text.replace("\r\n ", "").split("\r\n")
    blocks = "\n".join(lines).split("BEGIN:VEVENT\n")[1:]
    return [
        dict(re.findall(r"^([A-Z][A-Z;=-]*):(.*)$", block.split("END:VEVENT")[0], re.MULTILINE)) for block in blocks
    ]


@given(answered(plays=True), st.text(), st.dates())
@SETTINGS
def test_every_calendar_keeps_the_rules_of_its_format(pair: tuple[Json, Json], title: str, start: Any) -> None:
    bank, response = pair
    plays = [play | {"title": title + play["id"], "firstStep": title} for play in bank["plays"]]
    start = start.replace(year=2000 + start.year % 100)
    text = export("planCalendar", bank | {"plays": plays}, response, start.isoformat())
    assert text.endswith("\r\nEND:VCALENDAR\r\n")
    lines = text.split("\r\n")[:-1]
    assert not [line for line in lines if len(line.encode("utf-8", "surrogatepass")) > 75]
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", "".join(lines))
    found = events(text)
    assert len({event["UID"] for event in found}) == len(found) > 0
    for event in found:
        assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "TRANSP"} <= set(event)
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        assert event["DTSTART;VALUE=DATE"] < event["DTEND;VALUE=DATE"]
        for name in ("SUMMARY", "DESCRIPTION"):
            assert re.fullmatch(r"(?:[^\\,;]|\\[\\,;n])*", event[name]), event[name]


def test_what_a_calendar_shows_is_what_was_written() -> None:
    title = "Ask; listen, note \\ tell\nthem – näher 😀 " + "word " * 30
    plays = [play | {"title": f"{title}{play['id']}"} for play in BANK["plays"]]
    first, *_ = events(export("planCalendar", BANK | {"plays": plays}, RESPONSE, "2026-12-15"))
    shown = re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), first["DESCRIPTION"])
    assert f"{title}hour" in shown


def test_a_newer_calendar_moves_the_events_of_the_one_before() -> None:
    before, after = (events(export("planCalendar", BANK, RESPONSE, start)) for start in ("2026-12-15", "2027-02-01"))
    assert [event["UID"] for event in before] == [event["UID"] for event in after]
    assert [event["DTSTART;VALUE=DATE"] for event in after] == ["20270201", "20270303", "20270502", "20270502"]


def test_without_plays_the_calendar_has_the_review_alone() -> None:
    (event,) = events(export("planCalendar", BANK, expand_response(BANK, {}), {"$js": "date"}))
    assert (event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]) == ("19700401", "19700402")


@pytest.mark.parametrize("start", ["", "soon", "2026-13-01"])
def test_a_plan_cannot_start_on_a_day_that_is_none(start: str) -> None:
    with pytest.raises(JavaScriptError, match="RangeError"):
        export("planCalendar", BANK, RESPONSE, start)
