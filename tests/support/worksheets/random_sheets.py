"""Random worksheets: formulas of every kind over a fixed set of columns, and what may be written in them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]

EPOCH = date(1970, 1, 1)
COLUMNS: list[Json] = [
    {"id": "name", "title": "Name"},
    {"id": "kind", "title": "Kind", "type": "choice", "choices": ["a", "b", "c"]},
    {"id": "n", "title": "N", "type": "number"},
    {"id": "much", "title": "Much", "type": "money", "blank": 0.0},
    {"id": "day", "title": "Day", "type": "date"},
    {"id": "sure", "title": "Sure", "type": "yes/no"},
    {"id": "hands-on", "title": "Hands on", "type": "row"},
    {"id": "note", "title": "Note"},
]
QUESTIONS: list[Json] = [
    {"id": "rate", "title": "Rate", "type": "number"},
    {"id": "part", "title": "Part", "type": "percent", "blank": 1.0},
]
SERIES = {"name": "week", "first": 1, "last": 3}
IN_A_ROW = {
    "number": ["n", "much", "hands_on.n"],
    "truth": ["sure", "note", "hands_on", "kind == 'b'", "given(day)"],
    "text": ["name", "note", "kind"],
    "date": ["day"],
}
NUMBERS = st.one_of(st.integers(-5, 20), st.sampled_from([0.1, 2.5, 1000000, 0.333]))


@st.composite
def texts_of_type(draw: st.DrawFn, type_: str, scope: str, depth: int, before: list[tuple[str, str, str]]) -> str:
    """A formula of this type in a scope: sheet, row, kind (of a column) or week (of a series)."""

    def go(wanted: str, where: str = scope) -> str:
        return str(draw(texts_of_type(wanted, where, depth - 1, before)))

    fit = [
        name
        for name, t, each in before
        if t == type_ and (each in ("sheet", scope) or (each == "kind" and scope == "row"))
    ]
    flat = {
        "number": [str(abs(draw(NUMBERS))), "rate", "part", *fit],
        "truth": ["rate > 1", *fit],
        "text": ["'a'", '"none"', *fit],
        "date": ["today"],
    }[type_]
    if scope == "row":
        flat += IN_A_ROW[type_]
    if scope == "kind" and type_ == "text":
        flat.append("kind")
    if scope == "week" and type_ == "number":
        flat.append("week")
    if depth <= 0:
        return draw(st.sampled_from(flat))
    deeper: dict[str, list[Callable[[], str]]] = {
        "number": [
            lambda: f"({go('number')} {draw(st.sampled_from('+-*/'))} {go('number')})",
            lambda: f"-{go('number')}",
            lambda: f"({go('date')} - {go('date')})",
            lambda: f"{draw(st.sampled_from(['min', 'max']))}({go('number')}, {go('number')})",
            lambda: f"({go('number')} if {go('truth')} else {go('number')})",
            lambda: _total(draw, go),
            lambda: _total(draw, go),
        ],
        "truth": [
            lambda: f"({go('number')} {draw(st.sampled_from(['<', '<=', '>', '>=', '==', '!=']))} {go('number')})",
            lambda: f"({go('truth')} {draw(st.sampled_from(['and', 'or']))} {go('truth')})",
            lambda: f"not {go('truth')}",
            lambda: f"given({go(draw(st.sampled_from(['number', 'text'])))})",
            lambda: f"({go('text')} != {draw(st.sampled_from(['name', 'note'])) if scope == 'row' else go('text')})",
        ],
        "text": [lambda: f"({go('text')} if {go('truth')} else {go('text')})"],
        "date": [lambda: f"({go('date')} + {draw(st.integers(0, 99))})"],
    }
    return draw(st.sampled_from([lambda: str(draw(st.sampled_from(flat))), *deeper[type_]]))()


def _total(draw: st.DrawFn, go: Any) -> str:
    where = draw(st.sampled_from(["", f", where={go('truth', 'row')}"]))
    makers: list[Callable[[], str]] = [
        lambda: f"{draw(st.sampled_from(['sum', 'mean', 'min', 'max']))}(much + {go('number', 'row')}{where})",
        lambda: f"count({where.removeprefix(', ')})",
        lambda: f"share(sure or {go('truth', 'row')}{where})",
        lambda: f"distinct(name, kind{where})",
    ]
    return draw(st.sampled_from(makers))()


@st.composite
def worksheets(draw: st.DrawFn) -> Json:
    """A worksheet with one to six figures; not all of its formulas need be sound."""
    figures: list[Json] = []
    before: list[tuple[str, str, str]] = []
    for index in range(draw(st.integers(1, 6))):
        scope = draw(st.sampled_from(["sheet", "sheet", "row", "kind", "week"]))
        type_, format_ = draw(
            st.sampled_from([("number", "number"), ("number", "number"), ("text", "text"), ("date", "date")])
        )
        text = draw(texts_of_type(type_, scope, draw(st.integers(0, 3)), before))
        if scope in ("sheet", "row") and draw(st.booleans()):
            text, format_ = draw(st.sampled_from(_others(scope, before)))
        if len(text) > 400:
            continue
        figure: Json = {"id": f"f{index}", "name": f"F {index}", "how": "So.", "formula": text, "format": format_}
        each = {"sheet": None, "week": SERIES}.get(scope, scope)
        figures.append(figure | ({"each": each} if each else {}))
        if type_ == "number" and format_ == "number":
            before.append((f"f{index}", "number", scope))
    return {
        "id": "random",
        "title": "Random",
        "purpose": "Tests.",
        "informs": ["x"],
        "minutes": 1,
        "columns": COLUMNS,
        "questions": QUESTIONS,
        "works_out": figures,
        "steps": ["One.", "Two.", "Three."],
    }


def _others(scope: str, before: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Formulas that the grammar above does not make, each with its format."""
    found = [("list(name, where=n > mean(n))", "text"), ("unused(kind, where=sure)", "text")]
    if scope == "row":
        found += [("count(where=n > here.n)", "number"), ("sum(much, where=hands_on == here)", "number")]
    of_each = [name for name, type_, each in before if type_ == "number" and each != "sheet"]
    found += [(f"sum({name})", "number") for name in of_each]
    return found + [(f"max({name}, where=given({name}))", "number") for name in of_each]


