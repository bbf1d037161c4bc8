"""The report: to the letter for people, whole for programs, and every word of an export from outside."""

import json
import re

import pytest
from export_bank import BANK, ECHO, OURS, QUICK, RESPONSE, SITE, export, report
from golden import CASES
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json, expand_bank, expand_response
from strategies import answered

SETTINGS = settings(max_examples=25, deadline=None)
PLANS = ("planCsv", "planCalendar")


@pytest.mark.parametrize(("name", "response"), [("full", RESPONSE), ("quick", QUICK)])
def test_the_report_is_as_the_case_has_it(name: str, response: Json) -> None:
    expected = (CASES / "exports" / f"{name}.md").read_text(encoding="utf-8")
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


def test_the_report_names_the_level_that_the_page_names() -> None:
    bank = expand_bank({"dimensions": {"d": list("abcdefghij")}})
    answers = {id_: 2 if id_ in "abcdefg" else "unknown" for id_ in "abcdefghij"}
    made = report(bank, expand_response(bank, answers))
    assert made.count("| 2.0 | 1.4–2.6 | Level 2 |") == 3
    assert "Between" not in made


@pytest.mark.parametrize(("other", "said"), [(3, "Your place: high."), ("unknown", " do not settle which.")])
def test_the_report_of_a_bank_with_one_axis_speaks_of_no_map(other: int | str, said: str) -> None:
    bank = expand_bank({"axes": {"pull": ["d"]}, "dimensions": {"d": ["a", "b"]}})
    made = report(bank, expand_response(bank, {"a": 3, "b": other}))
    assert said in made
    assert " map" not in made


def test_a_range_that_rounds_to_one_number_is_given_as_that() -> None:
    bank = expand_bank({"dimensions": {"d": ["a *99", "b *0.1", "c *0.1"]}, "quick": ["a", "b"]})
    made = report(bank, expand_response(bank, {"a": 2}, form="quick"))
    assert "2.0 on a scale from 0 to 4" in made
    assert "somewhere" not in made


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


def test_where_no_play_leads_on_an_export_names_the_practice_to_read_about() -> None:
    bank = {**BANK, "plays": [play | {"effort": None} for play in BANK["plays"]]}
    made = [report(bank, RESPONSE, SITE), *(export(name, bank, RESPONSE, "2026-12-15", SITE) for name in PLANS)]
    for text in made:
        unfolded = text.replace("\r\n ", "")
        assert "Read about this practice: " in unfolded
        assert "Read the play" not in unfolded


def test_where_no_play_fits_the_first_days_an_export_begins_with_a_first_step() -> None:
    bank = {**BANK, "scoring": BANK["scoring"] | {"daysPerMonth": 2}}
    step = "Begin with the first step of “Try hour with members”: Invite ten members"
    made, calendar = report(bank, RESPONSE, SITE), export("planCalendar", bank, RESPONSE, "2026-12-15")
    assert f"### Now: the first 30 days\n\nNo play fits here as a whole. {step}; note it" in made
    assert step in calendar.replace("\r\n ", "")
    assert calendar.count("DTSTART;VALUE=DATE:20261215") == 1


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
