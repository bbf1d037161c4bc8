import pytest
from banks import SMALL

from pushpull.bank import Bank
from pushpull.pages import reading_time as duration
from pushpull.rules.check import open_bank
from pushpull.schema.entries import Practice
from pushpull.schema.frame import Model


@pytest.fixture(scope="module")
def bank() -> Bank:
    return open_bank(SMALL)


def worded(practice: Practice, words: int) -> Practice:
    """The practice with so many words to read in all."""
    return practice.model_copy(update={"question": "word " * (words - 2), "hint": "a hint", "anchors": []})


def ruled(model: Model, words: int) -> Model:
    """The model with an answer rule of so many words."""
    return model.model_copy(update={"answer_rule": "word " * words})


def test_a_question_takes_its_words_and_a_while_to_decide(bank: Bank) -> None:
    assert 60 + duration.SECONDS_TO_DECIDE == duration.seconds(worded(bank.practices[0], duration.WORDS_PER_MINUTE))


def test_a_missing_hint_takes_no_time(bank: Bank) -> None:
    bare = bank.practices[0].model_copy(update={"question": "", "hint": None, "anchors": []})
    assert duration.SECONDS_TO_DECIDE == duration.seconds(bare)


@pytest.mark.parametrize(("questions", "minutes"), [(0, 1), (1, 1), (3, 2), (12, 4)])
def test_minutes_are_the_nearest_whole_and_never_none(bank: Bank, questions: int, minutes: int) -> None:
    # 10 words are 2.5 seconds to read, so each question takes 12.5 seconds; the rule takes 60.
    model = ruled(bank.model, duration.WORDS_PER_MINUTE)
    asked = [worded(bank.practices[0], 10)] * questions
    assert minutes == duration.minutes(asked, model)


def test_the_rule_is_read_once(bank: Bank) -> None:
    model = ruled(bank.model, 10 * duration.WORDS_PER_MINUTE)
    assert [10, 11] == [duration.minutes([worded(bank.practices[0], 10)] * count, model) for count in (1, 3)]
