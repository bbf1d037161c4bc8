"""The functions that go through rows, through the things named in a column, or through the numbers of a series."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pushpull.formulas.tree import DATE, NAMES, NUMBER, TEXT, TRUTH, FormulaError, Scope, Typed, each_of, name_of
from pushpull.schema.worksheet import Series

if TYPE_CHECKING:
    from pushpull.formulas.compiler import Compiler


@dataclass(frozen=True)
class Shape:
    """How many values a function takes, of which types, and the type of what it gives; none for that of its value."""

    least: int
    most: int
    takes: tuple[str, ...]
    gives: str | None


ANY = (NUMBER, TEXT, DATE)
TOTALS = {
    "sum": Shape(1, 1, (NUMBER,), NUMBER),
    "mean": Shape(1, 1, (NUMBER,), NUMBER),
    "min": Shape(1, 1, (NUMBER, DATE), None),
    "max": Shape(1, 1, (NUMBER, DATE), None),
    "count": Shape(0, 0, (), NUMBER),
    "share": Shape(1, 1, (TRUTH,), NUMBER),
    "list": Shape(1, 1, (NUMBER, TEXT), NAMES),
    "distinct": Shape(1, 3, ANY, NUMBER),
    "unused": Shape(1, 1, (TEXT,), NAMES),
}


def total(compiler: Compiler, node: ast.Call, name: str, scope: Scope) -> Typed:
    """Return the tree of a call such as `sum(times, where=ground == "none")`."""
    shape = TOTALS[name]
    where = _where(node, name)
    if not shape.least <= len(node.args) <= shape.most:
        must = (
            f"{name} must have {shape.least if shape.least == shape.most else f'{shape.least} to {shape.most}'} values"
        )
        raise FormulaError(must, f"found {len(node.args)}", "give it so many, besides `where`", node.col_offset)
    over = _over(compiler, [*node.args, *([where] if where else [])], name, scope, node.col_offset)
    series = over.removeprefix("series:") if over.startswith("series:") else scope.series
    inner = Scope(over, inside=True, here=scope.here and not scope.inside and over == "row", series=series)
    values = [_value(compiler, each, shape, inner) for each in node.args]
    if name == "unused" and (over != "row" or values[0].choices is None or values[0].tree[0] != "cell"):
        must = "unused must have a column of choices"
        raise FormulaError(must, "found another value", "name such a column", node.args[0].col_offset)
    condition = compiler.truth(where, inner).tree if where else None
    through = "rows" if over == "row" else over if over.startswith("series:") else f"column:{over}"
    return Typed(["each", name, through, [each.tree for each in values], condition], shape.gives or values[0].type)


def _where(node: ast.Call, name: str) -> ast.expr | None:
    for keyword in node.keywords:
        if keyword.arg != "where":
            must, found = f"{name} must have no other addition than `where`", f'found "{keyword.arg}"'
            raise FormulaError(must, found, "write where=…", keyword.value.col_offset)
    if len(node.keywords) > 1:
        raise FormulaError("`where` must stand once", "it stands twice", "join them with and", node.col_offset)
    return node.keywords[0].value if node.keywords else None


def _value(compiler: Compiler, node: ast.expr, shape: Shape, scope: Scope) -> Typed:
    found = compiler.truth(node, scope) if shape.takes == (TRUTH,) else compiler.node(node, scope)
    if found.type not in shape.takes:
        must = f"here must stand a {' or a '.join(shape.takes)}"
        raise FormulaError(must, f"found a {found.type}", "use one, or compare it", node.col_offset)
    return found


def _over(compiler: Compiler, nodes: list[ast.expr], name: str, scope: Scope, at: int) -> str:
    """Return what to go through: rows where any of theirs is named, else what the figures named are worked out for."""
    names = compiler.names
    used = {each for node in nodes for each in _names_in(node)}
    for unknown in used - {*names.all, scope.series}:
        raise names.unknown(unknown, min(each.col_offset for node in nodes for each in _places(node, unknown)))
    figures = {each_of(names.figures[each][0]) for each in used if each in names.figures}
    numbers = {
        each_of(figure): name_of(figure.each.name)
        for figure, _ in names.figures.values()
        if isinstance(figure.each, Series)
    }
    series = {each for each, number in numbers.items() if number in used and number != scope.series}
    if "row" in figures or used & set(names.columns) or (name == "count" and not nodes):
        return "row"
    through = {each for each in figures | series if each not in (None, scope.each)}
    if len(through) == 1:
        return str(through.pop())
    must, found = f"{name} must go through one kind of thing", "found several" if through else "found none"
    raise FormulaError(must, found, "name a column, or a figure with `each`", at)


def _names_in(node: ast.AST) -> set[str]:
    """Return the names that stand in a node itself, not in a total within it, which goes its own way."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        inner = [] if _is_total(node, node.func.id) else [*node.args, *(each.value for each in node.keywords)]
        return set().union(*map(_names_in, inner))
    if isinstance(node, ast.Attribute):
        return _names_in(node.value)
    if isinstance(node, ast.Name):
        return {node.id}
    return set().union(*map(_names_in, ast.iter_child_nodes(node)))


def _places(node: ast.AST, name: str) -> list[ast.Name]:
    return [each for each in ast.walk(node) if isinstance(each, ast.Name) and each.id == name]


def _is_total(node: ast.Call, name: str) -> bool:
    return name in TOTALS and not (name in ("min", "max") and len(node.args) > 1)
