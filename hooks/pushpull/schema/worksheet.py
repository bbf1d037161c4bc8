"""The shape of a worksheet."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from pushpull.schema.fields import Count, Entry, Id, Named, Reference, Short, Text
from pushpull.schema.sheet_uses import AnswerPrefill, Evidence, Formula, Picture, TextCount

Kind = Literal["text", "number", "money", "hours", "percent", "choice", "date", "yes/no", "row"]
NUMBERS: tuple[Kind, ...] = ("number", "money", "hours", "percent")
Format = Literal["number", "money", "hours", "percent", "days", "date", "text"]

MOST_ROWS = 500  # as many as a keystroke can work out without delay


def _day(value: object) -> object:
    """Return `value` if it is a day as 2026-11-21."""
    try:
        date.fromisoformat(str(value))
    except ValueError:
        raise PydanticCustomError("day", "must be a day such as 2026-11-21") from None
    return value


Day = Annotated[str, BeforeValidator(_day)]
Cell = str | int | float


class Prompt(Entry):
    """One column or one question of a worksheet."""

    id: Id
    """Name of the prompt in data and in formulas, where a hyphen is written as an underscore."""
    title: Short
    """What heads the column, or what is asked."""
    hint: Text | None = None
    """What to write there."""
    type: Kind = "text"
    """What can be written there."""
    choices: list[Short] = Field(default_factory=list)
    """What can be chosen, for the type `choice`."""
    least: float | None = None
    """The lowest number that is taken."""
    most: float | None = None
    """The highest number that is taken."""
    blank: float | Literal["no"] | None = None
    """What a cell left blank stands for; without it, a figure that needs the cell waits for it."""


class Series(Entry):
    """Whole numbers for each of which a figure is worked out, such as the weeks of a plan."""

    name: Id
    """How formulas call the number."""
    first: Annotated[int, Field(ge=0, le=1000)]
    """The first number."""
    last: Annotated[int, Field(ge=0, le=1000)]
    """The last number."""


class Needs(Entry):
    """What must hold before a figure is shown."""

    that: Formula
    """A formula that is yes or no."""
    say: Short
    """What is said until then."""


class Figure(Entry):
    """Something a worksheet works out."""

    id: Id
    """Name of the figure in later formulas and in sentences."""
    name: Short
    """What it is called."""
    how: Text
    """The formula in words."""
    each: Id | Series | None = None
    """`row`, a column (once for each thing named there), or a series; without it, one figure for the whole sheet."""
    formula: Formula
    """The formula, as assessment/README.md explains it."""
    format: Format = "number"
    """How it is written."""
    decimals: Annotated[int, Field(ge=0, le=4)] | None = None
    """Digits behind the point, where the format's own number of them will not do."""
    unit: Short | None = None
    """What is counted, behind the number."""
    needs: Needs | None = None
    """What must hold before it is shown."""
    reads: Text | None = None
    """How to read it, in one sentence with the figures in it: `People hear from you {load} times a month.`"""
    show: bool = True
    """Whether it is shown; one that only serves other figures is not."""


class WorkedExample(Entry):
    """A sheet filled in by an invented organisation; a test holds the browser to its figures."""

    of: Short
    """Who filled it in, named as invented."""
    today: Day
    """The day on which it was filled in."""
    answers: dict[Id, Cell] = Field(default_factory=dict)
    """By question."""
    rows: list[dict[Id, Cell]] = Field(min_length=1, max_length=MOST_ROWS)
    """By column; a column that is left out is blank."""
    figures: dict[Id, Cell | list[Cell] | dict[Short, Cell]]
    """What must come out: one value, the names listed, or a value for each row or each thing; `none` for no figure."""


class Worksheet(Named):
    """A page that works something out for a play."""

    title: Short
    """Its title."""
    purpose: Text
    """What a reader gets out of it."""
    asks: Short | None = None
    """The question that it answers."""
    who: Literal["alone", "group", "either"] | None = None
    """Whether it is filled in alone or in a group."""
    informs: list[Id] = Field(min_length=1)
    """The practices it helps with."""
    sources: list[Reference] = Field(default_factory=list)
    """Ids of the ideas that it rests on."""
    minutes: Count
    """How long it takes."""
    columns: list[Prompt] = Field(default_factory=list, max_length=14)
    """What each row asks; the first names the row."""
    questions: list[Prompt] = Field(default_factory=list, max_length=20)
    """What is asked once."""
    rows: Annotated[int, Field(ge=1, le=MOST_ROWS)] = 8
    """Blank rows to begin with, and on paper."""
    begin: list[Text] = Field(default_factory=list)
    """What the first column holds to begin with, a row each."""
    works_out: list[Figure] = Field(default_factory=list, max_length=30)
    """What is worked out from it, in order: a formula may use the figures before it."""
    picture: Picture | None = None
    """The picture that helps to read it."""
    evidence: list[Evidence] = Field(default_factory=list, max_length=8)
    """Figures that answers can rest on."""
    counts: TextCount | None = None
    """What is counted in a text that is pasted, for a row of its own."""
    prefill: Literal["plan"] | AnswerPrefill | None = None
    """What the sheet can be filled in from: the plan that follows from the answers, or one answer."""
    guard: Text | None = None
    """The caution."""
    steps: list[Text] = Field(default_factory=list)
    """How to use it, in order."""
    example: WorkedExample | None = None
    """The sheet filled in."""
