"""What the shapes of all bank files share: the kinds of text and number, and the base of every entry."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError, PydanticKnownError

# `loading/validate.py` says in words what each pattern asks for.
ID = r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$"
WORDS = r"\S"
LINE = r"^[^\n]*\S[^\n]*$"
IDEA = r"^[A-Z][A-Z0-9]*-[0-9]{2,}$"
SOURCE = r"^[A-Z][A-Z0-9]*$"
VERSION = r"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}$"
DATE = r"^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
SIZE = r"^[A-Z]{1,3}$"
ADDRESS = r"^https?://[^\s\"<>\\^`{|}]+$"

# The caps are what a page takes in without breaking: a paragraph of some 200 words, a heading of two lines.
LONGEST_ID = 60
Id = Annotated[str, Field(pattern=ID, max_length=LONGEST_ID)]
Text = Annotated[str, Field(pattern=WORDS, max_length=1200)]
Short = Annotated[str, Field(pattern=LINE, max_length=120)]
Reference = Annotated[str, Field(pattern=IDEA, max_length=20)]
Version = Annotated[str, Field(pattern=VERSION)]
Address = Annotated[str, Field(pattern=ADDRESS, max_length=500)]
Date = Annotated[str, Field(pattern=DATE)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]

# What the browser can carry: limits that its modules have too, which a test holds to be the same.
LONGEST_WORD = 40  # characters of a word for people, as a saved response has it
MOST_NUMBER = 4096  # of a practice, as a link has it
MOST_DAYS = 1000  # a month, as a plan has it


def _fits(text: str) -> str:
    """Return `text` unless it is too long for the browser, which counts a character of an upper plane as two."""
    if len(text.encode("utf-16-le")) > 2 * LONGEST_WORD:
        raise PydanticKnownError("string_too_long", {"max_length": LONGEST_WORD})
    return text


Word = Annotated[str, Field(pattern=LINE, max_length=LONGEST_WORD), AfterValidator(_fits)]
Number = Annotated[int, Field(ge=1, le=MOST_NUMBER)]
DaysPerMonth = Annotated[int, Field(ge=1, le=MOST_DAYS)]


def answer(value: object) -> object:
    """Return `value` if it is an answer to a question; whether it is a level of this bank, another rule says."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if value in ("unknown", "na"):
        return value
    raise PydanticCustomError("answer", "must be a level, unknown or na")


class Entry(BaseModel):
    """What every part of the bank shares: unknown keys refused, types strict, values frozen."""

    # Most are parts of others and never checked by themselves, so what checks them is made when it is first used.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Named(Entry):
    """An entry with a file of its own, named by its id."""

    id: Id
    """Name of the entry and of its file; never used for anything else, even after it is gone."""
