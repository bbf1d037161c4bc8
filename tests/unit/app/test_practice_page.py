"""A practice's page: the step of the reader's own answer, without a browser."""

import pytest
from node_bridge import call
from small_bank import Json, expand_bank, expand_response

from pushpull.words import site_words

PAGE = "../../../tests/support/node/result/practice_page"
BANK = expand_bank({"dimensions": {"d": ["a"]}, "bankVersion": "2.0.0", "revs": {"a": 2}, "counts_from": {"a": 2}})
STEPS = [f"Level {value}" for value in range(5)]


def shown(answer: Json) -> list[str]:
    response = expand_response(BANK, {"a": answer}, bank={"id": "small", "version": "1.0.0"})
    given = {"bank": BANK, "response": response, "words": site_words(), "practice": "a"}
    return list(call(PAGE, "stepsOf", given))


def test_the_step_of_ones_own_answer_is_marked() -> None:
    assert shown({"value": 3, "rev": 2}) == [*STEPS[:3], "Level 3Your answer", "Level 4", "Change your answer"]


@pytest.mark.parametrize("value", [3, "na"])
def test_an_answer_that_waits_marks_no_step_and_says_so(value: int | str) -> None:
    own = "Your answer does not count yet: the question asks something else than when you answered it. Look at it again"
    assert shown({"value": value, "rev": 1}) == [*STEPS, own]
