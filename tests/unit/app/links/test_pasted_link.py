"""pasted-link.mjs: the result of a link, whatever stands around it."""

from typing import Any

import pytest
from link_codes import RESPONSE, encode
from node_bridge import call
from small_bank import Json, expand_response
from small_responses import BANK

SITE = "https://site.example/results/"
NOTED = expand_response(BANK, {"routine": {"value": 3, "note": "log since May, " * 40}}, label="Team", role="leader")
AROUND = {
    "alone": "{site}#r={code}",
    "a code": "{code}",
    "a code and words": " {code} thanks",
    "words behind": "{site}#r={code} thanks, Ann",
    "a sentence": "Look (at {site}#r={code}).",
    "an encoded mark": "https://safe.example/?url=https%3A%2F%2Fsite.example%2Fresults%2F%23r%3D{code}&data=05",
    "an encoded mark and a per cent sign": "100% {site}%23r={code}",
    "a mark of the click": "{site}#r={code}&utm_source=mail",
    "another": "{site}#r={code}?fbclid=abc",
    "angle brackets": "<{site}#r={code}>",
    "a quoted line": "> {site}#r={code}\n> thanks",
    "a link of no code before": "see {site}#r=abc and {site}#r={code} then",
}


def read(text: str) -> Any:
    return call("links/pasted-link", "readLink", BANK, text)


@pytest.mark.parametrize("text", AROUND.values(), ids=AROUND)
def test_what_stands_around_a_link_does_no_harm(text: str) -> None:
    code = encode(BANK, RESPONSE)
    found = read(text.format(site=SITE, code=code))
    assert found["problems"] == []
    assert found["response"]["answers"] == RESPONSE["answers"]


@pytest.mark.parametrize("text", AROUND.values(), ids=AROUND)
@pytest.mark.parametrize("end", ["\n", "\r\n> ", "=\r\n"], ids=["broken", "quoted", "soft"])
def test_a_link_broken_into_lines_brings_its_notes(text: str, end: str) -> None:
    code = call("links/link", "encodeWithNotes", BANK, NOTED)
    lines = end.join(code[at : at + 40] for at in range(0, len(code), 40))
    found = read(text.format(site=SITE, code=lines))
    assert found["response"]["answers"] == NOTED["answers"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no-code"),
        (f"{SITE}#r=", "no-code"),
        ("hello world", "damaged"),
        ("<img src=x onerror=alert(1)>", "damaged"),
        (f"{SITE}#r=%E0%A4%A", "damaged"),
    ],
)
def test_what_holds_no_result_is_refused(text: str, why: str) -> None:
    found: Json = read(text)
    assert (found["response"], [problem["code"] for problem in found["problems"]]) == (None, [why])


@pytest.mark.parametrize("text", AROUND.values(), ids=AROUND)
def test_a_link_that_is_cut_is_damaged(text: str) -> None:
    found: Json = read(text.format(site=SITE, code=encode(BANK, RESPONSE)[:-2]))
    assert [problem["code"] for problem in found["problems"]] == ["damaged"]
