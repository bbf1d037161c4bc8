"""What a name in a formula means in the place where it stands."""

from pushpull.formulas.tree import (
    DATE,
    NUMBER,
    ROW,
    FormulaError,
    Names,
    Scope,
    Typed,
    each_of,
    name_of,
    type_of,
)
from pushpull.schema.worksheet import Prompt


def named(known: Names, name: str, scope: Scope, at: int) -> Typed:
    """Return the tree of a name.  Raises: FormulaError if it means nothing in this scope."""
    if name == "today":
        return Typed(["today"], DATE)
    if name == "here":
        if not scope.here:
            must, cure = "`here` must stand in a figure for each row", "add `each: row` to the figure, or take it out"
            raise FormulaError(must, "this is none", cure, at)
        return Typed(["here"], ROW)
    if scope.series == name:
        return Typed(["series"], NUMBER)
    if name in known.questions:
        return _prompt("answer", known.questions[name])
    if name in known.columns:
        return _column(known.columns[name], scope, at)
    if name in known.figures:
        return _figure(known, name, scope, at)
    raise known.unknown(name, at)


def _prompt(kind: str, prompt: Prompt) -> Typed:
    return Typed([kind, prompt.id], type_of(prompt), prompt.choices if prompt.type == "choice" else None)


def _column(column: Prompt, scope: Scope, at: int) -> Typed:
    if scope.each == "row":
        return _prompt("cell", column)
    if scope.each == column.id:
        return Typed(["key"], type_of(column), column.choices if column.type == "choice" else None)
    must, found = "a column must stand within sum, count or the like", f'"{name_of(column.id)}" stands alone'
    raise FormulaError(must, found, "wrap it, or add `each: row` to the figure", at)


def _figure(known: Names, name: str, scope: Scope, at: int) -> Typed:
    figure, type_ = known.figures[name]
    each = each_of(figure)
    of_a_column = each not in (None, "row") and not str(each).startswith("series:")
    if each in (None, scope.each) or (of_a_column and scope.each == "row"):
        return Typed(["figure", figure.id], type_)
    must, found = "a figure with `each` must stand within sum, list or the like", f'"{name}" stands alone'
    raise FormulaError(must, found, "wrap it, or give this figure the same `each`", at)