def cells(column: Json, rows: int) -> st.SearchStrategy[Any]:
    """A typed value of a column, None for blank."""
    values: dict[str, st.SearchStrategy[Any]] = {
        "text": st.sampled_from(["ash", "Ash", "birch", "cedar tree"]),
        "choice": st.sampled_from(["a", "b", "c"]),
        "date": st.integers(10_000, 20_500),
        "yes/no": st.booleans(),
        "row": st.integers(0, max(rows - 1, 0)),
    }
    known = values.get(column.get("type", "text"), NUMBERS)
    return st.one_of(st.none(), known, known, known)


@st.composite
def filled(draw: st.DrawFn) -> tuple[list[Json], Json]:
    """Rows and answers as typed values; each row has a name of its own, by which others point at it."""
    count = draw(st.integers(0, 6))
    rows = []
    for index in range(count):
        row = {column["id"]: draw(cells(column, count)) for column in COLUMNS}
        rows.append(row | {"name": f"row {index}"})
    return rows, {"rate": draw(st.one_of(st.none(), NUMBERS)), "part": draw(st.one_of(st.none(), NUMBERS))}


def as_text(value: Any, column: Json) -> str:
    """A typed value as it is written in a cell."""
    kind = column.get("type", "text")
    if value is None:
        return ""
    if kind == "row":
        return f"Row  {value}"
    if kind == "date":
        return (EPOCH + timedelta(days=value)).isoformat()
    if kind == "yes/no":
        return "yes" if value else "No"
    if kind == "percent":
        return f"{value * 100:.6f}".rstrip("0").rstrip(".") + "%"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
