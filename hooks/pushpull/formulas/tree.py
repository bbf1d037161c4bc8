"""What a formula is made of: types, faults, and the names that a sheet offers to its formulas.

A tree is a list that begins with the kind of its node, as the browser gets it:
["number", 4] ["text", "none"] ["cell", column] ["answer", question] ["figure", id] ["series"] ["today"] ["key"]
["here"] ["of", row, node] ["given", node] ["not", node] ["and", nodes] ["or", nodes] ["if", when, then, else]
["+", a, b], likewise - * / < <= > >= == !=, ["least", nodes], ["most", nodes], ["minus", node]
["each", what, over, nodes, where]: a total over "rows", over the things in a column, or over the numbers of a series
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from pushpull.problem import did_you_mean
from pushpull.schema.worksheet import Figure, Prompt, Series, Worksheet

Tree: TypeAlias = list[Any]

NUMBER, TEXT, DATE, TRUTH, ROW, NAMES = "number", "text", "date", "yes or no", "row", "list of names"
OF_KIND = {"text": TEXT, "choice": TEXT, "date": DATE, "yes/no": TRUTH, "row": ROW}  # all others are numbers
OF_FORMAT = {"date": (DATE,), "text": (TEXT, NAMES)}


class FormulaError(Exception):
    """Raised at the first fault of a formula: what must hold, what was found, what to do, and at which character."""

    def __init__(self, must: str, found: str, cure: str, at: int = 0) -> None:
        super().__init__(must)
        self.must, self.found, self.cure, self.at = must, found, cure, at


@dataclass(frozen=True)
class Typed:
    """A tree and the type of what it gives; `choices` are the only texts that it can give, where that is known."""

    tree: Tree
    type: str
    choices: Sequence[str] | None = None


@dataclass(frozen=True)
class Scope:
    """Where a name stands: what it is worked out for, whether `here` has a meaning, and of which series."""

    each: str | None = None  # "row", the id of a column, "series:" and the name of a series, or the whole sheet
    inside: bool = False  # within a total
    here: bool = False
    series: str | None = None  # by which name its number is known


@dataclass(frozen=True)
class Names:
    """What a formula can name: prompts and earlier figures, by the name they have in formulas."""

    columns: Mapping[str, Prompt]
    questions: Mapping[str, Prompt]
    figures: Mapping[str, tuple[Figure, str]]  # with the type of each

    @property
    def all(self) -> list[str]:
        """Every name, to find the one most like a slip."""
        numbers = [name_of(figure.each.name) for figure, _ in self.figures.values() if isinstance(figure.each, Series)]
        return [*self.columns, *self.questions, *self.figures, *numbers, "today", "here"]

    def unknown(self, name: str, at: int) -> FormulaError:
        """Return the fault of naming what is not there."""
        cure = did_you_mean(name, self.all, "name a column, a question or a figure that comes before")
        return FormulaError("a name must be known", f'there is no "{name}"', cure, at)


def name_of(id_: str) -> str:
    """Return how formulas write an id."""
    return id_.replace("-", "_")


def names_of(worksheet: Worksheet, figures: Mapping[str, tuple[Figure, str]]) -> Names:
    """Return what a formula of `worksheet` can name when these figures come before it."""
    columns = {name_of(column.id): column for column in worksheet.columns}
    return Names(columns, {name_of(question.id): question for question in worksheet.questions}, figures)


def each_of(figure: Figure) -> str | None:
    """Return what a figure is worked out for, as a scope has it."""
    return f"series:{name_of(figure.each.name)}" if isinstance(figure.each, Series) else figure.each


def type_of(prompt: Prompt) -> str:
    """Return the type of what is written at a prompt."""
    return OF_KIND.get(prompt.type, NUMBER)
