"""The shape of every kind of bank file, as typed and frozen values; `KINDS` says which file has which shape."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

# `shape.py` says in words what each pattern asks for.
ID = r"^[a-z][a-z0-9]*([-_][a-z0-9]+)*$"
WORDS = r"\S"
LINE = r"^[^\n]*\S[^\n]*$"
IDEA = r"^[A-Z][A-Z0-9]*-[0-9]{2,}$"
SOURCE = r"^[A-Z][A-Z0-9]*$"
VERSION = r"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}$"
SIZE = r"^[A-Z]{1,3}$"
ADDRESS = r"^https?://[^\s\"<>\\^`{|}]+$"

Id = Annotated[str, Field(pattern=ID, max_length=60)]
Text = Annotated[str, Field(pattern=WORDS, max_length=1200)]
Short = Annotated[str, Field(pattern=LINE, max_length=120)]
Reference = Annotated[str, Field(pattern=IDEA, max_length=20)]
Version = Annotated[str, Field(pattern=VERSION)]
Address = Annotated[str, Field(pattern=ADDRESS, max_length=500)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]


class Entry(BaseModel):
    """What every part of the bank shares: unknown keys refused, types strict, values frozen."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Named(Entry):
    """An entry with a file of its own, named by its id."""

    id: Id


class Level(Entry):
    """A step of maturity; its value is its position, from 0."""

    id: Id
    name: Short
    gist: Text


class Axis(Entry):
    """One of the map's coordinates."""

    id: Id
    name: Short
    meaning: Text


class Dimension(Entry):
    """A group of practices that belongs to one axis; `practices` gives their order."""

    id: Id
    name: Short
    axis: Id
    weight: float = Field(default=1, gt=0, le=10)
    asks: Text
    about: Text
    practices: list[Id] = Field(min_length=1)


class Quadrant(Entry):
    """One reading of the map; `at` gives low or high for each axis."""

    id: Id
    name: Short
    at: dict[Id, Literal["low", "high"]]
    reading: Text
    next: Text


class Form(Entry):
    """The set of practices asked; without `practices`, all of them."""

    title: Short
    intro: Text
    reports: list[Text] = []
    leaves_out: list[Text] = []
    closing: Text | None = None
    practices: list[Id] | None = None


class Forms(Entry):
    """The two forms; `full` asks every practice."""

    quick: Form
    full: Form


class People(Entry):
    """Words for those served; the first is used until the respondent picks one."""

    prompt: Short
    options: list[Short] = Field(min_length=1)


class Effort(Entry):
    """A size of play: `days` of work when planning, `cost` when ranking."""

    id: Annotated[str, Field(pattern=SIZE)]
    name: Short
    days: Count
    cost: float = Field(gt=0, le=1_000)
    means: Short


class Scoring(Entry):
    """The constants of score and advice; what each does stands on the method pages."""

    show_coverage: float = Field(default=0.6, ge=0, le=1)
    show_known: Count = 3
    insight_bonus: float = Field(default=0.3, ge=0, le=1)
    insight_bonus_most: Count = 2
    plan_first: Count = 5
    plan_most_per_dimension: Count = 2
    weak_axis_gap: float = Field(default=0.8, ge=0, le=6)
    target_least: Count = 2
    within_noise: float = Field(default=0.5, ge=0, le=6)
    days_per_month: Count = 10


class Wording(Entry):
    """Rules for the words of questions and anchors, which depend on the bank's language."""

    avoid_in_anchors: list[Short] = []
    joining_words: list[Short] = []
    joining_allowed: list[Short] = []


class Model(Entry):
    """`model.yml`: the frame that every practice hangs in."""

    id: Id
    version: Version
    title: Short
    window: Short
    answer_rule: Text
    levels: list[Level] = Field(min_length=3, max_length=7)
    axes: list[Axis] = Field(min_length=1, max_length=2)
    dimensions: list[Dimension] = Field(min_length=1)
    quadrants: list[Quadrant] = []
    forms: Forms
    people: People
    effort: list[Effort] = Field(min_length=1)
    scoring: Scoring = Scoring()
    wording: Wording = Wording()

    @property
    def top(self) -> int:
        """The value of the highest level."""
        return len(self.levels) - 1


