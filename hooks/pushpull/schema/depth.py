"""The shape of what a practice's page says beyond its question: the argument, an example, pitfalls, settings."""

from pydantic import Field

from pushpull.schema.fields import Entry, Id, Short, Text


class Finding(Entry):
    """What research found or an organisation did, with the works that say so."""

    say: Text
    """What it is, with its caveat."""
    works: list[Id] = Field(min_length=1)
    """Ids of the works in references.yml that say so."""


class Pitfall(Entry):
    """One way in which it goes wrong."""

    title: Short
    """The mistake, in a few words."""
    say: Text
    """Why people make it, and what to do instead."""


class Example(Entry):
    """The thing to make, filled in for an imagined organisation: as lines or as a table."""

    title: Short
    """What it is."""
    intro: Text
    """For whom it is filled in."""
    lines: list[Text] = Field(default_factory=list)
    """Its lines, if it is a list."""
    head: list[Short] = Field(default_factory=list)
    """The heads of its columns, if it is a table."""
    rows: list[list[Text]] = Field(default_factory=list)
    """Its rows, each with a cell for each column."""


class Setting(Entry):
    """How it differs in one kind of organisation."""

    where: Short
    """The kind of organisation."""
    say: Text
    """What is different there."""


class Depth(Entry):
    """What the page of a practice says beyond the question and its plays."""

    explained: list[Text] = Field(min_length=1)
    """What it is and why it works, argued, a paragraph each."""
    case: Finding | None = None
    """A real case by name, only where a source confirms it."""
    found: list[Finding] = Field(default_factory=list)
    """What research has found, for and against."""
    pitfalls: list[Pitfall] = Field(default_factory=list)
    """How it goes wrong."""
    example: Example
    """One filled example of the thing to make."""
    measure: Text
    """How to measure it this month."""
    settings: list[Setting] = Field(default_factory=list)
    """How it differs from one kind of organisation to another."""
    reading: list[Id] = Field(default_factory=list)
    """Ids of the works in references.yml to read on with."""
