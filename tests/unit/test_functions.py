"""How long a function may be, and how seldom a type may be left open."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MOST = 60  # lines
MOST_OPEN = 19  # types that are `any`: JSON as it comes, before it has been read
HEAD = re.compile(r"\bfunction\b|=>(?: \(?[{[]| [\w.]+\()?$|^ *(?:async |static |get |set )?[\w$#]+\(.*\) \{$")
STATEMENT = re.compile(r"^ *(?:\} )?(?:if|else|for|while|switch|catch|import)\b|^ *(?:/?\*|//)")
COMMENT = re.compile(r"/\*\*.*?\*/", re.DOTALL)
TYPE = re.compile(
    r"@(?:type|param|returns|property|typedef|template)\s*(\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})", re.DOTALL
)


def scripts(root: Path) -> list[Path]:
    return [path for path in sorted((root / "docs/assets/app").rglob("*.mjs")) if "vendor" not in path.parts]


def indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def javascript_lengths(text: str) -> Iterator[tuple[str, int]]:
    """Each function by its first line, and its lines: up to the first indented no deeper."""
    lines = text.split("\n")
    for start, line in enumerate(lines):
        if STATEMENT.search(line) or not HEAD.search(line):
            continue
        for end in range(start + 1, len(lines)):
            after = lines[end]
            if after and indent(after) <= indent(line) and not re.search(r"^ *\).*[{>(]$", after):
                yield line.strip(), end - start + bool(re.match(r" *[})\]]", after))
                break


def python_lengths(text: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_of_a_script_has_more_than_60_lines(root: Path) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in scripts(root)}
    lengths = [(path.name, *each) for path, text in texts.items() for each in javascript_lengths(text)]
    assert len(lengths) > 500
    assert [each for each in lengths if each[2] > MOST] == []


def test_no_function_of_the_hooks_and_tools_has_more_than_60_lines(root: Path) -> None:
    paths = [path for folder in ("hooks", "tools") for path in sorted((root / folder).rglob("*.py"))]
    lengths = [(path.name, *each) for path in paths for each in python_lengths(path.read_text(encoding="utf-8"))]
    assert [each for each in lengths if each[2] > MOST] == []


def test_a_function_is_measured_from_its_first_line_to_its_last() -> None:
    lines = ["  one();"] * 3
    for head, foot in (
        (["export async function name(a, b) {"], "}"),
        (["function name(", "  a,", ") {"], "}"),
        (["const name = (a) => {"], "};"),
        (["const name = (a) => ({"], "});"),
        (['field.addEventListener("input", () => {'], "});"),
    ):
        assert next(javascript_lengths("\n".join([*head, *lines, foot, ""])))[1] == len(head) + 4
    assert list(javascript_lengths("\n".join(["if (a) {", *lines, "}", ""]))) == []


def test_few_types_of_the_scripts_are_left_open(root: Path) -> None:
    comments = [found for path in scripts(root) for found in COMMENT.findall(path.read_text(encoding="utf-8"))]
    types = [found for comment in comments for found in TYPE.findall(comment)]
    assert sum(len(re.findall(r"\bany\b", found)) for found in types) <= MOST_OPEN
