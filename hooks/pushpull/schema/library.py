"""The shape of what the bank rests on and explains: references, glossary, retired ids."""

from typing import Annotated, Literal

from pydantic import Field

from pushpull.schema.fields import SOURCE, Address, Date, Entry, Id, Number, Reference, Short, Text, Version

Seen = Literal["abstract", "excerpt", "whole"]
"""How much of a work has been seen: its abstract, a passage of it or a report that names it, or all of it."""


class Idea(Entry):
    """One idea found in a source, and what it looks like in four degrees."""

    id: Reference
    """Id of the idea: that of its source, a hyphen, a number."""
    idea: Text
    """The idea in our own words."""
    badly: Text | None = None
    """What it looks like done badly."""
    partly: Text | None = None
    """What it looks like done in part."""
    well: Text | None = None
    """What it looks like done well."""
    superbly: Text | None = None
    """What it looks like done superbly."""


class Source(Entry):
    """An article the bank draws on."""

    id: Annotated[str, Field(pattern=SOURCE, max_length=10)]
    """Id of the source."""
    title: Text
    """Its title as printed."""
    author: Short | None = None
    """Who wrote it, if it says."""
    year: int | None = Field(default=None, ge=1900, le=2100)
    """When it appeared, if it says."""
    url: Address | None = None
    """Where it stands."""
    about: Text
    """What it is about, in our own words."""
    seen: Seen
    """How much of it has been seen: an excerpt may be a report that names it."""
    seen_on: Date
    """The day on which that was seen."""
    ideas: list[Idea]
    """The ideas found in it."""


class Work(Entry):
    """A work of the field that a page cites."""

    id: Id
    """Name by which pages cite it."""
    title: Text
    """Its title as printed."""
    authors: Text | None = None
    """Who wrote it."""
    year: int | None = Field(default=None, ge=1800, le=2100)
    """When it appeared."""
    where: Text | None = None
    """Journal, publisher or series."""
    url: Address | None = None
    """The publisher's address or a DOI."""
    seen: Seen
    """How much of it has been seen: an excerpt may be a report that names it."""
    seen_on: Date
    """The day on which that was seen."""


class References(Entry):
    """What the bank rests on."""

    sources: list[Source] = Field(default_factory=list)
    """The articles and their ideas."""
    works: list[Work] = Field(default_factory=list)
    """Other works that pages cite."""


class Term(Entry):
    """A word explained."""

    id: Id
    """Name of the term in data and addresses."""
    term: Short
    """The word as texts have it."""
    means: Text
    """What it means, in one or two sentences."""
    also: list[Short] = Field(default_factory=list)
    """Other forms of it that texts use, such as the plural."""
    in_questions: bool = False
    """Whether a question that uses it explains it on the spot."""


class Glossary(Entry):
    """The words explained."""

    terms: list[Term] = Field(default_factory=list)
    """The terms."""


class Retired(Entry):
    """An id that is never used again."""

    id: Id
    """The id that was."""
    number: Number | None = None
    """The number of a practice that has ended, never used again either; without it, the practice has another id now."""
    since: Version
    """The first version of the bank without it."""
    moved_to: Id | None = None
    """The id where its answers go, if anything took its place."""
    why: Text
    """Why it went."""


class RetiredIds(Entry):
    """The ids that are never used again."""

    practices: list[Retired] = Field(default_factory=list)
    """Ids of practices."""
    plays: list[Retired] = Field(default_factory=list)
    """Ids of plays."""
