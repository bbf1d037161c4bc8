"""A formula's syntax tree to a typed tree for the browser; every name and type is checked on the way."""

import ast
from collections.abc import Callable, Mapping

from pushpull.formulas import names
from pushpull.formulas.syntax import parsed, refused
from pushpull.formulas.totals import TOTALS, total
from pushpull.formulas.tree import DATE, NUMBER, ROW, TEXT, TRUTH, FormulaError, Names, Scope, Typed
from pushpull.problem import did_you_mean

LARGEST = 1e12
SIGNS: Mapping[type[ast.AST], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/",
    ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=",
}  # fmt: skip


def compiled(text: str, known: Names, scope: Scope) -> Typed:
    """Return the typed tree of a formula.  Raises: FormulaError at its first fault."""
    tree = parsed(text)
    try:
        return Compiler(known).node(tree, scope)
    except FormulaError as error:
        error.at = len(text.encode()[: error.at].decode())  # Python counts bytes
        raise


class Compiler:
    """Turns nodes into typed trees; knows what the formula can name."""

    def __init__(self, known: Names) -> None:
        self.names = known

    def node(self, node: ast.expr, scope: Scope) -> Typed:
        """Return the typed tree of a node that stands in `scope`."""
        for kind, compile_ in HANDLERS.items():
            if isinstance(node, kind):
                return compile_(self, node, scope)
        raise refused(node, node.col_offset)

    def number(self, node: ast.expr, scope: Scope) -> Typed:
        """Return a tree that gives a number."""
        return self.expect(node, scope, NUMBER, "a number")

    def truth(self, node: ast.expr, scope: Scope) -> Typed:
        """Return a tree that gives yes or no; of a text or a row, whether it is given."""
        found = self.node(node, scope)
        if found.type in (TEXT, ROW):
            return Typed(["given", found.tree], TRUTH)
        if found.type != TRUTH:
            cure = "compare it with something, or write given(…)"
            raise FormulaError("here must stand yes or no", f"found a {found.type}", cure, node.col_offset)
        return found

    def expect(self, node: ast.expr, scope: Scope, type_: str, what: str) -> Typed:
        """Return a tree that gives this type."""
        found = self.node(node, scope)
        if found.type != type_:
            must, cure = f"here must stand {what}", "use one, or compare it"
            raise FormulaError(must, f"found a {found.type}", cure, node.col_offset)
        return found


def _constant(_: Compiler, node: ast.Constant, scope: Scope) -> Typed:  # noqa: ARG001 as all handlers
    value = node.value
    if isinstance(value, str):
        return Typed(["text", value], TEXT, (value,))
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST:
        return Typed(["number", value], NUMBER)
    must = f"a value must be a number up to {LARGEST:g} or a text in quotes"
    raise FormulaError(must, "found another", "write one of these", node.col_offset)


def _unary(compiler: Compiler, node: ast.UnaryOp, scope: Scope) -> Typed:
    if isinstance(node.op, ast.Not):
        return Typed(["not", compiler.truth(node.operand, scope).tree], TRUTH)
    if isinstance(node.op, ast.USub):
        return Typed(["minus", compiler.number(node.operand, scope).tree], NUMBER)
    raise refused(node.op, node.col_offset)


def _binary(compiler: Compiler, node: ast.BinOp, scope: Scope) -> Typed:
    sign = SIGNS.get(type(node.op))
    if sign is None:
        raise refused(node.op, node.col_offset)
    left, right = compiler.node(node.left, scope), compiler.node(node.right, scope)
    tree = [sign, left.tree, right.tree]
    if left.type == DATE and sign in ("+", "-") and right.type == NUMBER:
        return Typed(tree, DATE)
    if left.type == DATE and sign == "-" and right.type == DATE:
        return Typed(tree, NUMBER)
    for side, found in ((node.left, left), (node.right, right)):
        if found.type != NUMBER:
            must, cure = f"{sign} must stand between numbers", "a date takes + and - with days; - with another date"
            raise FormulaError(must, f"found a {found.type}", cure, side.col_offset)
    return Typed(tree, NUMBER)


