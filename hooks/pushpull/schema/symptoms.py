"""The shape of the complaints by which readers find their page."""

from pydantic import Field

from pushpull.schema.fields import Entry, Id, Short, Text


class Symptom(Entry):
    """A complaint in readers' words, which leads to one page, one play and one question."""

    id: Id
    """Name of the symptom in data and addresses."""
    complaint: Short
    """What people say, as they say it."""
    means: Text
    """What is often behind it, and what would change it."""
    practice: Id
    """The page to read: a practice or an outcome."""
    play: Id
    """The play to do first."""
    ask: Text
    """One question by which readers check themselves."""


class SymptomGroup(Entry):
    """Complaints of one kind."""

    id: Id
    """Name of the group in addresses."""
    title: Short
    """What they have in common, as people would say it."""
    symptoms: list[Symptom] = Field(min_length=1)
    """The complaints, the commonest first."""


class Symptoms(Entry):
    """The complaints by which readers find their page."""

    groups: list[SymptomGroup] = Field(default_factory=list)
    """The groups, in the order of the page."""
