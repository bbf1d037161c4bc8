"""Formula text to Python's own syntax tree, of which only a closed part may be used."""

import ast

from pushpull.formulas.tree import FormulaError

DEEPEST = 24  # nodes above one another: the browser walks the tree by recursion

NAMES = {
    ast.Pow: "a power", ast.FloorDiv: "//", ast.Mod: "%", ast.List: "a list", ast.Tuple: "a group", ast.Dict: "braces",
    ast.Lambda: "a function", ast.GeneratorExp: "for", ast.ListComp: "for", ast.JoinedStr: "an f-text",
    ast.Subscript: "square brackets", ast.NamedExpr: ":=", ast.Starred: "*", ast.Await: "await",
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not", ast.Invert: "~", ast.MatMult: "@",
}  # fmt: skip
KNOWN = "+ - * /, < <= > >= == !=, and or not, if else, names, numbers, texts and functions"


def parsed(text: str) -> ast.expr:
    """Return the syntax tree of a formula.  Raises: FormulaError for what is no formula."""
    try:
        tree = ast.parse(text.replace("\n", " "), mode="eval").body
    except SyntaxError as error:
        at = max((error.offset or 1) - 1, 0)
        found = f"it breaks off or goes wrong here ({error.msg})"
        raise FormulaError("a formula must be complete", found, "look at the brackets and signs", at) from None
    except (ValueError, RecursionError, MemoryError):
        raise _too_deep(0) from None
    if _depth(tree) > DEEPEST:
        raise _too_deep(0)
    return tree


def refused(node: ast.AST, at: int) -> FormulaError:
    """Return the fault of using what is not part of the language."""
    found = f"found {NAMES.get(type(node), 'something else')}"
    return FormulaError(f"a formula must be made of {KNOWN}", found, "write it with these", at)


def _too_deep(at: int) -> FormulaError:
    must = f"a formula must be at most {DEEPEST} deep"
    return FormulaError(must, "this one is deeper", "work out a part as a figure of its own before it", at)


def _depth(tree: ast.expr) -> int:
    """Return how many nodes lie above one another, without recursion."""
    deepest, waiting = 0, list[tuple[ast.AST, int]]([(tree, 1)])
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        children = ast.iter_child_nodes(node)
        waiting += [(child, depth + 1) for child in children if isinstance(child, ast.expr | ast.keyword)]
    return deepest
