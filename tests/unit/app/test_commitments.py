"""What somebody has taken on: kept in the response, one at a time, asked about after its day."""

import json
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json, expand_bank, expand_response

SETTINGS = settings(max_examples=40, deadline=None)
BANK = expand_bank({"dimensions": {"d": ["a", "b"]}, "plays": ["a-up: a -> 2 S", "b-up: b -> 3 M"]})
RESPONSE = expand_response(BANK, "1, 2")
DAYS = st.dates(date(2020, 1, 1), date(2090, 1, 1)).map(date.isoformat)


def run(name: str, response: Json, *args: object) -> Json:
    found: Json = call("response/commitments", name, response, *args)
    return found


@given(DAYS)
@SETTINGS
def test_the_next_monday_is_a_monday_one_to_seven_days_on(today: str) -> None:
    monday = date.fromisoformat(call("response/commitments", "nextMonday", today))
    assert monday.weekday() == 0
    assert timedelta(1) <= monday - date.fromisoformat(today) <= timedelta(7)


@given(st.lists(st.tuples(st.sampled_from(["take", "work", "leave"]), DAYS, st.text(max_size=200)), max_size=30))
@SETTINGS
def test_at_most_one_is_open_and_all_reads_back_the_same(steps: list[tuple[str, str, str]]) -> None:
    response = RESPONSE
    for step, day, owner in steps:
        if step == "take":
            response = run("withCommitment", response, {"play": "a-up", "owner": owner, "date": day})
        else:
            response = run("withWorked", response, day) if step == "work" else run("withCommitment", response, None)
        assert sum("worked" not in each for each in response["commitments"]) <= 1
    found = call("response/read", "readResponse", BANK, call("response/edit", "serialise", BANK, response))
    assert found == {"response": response, "problems": []}


def test_it_is_asked_about_after_its_day_until_it_has_worked() -> None:
    response = run("withCommitment", RESPONSE, {"play": "a-up", "date": "2026-12-07"})
    days = ("2026-12-06", "2026-12-07", "2026-12-08", "2027-01-01")
    assert [call("response/commitments", "isPast", response, day) for day in days] == [False, False, True, True]
    assert call("response/commitments", "isPast", run("withWorked", response, days[2]), days[3]) is False


def test_the_day_it_worked_is_kept() -> None:
    taken = run("withCommitment", RESPONSE, {"play": "a-up", "owner": " Ann ", "date": "2026-12-07"})
    [kept] = run("withWorked", taken, "2026-12-09")["commitments"]
    assert kept == {"play": "a-up", "owner": "Ann", "date": "2026-12-07", "worked": "2026-12-09"}


def test_neither_a_snapshot_nor_a_link_holds_it() -> None:
    taken = run("withCommitment", RESPONSE, {"play": "a-up", "owner": "Ann", "date": "2026-12-07"})
    [snapshot] = call("response/snapshots", "takeSnapshot", taken)["snapshots"]
    code = call("links/link", "encode", BANK, taken)
    decoded = call("links/link", "decode", BANK, code)["response"]
    assert "Ann" not in json.dumps([snapshot, decoded])
    assert code == call("links/link", "encode", BANK, RESPONSE)
