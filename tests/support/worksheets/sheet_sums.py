"""An independent evaluator of worksheets: walks the text of each formula; what is missing is an exception."""

import ast
import math
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from sheet_totals import TOTALS, names
from sheet_values import LARGEST, At, Missing, NoRow, RowRef, every, fold, known

from pushpull.formulas.tree import name_of
from pushpull.schema.worksheet import Series, Worksheet

SIGNS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}  # fmt: skip


@dataclass
class Sums:
    """The figures of a sheet; `rows` and `answers` hold typed values, None for blank."""

    sheet: Worksheet
    rows: list[dict[str, Any]]
    answers: dict[str, Any]
    today: float
    results: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.columns = {name_of(column.id): column for column in self.sheet.columns}
        self.questions = {name_of(question.id): question for question in self.sheet.questions}
        self.figures = {name_of(figure.id): figure for figure in self.sheet.works_out}
        self.filled = [n for n, row in enumerate(self.rows) if any(value is not None for value in row.values())]

    def work_out(self) -> dict[str, Any]:
        """Each figure: a value, None where there is none, or pairs of a key and those."""
        for name, figure in self.figures.items():
            found = {}
            for key, at in self.places(figure.each):
                try:
                    enough = figure.needs is None or self.value(parse(figure.needs.that), at)
                    found[key] = self.value(parse(figure.formula), at) if enough else None
                except Missing:
                    found[key] = None
            self.results[name] = found
        return {
            figure.id: self.results[name][None] if figure.each is None else list(self.results[name].items())
            for name, figure in self.figures.items()
        }

    def places(self, each: str | Series | None, rows: list[int] | None = None) -> Iterator[tuple[Any, At]]:
        rows = self.filled if rows is None else rows
        if each is None:
            yield None, At(rows)
        elif each == "row":
            for row in rows:
                yield row, At(rows, row=row, here=row)
        elif isinstance(each, Series):
            for number in range(each.first, each.last + 1):
                yield number, At(rows, number=number, series=name_of(each.name))
        else:
            names: dict[str, str] = {}
            for row in rows:
                if text := self.rows[row].get(each):
                    names.setdefault(fold(text), text)
            for key, text in names.items():
                own = [row for row in rows if fold(self.rows[row].get(each)) == key]
                yield text, At(own, key=text, column=each)

    def cell(self, row: int, name: str) -> Any:
        column = self.columns[name]
        value = self.rows[row].get(column.id)
        if column.type == "row":
            return RowRef(value)
        return known(value, column)

    def value(self, node: ast.expr, at: At) -> Any:
        handler: Callable[[Any, At], Any] = getattr(self, f"on_{type(node).__name__.lower()}")
        found = handler(node, at)
        if isinstance(found, float) and not (math.isfinite(found) and abs(found) <= LARGEST):
            raise Missing
        return found

    def on_constant(self, node: ast.Constant, _: At) -> Any:
        return node.value

    def on_unaryop(self, node: ast.UnaryOp, at: At) -> Any:
        return not self.truth(node.operand, at) if isinstance(node.op, ast.Not) else -self.value(node.operand, at)

    def on_binop(self, node: ast.BinOp, at: At) -> Any:
        sides = self.all([node.left, node.right], at)
        try:
            found = SIGNS[type(node.op)](*sides)
        except ZeroDivisionError:
            raise Missing from None
        if abs(found) > LARGEST:
            raise Missing
        return found

    def all(self, nodes: list[ast.expr], at: At) -> list[Any]:
        return [self.value(node, at) for node in nodes]

    def on_compare(self, node: ast.Compare, at: At) -> bool:
        sides = [node.left, *node.comparators]
        return every([self.pair(*each, at) for each in zip(node.ops, sides, sides[1:], strict=False)], stop=False)

    def pair(self, op: ast.cmpop, left: ast.expr, right: ast.expr, at: At) -> bool | None:
        values, gone = [], False
        for node in (left, right):
            try:
                values.append(self.value(node, at))
            except NoRow:
                return False
            except Missing:
                gone = True
        if gone:
            # A row that is not named decides, whatever the other side lacks.
            return None
        first, second = map(fold, values)
        if isinstance(first, RowRef) and (first.index is None or second.index is None):
            return isinstance(op, ast.NotEq)
        return bool(SIGNS[type(op)](first, second))

    def on_boolop(self, node: ast.BoolOp, at: At) -> bool:
        return every([self.maybe(value, at) for value in node.values], stop=isinstance(node.op, ast.Or))

    def maybe(self, node: ast.expr, at: At) -> bool | None:
        try:
            return self.truth(node, at)
        except Missing:
            return None

    def truth(self, node: ast.expr, at: At) -> bool:
        try:
            found = self.value(node, at)
        except Missing:
            if self.is_given(node):
                return False
            raise
        return found.index is not None if isinstance(found, RowRef) else bool(found)

    def is_given(self, node: ast.expr) -> bool:
        """Whether a missing value here is no: a text, a choice or a row that stands where yes or no is asked for."""
        if isinstance(node, ast.IfExp):
            return self.is_given(node.body)
        if isinstance(node, ast.Constant):
            return isinstance(node.value, str)
        name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
        if name in self.figures:
            return self.figures[name].format == "text"
        prompt = self.columns.get(name) or self.questions.get(name)
        return name == "here" or (prompt is not None and prompt.type in ("text", "choice", "row"))

    def on_ifexp(self, node: ast.IfExp, at: At) -> Any:
        return self.value(node.body if self.truth(node.test, at) else node.orelse, at)

    def on_name(self, node: ast.Name, at: At) -> Any:
        name = node.id
        places = {"today": self.today, "here": RowRef(at.here), at.series: at.number}
        if name in places:
            return places[name]
        if name in self.questions:
            return known(self.answers.get(self.questions[name].id), self.questions[name])
        if name in self.columns:
            return at.key if at.row is None else self.cell(at.row, name)
        return self.figure(name, at)

    def figure(self, name: str, at: At) -> Any:
        each = self.figures[name].each
        if each == "row":
            key: Any = at.row
        elif isinstance(each, Series):
            key = at.number
        elif each is not None:
            thing = self.rows[at.row].get(each) if at.row is not None else at.key
            if at.row is not None and thing is None and self.columns[name_of(each)].type == "choice":
                raise Missing
            key = next((each for each in self.results[name] if fold(each) == fold(thing)), None)
        else:
            key = None
        found = self.results[name].get(key)
        if found is None:
            raise Missing
        return found

    def on_attribute(self, node: ast.Attribute, at: At) -> Any:
        row = self.value(node.value, at)
        if row.index is None:
            raise NoRow
        return self.value(ast.Name(node.attr), replace(at, row=row.index))

    def on_call(self, node: ast.Call, at: At) -> Any:
        name = node.func.id  # type: ignore[attr-defined]
        if name == "given":
            try:
                found = self.value(node.args[0], at)
            except Missing:
                return False
            return found != "" and found != RowRef(None)
        if name in ("min", "max") and len(node.args) > 1:
            return (min if name == "min" else max)(self.all(node.args, at))
        return self.total(name, node, at)

    def total(self, name: str, node: ast.Call, at: At) -> Any:
        where = node.keywords[0].value if node.keywords else None
        found: list[list[Any]] = []
        gone = False
        for each in self.through(node, where, at):
            try:
                if where is None or self.truth(where, each):
                    ask = self.truth if name == "share" else self.value
                    found.append([ask(value, each) for value in node.args])
            except Missing:
                gone = True
        if gone or (name in ("mean", "min", "max", "share") and not found):
            raise Missing
        result = TOTALS[name](found)
        if name == "unused":
            choices = self.columns[node.args[0].id].choices  # type: ignore[attr-defined]
            return [choice for choice in choices if fold(choice) not in result]
        return result

    def through(self, node: ast.Call, where: ast.expr | None, at: At) -> list[At]:
        used = set().union(*(names(each) for each in [*node.args, *([where] if where else [])]), set())
        each = {self.figures[name].each for name in used if name in self.figures} - {None}
        if used & set(self.columns) or "row" in each or (not node.args and not where):
            return [replace(at, row=row) for row in at.rows]
        for figure in self.figures.values():
            if isinstance(figure.each, Series) and name_of(figure.each.name) in used - {at.series}:
                each.add(figure.each)
        (only,) = {other for other in each if not (isinstance(other, Series) and name_of(other.name) == at.series)} - {
            at.column
        }
        if isinstance(only, Series):
            found = self.places(only)
            return [replace(place, here=at.here, rows=at.rows) for _, place in found]
        return [replace(place, here=at.here) for _, place in self.places(only, at.rows)]


def parse(text: str) -> ast.expr:
    return ast.parse(text.replace("\n", " "), mode="eval").body