def _compare(compiler: Compiler, node: ast.Compare, scope: Scope) -> Typed:
    parts, left_node, left = list[list[object]](), node.left, compiler.node(node.left, scope)
    for op, right_node in zip(node.ops, node.comparators, strict=True):
        sign = SIGNS.get(type(op))
        if sign is None:
            raise refused(op, right_node.col_offset)
        right = compiler.node(right_node, scope)
        _comparable(sign, left, right, right_node.col_offset)
        _choosable(left, right, right_node.col_offset)
        _choosable(right, left, left_node.col_offset)
        parts.append([sign, left.tree, right.tree])
        left_node, left = right_node, right
    return Typed(parts[0] if len(parts) == 1 else ["and", parts], TRUTH)


def _comparable(sign: str, left: Typed, right: Typed, at: int) -> None:
    ordered = sign not in ("==", "!=")
    if left.type != right.type or (ordered and left.type not in (NUMBER, DATE)) or left.type == TRUTH:
        must = f"{sign} must stand between {'numbers or dates' if ordered else 'two of one kind'}"
        cure = "use a yes or no as it is" if left.type == TRUTH else "compare like with like"
        raise FormulaError(must, f"found a {left.type} and a {right.type}", cure, at)


def _choosable(side: Typed, other: Typed, at: int) -> None:
    """A choice is compared with what can be chosen: a slip would hold for no row, in silence."""
    if side.tree[0] == "text" and other.choices is not None and other.tree[0] != "text":
        text = side.tree[1]
        if text not in other.choices:
            cure = did_you_mean(text, other.choices, f"use one of {', '.join(other.choices)}")
            raise FormulaError("a text must be one that can be chosen", f'found "{text}"', cure, at)


def _logic(compiler: Compiler, node: ast.BoolOp, scope: Scope) -> Typed:
    sign = "and" if isinstance(node.op, ast.And) else "or"
    return Typed([sign, [compiler.truth(value, scope).tree for value in node.values]], TRUTH)


def _choice(compiler: Compiler, node: ast.IfExp, scope: Scope) -> Typed:
    when = compiler.truth(node.test, scope)
    then, other = compiler.node(node.body, scope), compiler.node(node.orelse, scope)
    if then.type != other.type or then.type == ROW:
        must, found = "both sides of `else` must be of one kind", f"found a {then.type} and a {other.type}"
        raise FormulaError(must, found, "make them alike", node.orelse.col_offset)
    return Typed(["if", when.tree, then.tree, other.tree], then.type)


def _name(compiler: Compiler, node: ast.Name, scope: Scope) -> Typed:
    return names.named(compiler.names, node.id, scope, node.col_offset)


def _attribute(compiler: Compiler, node: ast.Attribute, scope: Scope) -> Typed:
    row = compiler.expect(node.value, scope, ROW, "a row")
    found = names.named(compiler.names, node.attr, Scope("row", inside=True), node.col_offset)
    if found.tree[0] not in ("cell", "figure"):
        must, cure = "a row must be asked for a column or a figure of its own", "write `row.column`"
        raise FormulaError(must, f'found "{node.attr}"', cure, node.col_offset)
    return Typed(["of", row.tree, found.tree], found.type, found.choices)


def _call(compiler: Compiler, node: ast.Call, scope: Scope) -> Typed:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name == "given" and len(node.args) == 1 and not node.keywords:
        return Typed(["given", compiler.node(node.args[0], scope).tree], TRUTH)
    if name in ("min", "max") and len(node.args) > 1 and not node.keywords:
        sides = [compiler.number(each, scope).tree for each in node.args]
        return Typed(["least" if name == "min" else "most", sides], NUMBER)
    if name in TOTALS:
        return total(compiler, node, name, scope)
    known = ["given", *TOTALS]
    cure = did_you_mean(name, known, f"use one of {', '.join(known)}")
    at, found = node.col_offset, f'found "{name or "something else"}"'
    raise FormulaError("a function must be one of the language, with what it takes", found, cure, at)


HANDLERS: Mapping[type[ast.expr], Callable[..., Typed]] = {
    ast.Constant: _constant,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.Compare: _compare,
    ast.BoolOp: _logic,
    ast.IfExp: _choice,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.Call: _call,
}
