"""The shape of every kind of bank file, as typed and frozen values; `KINDS` says which file has which shape."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from pushpull.schema.fields import SOURCE, Address, Count, Entry, Id, Named, Reference, Short, Text, Version, answer
from pushpull.schema.frame import Dimension, Model

__all__ = [
    "KINDS",
    "Condition",
    "Dimension",
    "Entry",
    "Examples",
    "Expected",
    "Glossary",
    "Idea",
    "Insight",
    "Insights",
    "Model",
    "Named",
    "Play",
    "Practice",
    "References",
    "RetiredIds",
    "Term",
    "Words",
    "Work",
    "Worksheet",
]


class Practice(Named):
    """One thing an organisation does, and its question."""

    number: Count
    """Its place in private links; frozen for ever."""
    rev: Count
    """How many times question or anchors have changed, from 1; only ever goes up."""
    weight: float = Field(default=1, ge=0.5, le=2)
    """How much it counts within its dimension."""
    weight_reason: Text | None = None
    """Why the weight is not 1."""
    title: Short
    """What the practice is about."""
    also_called: list[Short] = Field(default_factory=list)
    """Other words by which people look for it; its page shows them, and search finds it by them."""
    facet: Short
    """The one thing that varies between the anchors."""
    question: Text
    """The question: one thing, one question mark at the end."""
    hint: Text | None = None
    """What a word in the question means, or which cases to take."""
    na_reason: Text | None = None
    """Why the practice may not apply; without it, that answer is not offered."""
    anchors: list[Text]
    """One sentence of observable behaviour for each level, lowest first."""
    why: Text
    """Why the practice matters."""
    evidence: list[Text] = Field(min_length=2)
    """What would show the level."""
    metric: Text
    """One number that would follow it."""
    find_out: Text
    """Who would know."""
    sources: list[Reference] = Field(default_factory=list)
    """Ids of the ideas that it rests on."""


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
    why: Text
    """Why it works."""
    steps: list[Text] = Field(min_length=3, max_length=6)
    """What to do, in order."""
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
    """Two axes or dimensions: the first mean less the second."""
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
    """The word as it stands in texts."""
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
    number: Count | None = None
    """The number of a practice that has ended, never used again either."""
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


class Expected(Entry):
    """What the scoring must make of a worked example; a test holds it to that."""

    point: float | None = None
    """The score; without it, too little is known to show one."""
    low: float
    """The lowest score still possible."""
    high: float
    """The highest score still possible."""
    coverage: float = Field(ge=0, le=1)
    """Share of the applicable weight that is known."""


class Answers(Entry):
    """The answers to one dimension of a worked example."""

    name: Short
    """What the dimension is called in the example."""
    answers: list[Annotated[int | str, BeforeValidator(answer)]] = Field(min_length=1)
    """A level, `unknown` or `na` for each of its questions."""
    expect: Expected
    """Its scores."""


class Example(Entry):
    """A worked example of scoring, for the method page and for the tests at once."""

    id: Id
    """Name of the example in addresses."""
    title: Short
    """What it shows."""
    dimensions: list[Answers] = Field(min_length=1)
    """The dimensions answered."""
    working: list[Text] = Field(min_length=1)
    """The sums, step by step."""
    overall: Expected | None = None
    """The mean of the dimensions, where the example is about it."""


class Examples(Entry):
    """The worked examples of scoring."""

    examples: list[Example] = Field(default_factory=list)
    """The examples, in the order in which they are shown."""


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


class Words(Entry):
    """What the site says on buttons and notices, in a bank's own words; what is not here stays as the site says it."""

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
    "retired": (RetiredIds, "retired.yml"),
    "examples": (Examples, "examples.yml"),
    "words": (Words, "words.yml"),
    "worksheet": (Worksheet, "worksheets/*.yml"),
}