class Practice(Named):
    """One thing an organisation does, and its question; `anchors` stand in the order of the levels."""

    number: Count
    rev: Count
    weight: float = Field(default=1, ge=0.5, le=2)
    weight_reason: Text | None = None
    title: Short
    facet: Short
    question: Text
    hint: Text | None = None
    na_reason: Text | None = None
    anchors: list[Text]
    why: Text
    evidence: list[Text] = Field(min_length=2)
    metric: Text
    find_out: Text
    sources: list[Reference] = []


class Play(Named):
    """An action that lifts a practice to a level."""

    practice: Id
    title: Short
    lifts_to: int
    effort: str
    lead: Short
    why: Text
    steps: list[Text] = Field(min_length=3, max_length=8)
    pitfall: Text
    worked_when: Text
    worksheet: Id | None = None
    also_lifts: list[Id] = []


class Condition(Entry):
    """Holds when a mean, an answer or a gap between two means is at least or at most a number."""

    mean: Id | None = None
    practice: Id | None = None
    gap: Annotated[list[Id], Field(min_length=2, max_length=2)] | None = None
    at_least: float | None = None
    at_most: float | None = None


class Insight(Entry):
    """A pattern across answers; `practices` are those it points at."""

    id: Id
    when: list[Condition] = Field(min_length=1)
    practices: list[Id] = Field(min_length=1)
    say: Text
    sources: list[Reference] = []


class Insights(Entry):
    """`insights.yml`."""

    insights: list[Insight]


class Idea(Entry):
    """One idea found in a source, and what it looks like in four degrees."""

    id: Reference
    idea: Text
    badly: Text | None = None
    partly: Text | None = None
    well: Text | None = None
    superbly: Text | None = None


class Source(Entry):
    """An article the bank draws on."""

    id: Annotated[str, Field(pattern=SOURCE, max_length=10)]
    title: Text
    author: Short | None = None
    year: int | None = Field(default=None, ge=1900, le=2100)
    url: Address | None = None
    about: Text
    ideas: list[Idea]


class Work(Entry):
    """A work of the field that a page cites."""

    id: Id
    title: Text
    authors: Text | None = None
    year: int | None = Field(default=None, ge=1800, le=2100)
    where: Text | None = None
    url: Address | None = None


class References(Entry):
    """`references.yml`."""

    sources: list[Source] = []
    works: list[Work] = []


class Term(Entry):
    """A word explained; `also` lists other forms of it that texts use."""

    id: Id
    term: Short
    means: Text
    also: list[Short] = []


class Glossary(Entry):
    """`glossary.yml`."""

    terms: list[Term] = []


class Retired(Entry):
    """An id that is never used again, and where its answers go, if anywhere."""

    id: Id
    number: Count | None = None
    since: Version
    moved_to: Id | None = None
    why: Text


class RetiredIds(Entry):
    """`retired.yml`."""

    practices: list[Retired] = []
    plays: list[Retired] = []


class Prompt(Entry):
    """One column or one question of a worksheet."""

    id: Id
    title: Short
    hint: Text | None = None


class Figure(Entry):
    """Something a worksheet works out, and how, in words."""

    name: Short
    how: Text


class Worksheet(Named):
    """A page that works something out for a play."""

    title: Short
    purpose: Text
    informs: list[Id] = Field(min_length=1)
    sources: list[Reference] = []
    minutes: Count
    columns: list[Prompt] = []
    questions: list[Prompt] = []
    rows: Count = 8
    works_out: list[Figure] = []
    guard: Text | None = None
    steps: list[Text] = []


# kind of file: its model and where its files lie below the bank's folder
KINDS: Mapping[str, tuple[type[Entry], str]] = {
    "model": (Model, "model.yml"),
    "practice": (Practice, "practices/*/*.yml"),
    "play": (Play, "plays/*.yml"),
    "insights": (Insights, "insights.yml"),
    "references": (References, "references.yml"),
    "glossary": (Glossary, "glossary.yml"),
    "retired": (RetiredIds, "retired.yml"),
    "worksheet": (Worksheet, "worksheets/*.yml"),
}
