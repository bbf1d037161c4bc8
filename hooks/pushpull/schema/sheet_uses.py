"""What becomes of a filled worksheet beside its figures: a picture, evidence for answers, counts of a text."""

from typing import Annotated, Literal

from pydantic import Field

from pushpull.schema.fields import Entry, Id, Short

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
