"""The plan as a calendar, by line and by rule."""

import re
from typing import Any

import pytest
from export_bank import BANK, RESPONSE, SITE, export
from golden import CASES
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import JavaScriptError
from small_bank import Json, expand_response
from strategies import answered

SETTINGS = settings(max_examples=25, deadline=None)


def test_the_calendar_is_right_line_by_line() -> None:
    expected = (CASES / "exports" / "plan.ics").read_text(encoding="utf-8").split("\n")
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
