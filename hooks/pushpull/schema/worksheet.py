"""The shape of a worksheet."""

from pydantic import Field

from pushpull.schema.fields import Count, Entry, Id, Named, Reference, Short, Text


class Prompt(Entry):
    """One column or one question of a worksheet."""

    id: Id
    """Name of the prompt in data."""
    title: Short
    """What heads the column, or what is asked."""
    hint: Text | None = None
    """What to write there."""


class Figure(Entry):
    """Something a worksheet works out."""

    name: Short
    """What it is called."""
    how: Text
    """The formula in words."""


class Worksheet(Named):
    """A page that works something out for a play."""

    title: Short
    """Its title."""
    purpose: Text
    """What a reader gets out of it."""
    informs: list[Id] = Field(min_length=1)
    """The practices it helps with."""
    sources: list[Reference] = Field(default_factory=list)
    """Ids of the ideas that it rests on."""
    minutes: Count
    """How long it takes."""
    columns: list[Prompt] = Field(default_factory=list)
    """What each row asks."""
    questions: list[Prompt] = Field(default_factory=list)
    """What is asked once."""
    rows: Count = 8
    """Blank rows on paper."""
    works_out: list[Figure] = Field(default_factory=list)
    """What is worked out from it."""
    guard: Text | None = None
    """The caution."""
    steps: list[Text] = Field(default_factory=list, min_length=3, max_length=6)
    """How to use it, in order."""
