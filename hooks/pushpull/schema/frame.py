"""The shape of `model.yml`, the frame that every practice hangs in."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from pushpull.schema.fields import SIZE, Count, DaysPerMonth, Entry, Id, Short, Text, Version, Word
from pushpull.schema.house_style import Style, StyleSetting


class Level(Entry):
    """A step of maturity; its value is its position, from 0."""

    id: Id
    """Name of the level in data."""
    name: Short
    """Name of the level on pages."""
    gist: Text
    """What the level is like, in one sentence."""


class Axis(Entry):
    """One of the map's coordinates."""

    id: Id
    """Name of the axis in data; also in conditions of insights."""
    name: Short
    """Name of the axis on pages."""
    meaning: Text
    """What a high score on it says."""


class Dimension(Entry):
    """A group of practices that belongs to one axis; or, without one, of outcomes and facts, shown beside the score."""

    id: Id
    """Name of the dimension in data and addresses, and of its folder of practices."""
    name: Short
    """Name of the dimension on pages."""
    axis: Id | None = None
    """The axis it counts towards; none for outcomes, which are in no score but their own."""
    weight: float = Field(default=1, gt=0, le=100)
    """How much it counts among the dimensions."""
    asks: Text
    """What its questions ask about, in one line."""
    about: Text
    """What it covers and what it leaves to other dimensions."""
    practices: list[Id] = Field(min_length=1)
    """Its practices in the order in which they are asked."""


class Quadrant(Entry):
    """One reading of the map."""

    id: Id
    """Name of the quadrant in data."""
    name: Short
    """Name of the quadrant on pages."""
    at: dict[Id, Literal["low", "high"]]
    """Low or high for each axis."""
    reading: Text
    """What it means to be there."""
    next: Text
    """What to do from there."""
    practices: list[Id] = Field(default_factory=list)
    """What to begin with there: the plan begins with one of these practices where one has a play."""


class Form(Entry):
    """The set of practices asked."""

    title: Short
    """Its name on pages."""
    intro: Text
    """What it is for, above its first question."""
    reports: list[Text] = Field(default_factory=list)
    """What its results show."""
    leaves_out: list[Text] = Field(default_factory=list)
    """What its results do not show."""
    closing: Text | None = None
    """What to do after it."""
    practices: list[Id] | None = None
    """The practices asked, in order; not for the full form, which asks all."""


class Forms(Entry):
    """The forms by name: the whole one, `full`, and short ones, of which `quick` is the usual."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Form] = Field(init=False)

    quick: Form | None = None
    """The usual short one."""
    full: Form
    """The whole one, which asks every practice."""

    @property
    def short(self) -> dict[str, Form]:
        """The forms that ask a part of the questions, by name."""
        return ({"quick": self.quick} if self.quick else {}) | self.__pydantic_extra__


class People(Entry):
    """Words for the people served, put in place of {people}."""

    prompt: Short
    """The question that offers the words."""
    options: list[Word] = Field(min_length=1)
    """The words; the first is used until another is picked. Add new ones at the end."""


class Effort(Entry):
    """A size of play."""

    id: Annotated[str, Field(pattern=SIZE)]
    """Name of the size in plays."""
    name: Short
    """Name of the size on pages."""
    days: Count
    """Person-days, when planning."""
    cost: float = Field(gt=0, le=1_000)
    """What a gain is divided by, when ranking."""
    means: Short
    """The size in words."""
    within: Short | None = None
    """How soon a play of this size could be done, as the index of plays says it."""


class Role(Entry):
    """A kind of work whose people may lead a play."""

    id: Id
    """Name of the role in plays."""
    name: Short
    """Name of the role on pages."""
    means: Text
    """Who that is, job titles aside."""


class Scoring(Entry):
    """The constants of score and advice; the method pages say what each does."""

    show_coverage: float = Field(default=0.6, ge=0, le=1)
    """Least share of applicable weight that must be known to show a point."""
    show_known: Count = 3
    """Least number of known answers to show a point."""
    insight_bonus: float = Field(default=0.3, ge=0, le=1)
    """How much sooner a play comes for each pattern that points at its practice."""
    insight_bonus_most: Count = 2
    """How many patterns count at most."""
    plan_first: Count = 5
    """How many plays the limits below hold for."""
    plan_most_per_dimension: Count = 2
    """Most plays of one dimension among these."""
    weak_axis_gap: float = Field(default=0.8, ge=0, le=6)
    """From which distance of the axes one of these must serve the weaker."""
    target_least: Count = 2
    """The lowest target that is proposed."""
    within_noise: float = Field(default=0.5, ge=0, le=6)
    """A difference below this says nothing."""
    days_per_month: DaysPerMonth = 10
    """Person-days a month, until the reader says."""


class Wording(Entry):
    """Words that the check looks for; they depend on the bank's language."""

    avoid_in_anchors: list[Short] = Field(default_factory=list)
    """Words of frequency or quality, which two readers read differently."""
    joining_words: list[Short] = Field(default_factory=list)
    """Words that may join two questions in one."""
    joining_allowed: list[Short] = Field(default_factory=list)
    """Phrases in which a joining word is right."""
    avoid_in_pages: list[Short] = Field(default_factory=list)
    """Words and phrases that prose written by hand must do without, unless it quotes them."""


class Model(Entry):
    """The frame of the bank."""

    id: Id
    """Name of the bank in data; saved answers carry it."""
    version: Version
    """Version of the bank: major for ids or scoring, minor for new questions, patch for wording."""
    title: Short
    """Name of the bank on pages."""
    window: Short
    """The time that answers are about."""
    answer_rule: Text
    """How to choose among the anchors, shown with every page of questions."""
    levels: list[Level] = Field(min_length=2, max_length=7)
    """The steps of maturity, lowest first."""
    axes: list[Axis] = Field(default_factory=list, max_length=2)
    """The coordinates of the map; without any, all dimensions are scored together and there is no map."""
    dimensions: list[Dimension] = Field(min_length=1)
    """The groups of practices, in order."""
    quadrants: list[Quadrant] = Field(default_factory=list)
    """The readings of the map: one for each combination of low and high, or none at all."""
    forms: Forms
    """What is asked."""
    people: People | None = None
    """Words for the people served; without them no text has {people}."""
    effort: list[Effort] = Field(default_factory=list)
    """The sizes of plays, smallest first."""
    roles: list[Role] = Field(default_factory=list)
    """The kinds of work by which plays can be looked up; without them there is no such index."""
    scoring: Scoring = Scoring()
    """Constants of score and advice."""
    wording: Wording = Wording()
    """Words that the check looks for."""
    style: StyleSetting = Style()
    """How strictly the house style holds: `strict`, `advise` or `off`, or `level` and single `rules` by name."""

    @property
    def outcomes(self) -> list[Dimension]:
        """The dimensions that hold outcomes and facts, shown beside the score; none where the bank has no axes."""
        return [dimension for dimension in self.dimensions if self.axes and dimension.axis is None]

    @property
    def words_for_people(self) -> list[str]:
        """The words that {people} may stand for."""
        return self.people.options if self.people else []

    @property
    def constants(self) -> dict[str, Any]:
        """The constants of score and advice, with the least target on the scale."""
        return self.scoring.model_dump() | {"target_least": min(self.scoring.target_least, self.top)}

    @property
    def top(self) -> int:
        """The value of the highest level."""
        return len(self.levels) - 1

    def level_name(self, score: float) -> str:
        """Return the name of the level nearest to `score`; halves go up, as in the browser."""
        return self.levels[min(self.top, int(score + 0.5))].name
