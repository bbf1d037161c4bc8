"""A response made, changed and counted, and its snapshots."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json, expand_response
from small_responses import BANK, NOW, read
from strategies import answered, banks

SETTINGS = settings(max_examples=40, deadline=None)


def test_a_new_response_reads_back_the_same() -> None:
    new = call("response/edit", "newResponse", BANK, "quick", NOW)
    assert (new["form"], new["people"], new["answers"], new["created"]) == ("quick", "customers", {}, NOW)
    assert read(BANK, json.dumps(new)) == {"response": new, "problems": []}


def test_answers_are_set_replaced_and_cleared_on_a_copy() -> None:
    new = call("response/edit", "newResponse", BANK, "full", "2026-01-01T00:00:00Z")
    noted = call(
        "response/edit", "setAnswer", new, "routine", {"value": 3, "note": "seen", "basis": "told", "rev": 1}, NOW
    )
    assert noted["answers"] == {"routine": {"value": 3, "basis": "told", "note": "seen"}}
    assert (noted["created"], noted["updated"]) == ("2026-01-01T00:00:00Z", NOW)
    again = call("response/edit", "setAnswer", noted, "routine", {"value": "unknown", "rev": 2}, NOW)
    assert again["answers"] == {"routine": {"value": "unknown", "rev": 2}}
    assert call("response/edit", "clearAnswer", again, "routine", NOW) == new | {"updated": NOW}
    assert call("response/edit", "clearAnswer", new, "nowhere", NOW)["answers"] == {}


def test_an_answer_set_with_its_rev_is_to_be_checked_once_the_question_changes() -> None:
    new = call("response/edit", "newResponse", BANK, "full", NOW)
    response = call("response/edit", "setAnswer", new, "routine", {"value": 3, "rev": 1}, NOW)
    assert call("response/fields", "recheck", BANK, response) == []
    practices = [practice | {"rev": 2} for practice in BANK["practices"]]
    later = BANK | {"bankVersion": "2.0.0", "practices": practices}
    assert call("response/fields", "recheck", later, response) == ["routine"]
    answered_anew = call("response/edit", "setAnswer", response, "routine", {"value": 3, "rev": 2}, NOW)
    assert call("response/fields", "recheck", later, answered_anew) == []


def test_a_snapshot_is_a_dated_copy_without_snapshots_of_its_own() -> None:
    response = expand_response(BANK, {"routine": 2})
    for _ in range(52):
        response = call("response/snapshots", "takeSnapshot", response, NOW)
    assert len(response["snapshots"]) == 50
    assert response["snapshots"][-1] == expand_response(BANK, {"routine": 2}, taken=NOW)
    assert read(BANK, call("response/edit", "serialise", BANK, response)) == {"response": response, "problems": []}


def test_snapshots_with_long_notes_never_outgrow_what_can_be_read_back() -> None:
    response = expand_response(BANK, {id_: {"value": 1, "note": "\u20ac" * 2000} for id_ in ("routine", "chart")})
    for _ in range(45):
        response = call("response/snapshots", "takeSnapshot", response, NOW)
    text = call("response/edit", "serialise", BANK, response)
    assert 5 < len(response["snapshots"]) < 45
    assert read(BANK, text) == {"response": response, "problems": []}


@given(answered(), st.data())
@SETTINGS
def test_progress_adds_up_for_the_form_and_for_each_dimension(pair: tuple[Json, Json], data: st.DataObject) -> None:
    bank, response = pair
    form = data.draw(st.sampled_from(["quick", "full"]))
    progress = call("response/answers", "progress", bank, response, form)
    parts = progress.pop("byDimension")
    for count in (progress, *parts.values()):
        assert count["answered"] + count["left"] == count["of"] > 0
        assert count["unknown"] + count["na"] <= count["answered"]
    assert progress == {key: sum(part[key] for part in parts.values()) for key in progress}
    assert progress["answered"] == len(set(response["answers"]) & set(bank["forms"][form]))


@given(banks())
@SETTINGS
def test_an_empty_response_has_everything_left(bank: Json) -> None:
    progress = call("response/answers", "progress", bank, None)
    assert (progress["answered"], progress["left"]) == (0, len(bank["practices"]))
