"""The shape of `bank.json`."""

from typing import Annotated, Literal

from pydantic import Field

from pushpull.schema.fields import LONGEST_WORD, Count, Id, Number, Short, Text, Version
from pushpull.schema.public.parts import ABSENT, Level, PlayId, Public

Amount = float | int
Address = Annotated[str, Field(pattern=r"^[^/\s][^\s]*$")]


class Named(Public):
    """A thing with an id and a name."""

    id: Id
    """Its name in data."""
    name: Short
    """Its name on pages."""


class LevelOf(Named):
    """A level."""

    value: Level
    """Its number; 0 is the lowest."""
    gist: Text
    """What it means."""


class AxisOf(Named):
    """A coordinate of the map."""

    meaning: Text
    """What it measures."""


class DimensionOf(Named):
    """A group of practices."""

    axis: Id | Literal[""] | None
    """The axis it counts towards; null for outcomes, shown beside the score; empty where a bank has no axes."""
    weight: Amount
    """How much it counts among the dimensions."""
    asks: Text
    """What its questions ask about."""
    url: Address
    """The page that asks them, below the site's root."""


class Wording(Public):
    """How an earlier version of the bank asked a question."""

    rev: Count
    """The wording's number."""
    question: Text
    """The question."""
    anchors: list[Text]
    """One text per level."""


class PracticeOf(Public):
    """A practice with its question."""

    id: Id
    """Its name in data."""
    number: Number
    """Its place in links, never used again."""
    dimension: Id
    """The group it belongs to."""
    weight: Amount
    """How much it counts in its dimension."""
    rev: Count
    """The wording's number; higher after each change of meaning."""
    scored: Literal[False] = False
    """Stands only with a fact, whose answers are not better or worse."""
    beside: Id = ABSENT
    """Of a fact: the outcome it is read with."""
    counts_from: Count = 1
    """The first `rev` whose answers count; those given before wait until somebody looks at them."""
    na_reason: Text | None
    """When it may not apply; null where it always does."""
    title: Short
    """Its name on pages."""
    question: Text
    """What is asked."""
    hint: Text | None
    """What a reader should know to answer."""
    anchors: list[Text]
    """What is true at each level, lowest first."""
    find_out: Text | None
    """Who would know."""
    url: Address
    """Its page, below the site's root."""
    question_url: Address
    """Where it is asked, below the site's root."""
    earlier: list[Wording]
    """Released wordings before this one, oldest first."""


class PlayOf(Public):
    """An action that lifts a practice."""

    id: PlayId
    """Its name in data; with `--` in it, a step up for which the bank has no play."""
    practice: Id
    """The practice it lifts."""
    title: Short
    """Its name on pages."""
    lifts_to: Level
    """The level it leads to."""
    effort: Short | None
    """The id of its size in `effort`; null where that is not known."""
    also_lifts: list[Id]
    """Practices that it lifts by a level on the way."""
    lead: Short | Literal[""]
    """Who leads; empty where nobody is named."""
    first_step: Text
    """What to do first."""
    worked_when: Text | Literal[""]
    """What shows that it worked; empty where nothing is named."""
    url: Address
    """Where it is described, below the site's root."""


class ConditionOf(Public):
    """A condition: one of mean, practice and gap, and a bound."""

    mean: Id = ABSENT
    """The score of this dimension or axis."""
    practice: Id = ABSENT
    """The answer to this practice."""
    gap: Annotated[list[Id], Field(min_length=2, max_length=2)] = ABSENT
    """The score of the first less that of the second."""
    at_least: Amount = ABSENT
    """The lowest value that meets it."""
    at_most: Amount = ABSENT
    """The highest value that meets it."""


class InsightOf(Public):
    """A pattern across answers."""

    id: Id
    """Its name in data."""
    when: Annotated[list[ConditionOf], Field(min_length=1)]
    """Conditions that must all be met."""
    say: Text
    """What it means."""
    practices: list[Id]
    """The practices that it points at."""


class QuadrantOf(Named):
    """A reading of the map."""

    at: dict[Id, Literal["low", "high"]]
    """Low or high for each axis."""
    reading: Text
    """What it means to be there."""
    next: Text
    """What to do from there."""
    practices: list[Id]
    """What to begin with there."""


class EffortOf(Public):
    """A size of plays."""

    id: Short
    """Its name in data."""
    name: Short
    """Its name on pages."""
    days: Count
    """Person-days at most."""
    cost: Amount
    """What the gain of a play is divided by."""


class WorksheetOf(Public):
    """A worksheet."""

    id: Id
    """Its name in data and in its address, `worksheets/` and the id."""
    title: Short
    """Its name on pages."""


class BankFile(Public):
    """What a site asks, scores and advises: `bank.json` at its root. Lists stand in the order of the bank."""

    format: Literal["push-to-pull/bank"]
    """The name of the format."""
    version: Literal[1]
    """The version of the format."""
    id: Id
    """Which bank it is."""
    bank_version: Version
    """Which version of that bank."""
    forms: Annotated[dict[Id, list[Id] | None], Field(min_length=1)]
    """Ids of practices by form, in the order in which they are asked."""
    form_titles: dict[Id, Short]
    """What a form is called on pages, by its name."""
    people: list[Annotated[str, Field(min_length=1, max_length=LONGEST_WORD)]]
    """Words for the people served, which stand for {people} in texts, the usual one first; there may be none."""
    retired: dict[Id, Id | None]
    """By id of a practice that is gone, the id that took its place, or null."""
    renamed: Annotated[list[Id], Field(min_length=1)] = ABSENT
    """Ids among those that are gone whose practice only has another id now: answers to them keep their `rev`."""
    retired_plays: dict[Id, Id | None] = Field(default_factory=dict)
    """By id of a play that is gone, the id that took its place, or null."""
    title: Short
    """The bank's name."""
    window: Short
    """The time asked about."""
    answer_rule: Text
    """How to choose among anchors."""
    levels: Annotated[list[LevelOf], Field(min_length=2, max_length=7)]
    """The levels, lowest first."""
    axes: Annotated[list[AxisOf], Field(max_length=2)]
    """The coordinates of the map."""
    dimensions: Annotated[list[DimensionOf], Field(min_length=1)]
    """The groups of practices."""
    practices: Annotated[list[PracticeOf], Field(min_length=1)]
    """Everything that is asked."""
    plays: list[PlayOf]
    """Everything that is advised."""
    insights: list[InsightOf]
    """Patterns across answers."""
    worksheets: list[WorksheetOf]
    """Pages that work something out for a play."""
    quadrants: list[QuadrantOf]
    """The readings of the map."""
    effort: list[EffortOf]
    """The sizes of plays."""
    scoring: dict[str, Amount]
    """The constants of score and advice."""
