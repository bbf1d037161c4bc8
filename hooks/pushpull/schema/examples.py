"""The shape of the worked examples of scoring."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from pushpull.schema.fields import Entry, Id, Short, Text, answer


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
