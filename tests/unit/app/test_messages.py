"""messages.mjs: what reading may report has words, with the number and the values in their places."""

import re
from pathlib import Path

import pytest
from node_bridge import call, words

APP = Path(__file__).resolve().parents[3] / "docs" / "assets" / "app"
READING = ("response/fields.mjs", "response/read.mjs", "links/link.mjs")
# A code stands beside `code:`, in a call of refuse() or report(), in REPORTS or in a type: each is lower-case words.
CODE = re.compile(r'(?:code: |refuse\(|report\()"([a-z-]+)"|^  "([a-z-]+)",$|return "([a-z]+-?[a-z]+)"', re.MULTILINE)


def test_every_code_that_reading_can_give_has_words() -> None:
    codes = {next(filter(None, found)) for name in READING for found in CODE.findall((APP / name).read_text("utf-8"))}
    assert len(codes) > 20, "there is something to test"
    said = {
        (code, count): call("response/messages", "messageOf", {"code": code, "count": count}, words("problems"))
        for code in codes
        for count in (1, 2)
    }
    assert [] == [key for key, text in said.items() if not re.fullmatch(r"[A-Z0-9].*\.", text)]


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        (
            {"code": "kept-aside", "count": 1},
            "1 answer belongs to a question this version no longer has; it is kept aside.",
        ),
        (
            {"code": "kept-aside", "count": 3},
            "3 answers belong to questions this version no longer has; they are kept aside.",
        ),
        (
            {"code": "newer-version", "values": {"found": 2, "most": 1}},
            "The response was saved in format 2, and this page reads up to 1. Reload the page, then try again.",
        ),
        (
            {"code": "newer-version", "values": {"found": "", "most": 1}},
            "The response was saved in format no number, and this page reads up to 1. Reload the page, then try again.",
        ),
    ],
)
def test_the_number_and_the_values_stand_in_their_places(problem: dict[str, object], message: str) -> None:
    assert call("response/messages", "messageOf", problem, words("problems")) == message
