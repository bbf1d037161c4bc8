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
