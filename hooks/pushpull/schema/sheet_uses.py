"""What becomes of a filled worksheet beside its figures: a picture, evidence for answers, counts of a text."""

from typing import Annotated, Literal

from pydantic import Field

from pushpull.schema.fields import Entry, Id, Short, Text

PictureKind = Literal["bars", "arrows", "calendar", "spokes", "week", "month"]
Formula = Annotated[str, Field(pattern=r"\S", max_length=400)]


class Picture(Entry):
    """The one picture of a worksheet."""

    kind: PictureKind
    """What is drawn."""
    name: Short
    """Its title."""
    parts: dict[Id, Id]
    """What it is drawn from: for each part of this kind a column, a question or a figure."""
    most: Annotated[float, Field(gt=0)] | None = None
    """The end of its scale; without it, the largest value."""


class Suggestion(Entry):
    """A level that the sheet suggests as the answer about a practice."""

    level: Annotated[int, Field(ge=0, le=10)]
    """Which one."""
    that: Formula
    """A formula that is yes or no: the first that is yes makes its suggestion."""
    because: Text
    """Why, in one sentence with the figures in it."""


class Evidence(Entry):
    """A figure that an answer can rest on."""

    practice: Id
    """The practice it is evidence for."""
    figure: Id
    """The figure, one for the whole sheet."""
    suggests: list[Suggestion] = Field(default_factory=list, max_length=7)
    """Levels that follow from the sheet, the first that holds; none where no rule is fair."""


class ChartWords(Entry):
    """Words that a reader has written on another worksheet."""

    worksheet: Id
    """Which one."""
    column: Id
    """Which of its columns."""


class WordList(Entry):
    """Words that are counted in a text."""

    column: Id
    """The column of numbers that their count goes to."""
    words: list[Short] = Field(default_factory=list, max_length=120)
    """Words and phrases."""
    own: Short | None = None
    """The label of a field for words of the reader's own, if there is one."""
    chart: ChartWords | None = None
    """The column of another worksheet that gives more words, as the reader has filled it in."""


class AnswerPrefill(Entry):
    """Rows that follow from what a question asks, for a reader who comes from the answer to it."""

    practice: Id
    """The practice whose answer is shown beside them."""
    say: Text
    """What the rows have to do with the answer."""
    rows: list[dict[Id, str | int | float]] = Field(min_length=1, max_length=20)
    """By column: each fills in the blank cells of the row with its name, or is a new one."""


class TextCount(Entry):
    """What is counted in a text that a reader pastes; the text stays in the browser and is not kept."""

    words: Id
    """The column for the number of words."""
    sentences: Id
    """The column for the number of sentences."""
    questions: Id
    """The column for the number of questions."""
    lists: list[WordList] = Field(min_length=1, max_length=8)
    """Lists of words, each for a column."""
