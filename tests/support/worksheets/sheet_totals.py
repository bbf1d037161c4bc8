"""The totals of a worksheet's formulas, each of the values found row by row."""

import ast
from collections.abc import Callable
from typing import Any

from sheet_values import LARGEST, Missing, fold


def of_sum(found: list[list[Any]]) -> float:
    total = 0.0
    for (value,) in found:
        total += value
    if abs(total) > LARGEST:
        raise Missing
    return total


def of_mean(found: list[list[Any]]) -> float:
    return float(sum(value for (value,) in found)) / len(found)


def of_count(found: list[list[Any]]) -> int:
    return len(found)


def of_min(found: list[list[Any]]) -> float:
    return float(min(found)[0])


def of_max(found: list[list[Any]]) -> float:
    return float(max(found)[0])


def of_share(found: list[list[Any]]) -> float:
    return sum(1 for (value,) in found if value) / len(found)


def of_list(found: list[list[Any]]) -> list[Any]:
    names: dict[Any, Any] = {}
    for (value,) in found:
        if value != "":
            names.setdefault(fold(value), value)
    return list(names.values())


def of_distinct(found: list[list[Any]]) -> int:
    return len({tuple(map(fold, values)) for values in found if "" not in values})


def of_unused(found: list[list[Any]]) -> set[Any]:
    return {fold(value) for (value,) in found}


TOTALS: dict[str, Callable[[list[list[Any]]], Any]] = {
    "sum": of_sum,
    "mean": of_mean,
    "count": of_count,
    "min": of_min,
    "max": of_max,
    "share": of_share,
    "list": of_list,
    "distinct": of_distinct,
    "unused": of_unused,
}


def names(node: ast.AST) -> set[str]:
    """The names of an expression, without those in a total within it and without the columns of other rows."""
    if isinstance(node, ast.Call):
        name = node.func.id  # type: ignore[attr-defined]
        if name in TOTALS and not (name in ("min", "max") and len(node.args) > 1):
            return set()
    if isinstance(node, ast.Attribute):
        return names(node.value)
    if isinstance(node, ast.Name):
        return {node.id}
    return set().union(*map(names, ast.iter_child_nodes(node)), set())
