"""How long a form takes, worked out from the words it makes people read."""

from collections.abc import Iterable

from pushpull.schema.entries import Practice
from pushpull.schema.frame import Model
from pushpull.text import words

# Silent reading of English non-fiction by adults, mean of 190 studies: Brysbaert (2019), doi 10.1016/j.jml.2019.104047.
WORDS_PER_MINUTE = 238
# What a plain question takes in all in a survey on the web (Pew Research Center, 2022), here for the choice alone:
# reading is counted apart. To be replaced by timings once there are any.
SECONDS_TO_DECIDE = 10


def seconds(practice: Practice) -> float:
    """Return the seconds that one question takes: reading all its words, then deciding."""
    texts = [practice.question, practice.hint or "", *practice.anchors]
    return sum(len(words(text)) for text in texts) / WORDS_PER_MINUTE * 60 + SECONDS_TO_DECIDE


def minutes(practices: Iterable[Practice], model: Model) -> int:
    """Return the nearest whole minutes for reading the answer rule once and answering `practices`."""
    rule = len(words(model.answer_rule)) / WORDS_PER_MINUTE * 60
    return max(1, round((rule + sum(map(seconds, practices))) / 60))
