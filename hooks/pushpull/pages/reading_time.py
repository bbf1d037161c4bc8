"""How long a form takes, worked out from the words it makes people read."""

from collections.abc import Iterable

from pushpull.schema.entries import Practice
from pushpull.schema.frame import Model
from pushpull.text import words

WORDS_PER_MINUTE = 200  # an unhurried adult reading plain prose on a screen
SECONDS_TO_DECIDE = 20  # a question: to remember, compare and choose; to be replaced by timings once there are any


def seconds(practice: Practice) -> float:
    """Return the seconds that one question takes: reading all its words, then deciding."""
    texts = [practice.question, practice.hint or "", *practice.anchors]
    return sum(len(words(text)) for text in texts) / WORDS_PER_MINUTE * 60 + SECONDS_TO_DECIDE


def minutes(practices: Iterable[Practice], model: Model) -> int:
    """Return the nearest whole minutes for reading the answer rule once and answering `practices`."""
    rule = len(words(model.answer_rule)) / WORDS_PER_MINUTE * 60
    return max(1, round((rule + sum(map(seconds, practices))) / 60))
