"""Notes that go with a code: when asked for, in one piece, and by the rules for files."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from link_codes import LOOPS, RESPONSE, decode, encode
from node_bridge import call
from small_bank import Json, expand_response
from small_responses import BANK, codes
from strategies import answered

SETTINGS = settings(max_examples=40, deadline=None)
NOTED = expand_response(
    BANK,
    {
        "routine": {"value": 3, "basis": "seen", "note": "log since May"},
        "chart": {"value": "unknown", "note": "ask Ann: “how far?” – näher {people} <b>"},
        "workload": {"value": "na", "reason": "sole trader"},
    },
    label="Retail team, spring",
    role="leader",
    people="members",
)


def test_notes_basis_and_names_travel_only_when_asked_for() -> None:
    plain = decode(BANK, encode(BANK, NOTED))
    assert plain["response"]["answers"] == {id_: {"value": each["value"]} for id_, each in NOTED["answers"].items()}
    code = call("links/link", "encodeWithNotes", BANK, NOTED)
    assert re.fullmatch(r"[\w.-]+[A-Za-z0-9]", code)
    assert code.startswith(encode(BANK, NOTED) + ".")
    found = call("links/link", "decodeWithNotes", BANK, code)
    assert found == {"response": NOTED | {"created": None, "updated": None}, "problems": []}


@given(answered(), st.text(max_size=40), st.text(max_size=200))
@SETTINGS
def test_any_note_comes_back_as_a_file_would_have_it(pair: tuple[Json, Json], label: str, note: str) -> None:
    bank, response = pair
    noted = {id_: answer | {"note": note, "basis": "told"} for id_, answer in response["answers"].items()}
    response |= {"answers": noted, "label": label}
    found = call("links/link", "decodeWithNotes", bank, call("links/link", "encodeWithNotes", bank, response))
    read = call("response/read", "readResponse", bank, json.dumps(response | {"created": None, "updated": None}))
    assert found == read


def test_a_reader_without_compression_gets_the_answers_and_is_told_of_the_notes() -> None:
    found = decode(BANK, call("links/link", "encodeWithNotes", BANK, NOTED))
    assert codes(found) == ["notes-unread"]
    assert found["response"] == decode(BANK, encode(BANK, NOTED))["response"]


def test_a_code_without_notes_is_read_by_the_reader_of_notes_too() -> None:
    code = encode(BANK, RESPONSE)
    assert call("links/link", "decodeWithNotes", BANK, code) == decode(BANK, code)


def test_notes_too_long_for_a_link_give_no_code() -> None:
    many = expand_response(BANK, {"routine": {"value": 1, "note": "é" * 70_000}})
    assert call("links/link", "encodeWithNotes", BANK, many) is None


@pytest.mark.parametrize("notes", ["", "no JSON", "[]", "null", '"text"', "{", {"$repeat": ["a", 20_000_000]}])
def test_notes_that_are_none_and_bombs_are_refused(notes: Any) -> None:
    code = call(LOOPS, "withNotes", BANK, RESPONSE, notes)
    found = call("links/link", "decodeWithNotes", BANK, code)
    assert (found["response"], codes(found)) == (None, ["bad-notes"])


@pytest.mark.parametrize("body", ["", "A", "AAAA", "_____", "a.b", "...."])
def test_notes_that_were_never_compressed_are_refused(body: str) -> None:
    found = call(LOOPS, "ofBody", BANK, RESPONSE, body)
    assert (found["response"], codes(found)) == (None, ["bad-notes"])


ODD_NOTES: list[tuple[Json, list[str]]] = [
    ({}, []),
    ({"answers": []}, []),
    ({"answers": {"1": 7, "2": None, "99": {"note": "nowhere"}, "__proto__": {"note": "x"}}}, []),
    ({"label": 7, "role": [], "people": {}}, ["bad-value"]),
    ({"label": "x" * 200, "answers": {"1": {"note": "y" * 3000}}}, ["shortened"]),
    ({"answers": {"1": {"basis": "sworn", "value": 0, "rev": 9, "note": 3}}}, ["bad-value"]),
]


@pytest.mark.parametrize(("notes", "expected"), ODD_NOTES)
def test_odd_notes_are_read_by_the_rules_for_files_and_change_no_answer(notes: Json, expected: list[str]) -> None:
    found = call("links/link", "decodeWithNotes", BANK, call(LOOPS, "withNotes", BANK, RESPONSE, notes))
    assert codes(found) == expected
    assert {id_: answer["value"] for id_, answer in found["response"]["answers"].items()} == {
        "routine": 3,
        "chart": "unknown",
        "workload": "na",
    }


def test_notes_cannot_be_put_behind_another_code() -> None:
    noted = call("links/link", "encodeWithNotes", BANK, NOTED)
    glued = encode(BANK, expand_response(BANK, {"routine": 0})) + noted[noted.index(".") :]
    assert codes(call("links/link", "decodeWithNotes", BANK, glued)) == ["damaged"]
