"""sealed-code.mjs: what one end seals only the other opens, here and with another library."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from independent_seal import bytes_of, opened
from node_bridge import call
from small_bank import Json

MODULE = "group/sealed-code"
LOOPS = "../../../tests/support/node/sealed_loops"


@pytest.fixture(scope="module")
def vectors(root: Path) -> list[Json]:
    """Codes that tests/support/independent_seal.py has made."""
    return list(json.loads((root / "tests" / "fixtures" / "sealed_codes.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def keys() -> Json:
    return dict(call(MODULE, "makeKeys"))


def test_codes_of_another_library_open_here(vectors: list[Json]) -> None:
    assert [call(MODULE, "openSealed", each, each["code"]) for each in vectors] == [each["text"] for each in vectors]


def test_codes_made_here_open_in_another_library(keys: Json) -> None:
    private = X25519PrivateKey.from_private_bytes(bytes_of(keys["privateKey"]))
    for text in ("", "short", "Zoë 😀 " * 40):
        assert opened(private, call(MODULE, "sealText", keys["publicKey"], text)) == text


@pytest.mark.parametrize("text", ["", "a", "line\nline", "ü😀" * 500])
def test_what_is_sealed_opens_with_the_keys_of_the_round_alone(keys: Json, text: str) -> None:
    code = call(MODULE, "sealText", keys["publicKey"], text)
    assert call(MODULE, "openSealed", keys, code) == text
    assert call(MODULE, "openSealed", call(MODULE, "makeKeys"), code) is None


def test_no_two_codes_of_a_text_are_alike(keys: Json) -> None:
    codes = [call(MODULE, "sealText", keys["publicKey"], "the same") for _ in range(20)]
    boxes = {code[17:60] for code in codes}
    assert (len(set(codes)), len(boxes), len({len(code) for code in codes})) == (20, 20, 1)


def test_a_text_too_long_for_a_code_is_refused(keys: Json) -> None:
    assert call(MODULE, "sealText", keys["publicKey"], {"$repeat": ["x", 7000]}) is not None
    assert call(MODULE, "sealText", keys["publicKey"], {"$repeat": ["x", 8000]}) is None


@pytest.mark.parametrize("odd", ["", "ptp1t", "ptp1taaaaaaaa0000", "é" * 300, "ptp1t" * 100])
def test_whatever_is_no_code_opens_as_nothing(keys: Json, odd: str) -> None:
    assert call(MODULE, "openSealed", keys, odd) is None


def test_the_length_of_a_code_does_not_tell_the_role(bank: Json, response: Json) -> None:
    texts = [
        call("group/handed-in", "writeHandedIn", bank, response, {"id": "0123456789", "role": role})
        for role in ("", "service", "leadership", "communications")
    ]
    assert len({len(text) for text in texts}) == 1


def test_neither_name_nor_time_nor_note_is_handed_in_unless_wanted(bank: Json, response: Json) -> None:
    given = response | {"label": "Anna's shop"}
    first = next(iter(given["answers"]))
    given["answers"] = given["answers"] | {first: given["answers"][first] | {"note": "log since May"}}
    about = {"id": "0123456789", "role": "service"}
    text = call("group/handed-in", "writeHandedIn", bank, given, about)
    member = call("group/handed-in", "readHandedIn", text)
    assert member == about | {"name": "", "code": text.split("\n")[3].strip()}
    read = call("group/handed-in", "responseOf", bank, member)["response"]
    assert (read["label"], read["created"], read["updated"], read["role"]) == ("", None, None, "service")
    assert [each for each in read["answers"].values() if "note" in each] == []
    with_notes = call("group/handed-in", "writeHandedIn", bank, given, about | {"notes": True})
    read = call("group/handed-in", "responseOf", bank, call("group/handed-in", "readHandedIn", with_notes))["response"]
    assert (read["label"], read["answers"][first]["note"]) == ("", "log since May")
