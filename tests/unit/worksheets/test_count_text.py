"""The language check: what is counted in a text, and that no text or list makes it throw or hang."""

from itertools import pairwise
from pathlib import Path
from typing import Any

from banks import own_bank
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call

from pushpull.pages.sheet_json import sheet_data

TEXT = "We are the world-leading, world class maker. Our target audience? You! “We target you”, they say.\nWhat next"


def count(text: str, lists: list[list[str]], *, quotes: bool = False) -> Any:
    return call("worksheets/count-text", "countText", text, lists, quotes)


def test_words_sentences_and_questions_are_counted() -> None:
    found = count(TEXT, [])
    assert (found["words"], found["sentences"], found["questions"]) == (18, 5, 1)
    assert count("", []) == {"words": 0, "sentences": 0, "questions": 0, "lists": [], "marks": []}
    assert count("No stop at the end", [])["sentences"] == 1


def test_a_phrase_counts_once_whatever_joins_its_words_and_for_the_first_list_that_has_it() -> None:
    found = count(TEXT, [["we", "our"], ["world-class", "leading", "class"], ["target", "target audience"]])
    assert found["lists"] == [3, 2, 2]
    marked = [TEXT[each["start"] : each["end"]] for each in found["marks"]]
    assert marked == ["We", "leading", "world class", "Our", "target audience", "We", "target"]


def test_quoted_speech_is_left_out_on_request() -> None:
    assert count(TEXT, [["we"], ["target"]], quotes=True)["lists"] == [1, 1]


def test_a_word_is_whole_and_takes_every_sign_as_it_is() -> None:
    assert count("Webs, us, USA, u.s, we're", [["we", "us"], ["u.s"], ["("], [""]])["lists"] == [2, 1, 0, 0]


def test_the_example_of_the_worksheet_has_words_of_the_bank(root: Path) -> None:
    sheet = sheet_data(own_bank().worksheet_by_id["language-check"])
    lists = [each["words"] for each in sheet["counts"]["lists"]]
    found = count("Our leading offer reaches consumers. Do you like it?", lists)
    assert dict(zip((each["column"] for each in sheet["counts"]["lists"]), found["lists"], strict=True)) == {
        "old": 1,
        "we": 1,
        "you": 1,
        "hype": 1,
        "cues": 0,
    }


WORDS = st.lists(st.text(alphabet="ab'’- .*+?(", max_size=6), max_size=4)


@settings(max_examples=200, deadline=None)
@given(text=st.text(alphabet="ab'’- .?!…\n“”\"", max_size=80) | st.text(max_size=40), lists=st.lists(WORDS, max_size=3))
def test_marks_lie_in_the_text_in_order_and_never_overlap(text: str, lists: list[list[str]]) -> None:
    found = count(text, lists)
    size = len(text.encode("utf-16-le")) // 2
    places = [(each["start"], each["end"]) for each in found["marks"]]
    assert places == sorted(places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert all(0 <= start < end <= size for start, end in places)
    assert sum(found["lists"]) == len(places)


def test_a_long_text_made_to_slow_it_down_is_cut_and_counted() -> None:
    for text in ("a" * 200_000, "“" * 200_000, "-a" * 100_000, ".?" * 100_000, "we " * 70_000, "- " * 100_000):
        found = count(text, [["we", "a-" * 40]])
        assert found["words"] <= 60_000
