"""The shape of every kind of bank file, as typed and frozen values; `KINDS` says which file has which shape."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from pushpull.schema.depth import Depth
from pushpull.schema.examples import Examples
from pushpull.schema.fields import Count, Entry, Id, Named, Number, Reference, Short, Text, Version
from pushpull.schema.frame import Model
from pushpull.schema.library import Glossary, References, RetiredIds
from pushpull.schema.symptoms import Symptoms
from pushpull.schema.worksheet import Worksheet


class Practice(Named):
    """One thing an organisation does, and its question."""

    number: Number
    """Its place in private links; frozen for ever."""
    rev: Count
    """How many times question or anchors have changed, from 1; only ever goes up."""
    counts_from: Count = 1
    """The first `rev` whose answers mean what is asked now; answers given before it wait until they are looked at."""
    reworded_since: Version | None = None
    """The release since which the wording has changed and its meaning has not, so that `rev` stays as it was."""
    scored: bool = True
    """Whether a higher answer is better; not so for a fact, which is shown and never scored."""
    beside: Id | None = None
    """Of a fact: the outcome it is read with."""
    weight: float = Field(default=1, gt=0, le=100)
    """How much it counts within its dimension."""
    weight_reason: Text | None = None
    """Why the weight is not 1."""
    title: Short
    """What the practice is about."""
    also_called: list[Short] = Field(default_factory=list)
    """Other words by which people look for it; its page shows them, and search finds it by them."""
    found_by: list[Short] = Field(default_factory=list)
    """More words by which search finds it; no page shows them."""
    facet: Short | None = None
    """The one thing that varies between the anchors."""
    question: Text
    """The question: one thing, one question mark at the end."""
    hint: Text | None = None
    """What a word in the question means, or which cases to take."""
    hints_for: dict[Short, Text] = Field(default_factory=dict)
    """By a word for people: the hint in place of `hint` where the question turns odd for that word."""
    na_reason: Text | None = None
    """Why the practice may not apply; without it, that answer is not offered."""
    anchors: list[Text]
    """One sentence of observable behaviour for each level, lowest first."""
    why: Text | None = None
    """Why the practice matters."""
    evidence: list[Text] = Field(default_factory=list)
    """What would show the level."""
    metric: Text | None = None
    """One number that would follow it."""
    find_out: Text | None = None
    """Who would know."""
    sources: list[Reference] = Field(default_factory=list)
    """Ids of the ideas that it rests on."""
    depth: Depth | None = None
    """What its page says beyond the question and its plays."""


class Play(Named):
    """An action that lifts a practice to a level."""

    practice: Id
    """The practice it lifts."""
    title: Short
    """What one does, as an imperative."""
    lifts_to: int
    """The level it leads to, from 1."""
    effort: Short
    """Size of the work: the id of an effort in model.yml."""
    lead: Short
    """Who would lead it."""
    role: Id | None = None
    """The role of model.yml under which the index lists it."""
    involve: Text | None = None
    """Whom to invite or involve."""
    minutes: int | None = Field(default=None, ge=5, le=480)
    """About how long its first session takes."""
    cost: Text | None = None
    """What it takes beyond that: hours, and what has to be paid."""
    make_room: Text | None = None
    """What to stop or shorten for it, as an imperative."""
    why: Text
    """Why it works."""
    steps: list[Text] = Field(min_length=1)
    """What to do, in order."""
    script: list[Text] = Field(default_factory=list)
    """Words to say or a form to fill, where the words matter."""
    pitfall: Text
    """How it goes wrong."""
    worked_when: Text
    """What somebody else could see when it has worked."""
    worksheet: Id | None = None
    """The worksheet that helps with it."""
    also_lifts: list[Id] = Field(default_factory=list)
    """Other practices that gain from it."""


class Condition(Entry):
    """Holds when one of mean, practice and gap is at least or at most a number on the scale."""

    mean: Id | None = None
    """An axis or dimension, whose mean is looked at."""
    practice: Id | None = None
    """A practice, whose answer is looked at."""
    gap: Annotated[list[Id], Field(min_length=2, max_length=2)] | None = None
    """Two axes, dimensions or practices: the first mean or answer less the second."""
    at_least: float | None = None
    """The number that must be reached."""
    at_most: float | None = None
    """The number that must not be passed."""


class Insight(Entry):
    """A pattern across answers."""

    id: Id
    """Name of the pattern in data."""
    when: list[Condition] = Field(min_length=1)
    """The conditions, all of which must hold."""
    practices: list[Id] = Field(min_length=1)
    """The practices it points at; their plays come sooner."""
    say: Text
    """What stands out, and what to do."""
    sources: list[Reference] = Field(default_factory=list)
    """Ids of the ideas that it rests on."""


class Insights(Entry):
    """The patterns worth pointing out."""

    insights: list[Insight]
    """The patterns, in the order in which they are shown."""


class Words(Entry):
    """What the site says in a bank's own words; what is not here stays as the site says it."""

    words: dict[str, dict[str, Text | Annotated[list[Text], Field(min_length=2, max_length=2)]]]
    """Part of the site: key: text. hooks/pushpull/templates/words.yml has all there are."""


# kind of file: its model and where its files lie below the bank's folder
KINDS: Mapping[str, tuple[type[Entry], str]] = {
    "model": (Model, "model.yml"),
    "practice": (Practice, "practices/*/*.yml"),
    "play": (Play, "plays/*.yml"),
    "insights": (Insights, "insights.yml"),
    "references": (References, "references.yml"),
    "glossary": (Glossary, "glossary.yml"),
    "symptoms": (Symptoms, "symptoms.yml"),
    "retired": (RetiredIds, "retired.yml"),
    "examples": (Examples, "examples.yml"),
    "words": (Words, "words.yml"),
    "worksheet": (Worksheet, "worksheets/*.yml"),
}
