"""Codes with a slip, of another bank, or none at all: refused, with one reason."""

from typing import Any

import pytest
from hostile import NO_TEXT
from hypothesis import given, settings
from hypothesis import strategies as st
from link_codes import LOOPS, RESPONSE, decode, encode
from node_bridge import call, words
from small_bank import Json, expand_bank, expand_response
from small_responses import BANK, codes
from strategies import banks

SETTINGS = settings(max_examples=40, deadline=None)
SHORT = {"dimensions": {"d": ["a", "b", "c"]}, "quick": ["a", "c"]}
DAMAGED = {
    "five levels": (expand_bank(SHORT), {"a": 4, "b": 0, "c": "unknown"}),
    "seven levels": (expand_bank(SHORT | {"levels": 7, "id": "other"}), {"a": 6, "b": "na"}),
    "nothing answered": (expand_bank(SHORT), {}),
    "36 answers": (
        expand_bank({"dimensions": {"d": [f"p{n}" for n in range(36)]}}),
        {f"p{n}": n * 7 % 5 for n in range(36)},
    ),
    "36 zeros": (expand_bank({"dimensions": {"d": [f"p{n}" for n in range(36)]}}), {f"p{n}": 0 for n in range(36)}),
}


@pytest.mark.parametrize(("bank", "answers"), DAMAGED.values(), ids=DAMAGED.keys())
def test_no_code_with_one_wrong_character_is_read(bank: Json, answers: Json) -> None:
    code = encode(bank, expand_response(bank, answers))
    found = call(LOOPS, "mutants", bank, code)
    assert found == {"tried": len(code) * 73, "accepted": []}


@pytest.mark.parametrize(("bank", "answers"), DAMAGED.values(), ids=DAMAGED.keys())
def test_no_code_cut_doubled_or_with_letters_missing_added_or_swapped_is_read(bank: Json, answers: Json) -> None:
    found = call(LOOPS, "slips", bank, encode(bank, expand_response(bank, answers)))
    assert found["accepted"] == []
    assert found["tried"] > 600


def test_no_code_with_notes_and_one_wrong_character_is_read() -> None:
    code = call("links/link", "encodeWithNotes", BANK, expand_response(BANK, {"routine": {"value": 1, "note": "log"}}))
    found = call(LOOPS, "mutants", BANK, code)
    assert found == {"tried": len(code) * 73, "accepted": []}


def test_a_hundred_thousand_random_texts_are_read_or_refused_with_a_reason() -> None:
    found = call(LOOPS, "randomTexts", BANK, 20261121, 100_000, words("problems"))
    assert found["unexplained"] == []
    assert found["touched"] == 0  # nothing stored was so much as looked at
    assert found["codes"] < 1000  # a right checksum alone does not make a code
    assert found["files"] > 100


HOSTILE: dict[str, tuple[Any, str]] = {
    **{name: (value, "no-code") for name, value in NO_TEXT.items()},
    "one character": ("1", "damaged"),
    "five characters": ("11111", "damaged"),
    "a full stop": (".", "damaged"),
    "full stops": ("....", "damaged"),
    "words": ("hello there", "damaged"),
    "a script": ("<script>alert(1)</script>", "damaged"),
    "a key of the prototype": ("__proto__", "damaged"),
    "half a character": ("\ud800", "damaged"),
    "full-width digits": ("\uff11" * 28, "damaged"),
    "a code with something after it": (encode(BANK, RESPONSE) + ".", "damaged"),
    "a code with notes that are none": (encode(BANK, RESPONSE) + ".AAAA", "damaged"),
    "ten million characters": ({"$repeat": ["0123456789", 1_000_000]}, "too-long"),
    "a version yet to come": (call("links/bits", "seal", "small", "3bb1B6xR9"), "newer-link"),
    **{
        f"a right checksum over nothing known, version {version}": (
            call("links/bits", "seal", "small", f"{version}zzzzzzzz"),
            "damaged",
        )
        for version in (1, 2)
    },
    **{
        f"a right checksum over a million practices, version {version}": (
            call("links/bits", "seal", "small", f"{version}W500000zzzz"),
            "damaged",
        )
        for version in (1, 2)
    },
}


@pytest.mark.parametrize(("code", "expected"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_code_is_refused_with_one_reason(code: Any, expected: str) -> None:
    for function in ("decode", "decodeWithNotes"):
        found = call("links/link", function, BANK, code)
        assert (found["response"], codes(found)) == (None, [expected])
        assert call("response/messages", "messageOf", found["problems"][0], words("problems")).endswith(".")


def test_blanks_around_a_code_do_no_harm() -> None:
    assert decode(BANK, f" {encode(BANK, RESPONSE)}\n") == decode(BANK, encode(BANK, RESPONSE))


@given(banks(), st.text(max_size=10))
@SETTINGS
def test_a_code_of_another_bank_is_refused(bank: Json, id_: str) -> None:
    if id_ == bank["id"]:
        return
    found = decode(bank | {"id": id_}, encode(bank, expand_response(bank, {})))
    assert (found["response"], codes(found)) == (None, ["damaged"])


def test_a_code_made_for_another_number_of_levels_is_refused() -> None:
    found = decode(expand_bank(SHORT | {"levels": 4}), encode(expand_bank(SHORT), expand_response(BANK, {"a": 3})))
    assert (found["response"], codes(found)) == (None, ["other-levels"])
