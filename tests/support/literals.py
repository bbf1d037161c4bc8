"""Finds texts for people in code and templates, where only words.yml may have them."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser

PHRASE = re.compile(r"(?<![\w.#@/-])[A-Za-z’]{2,}[,.;:!?]? [“(]?[A-Za-z’]{2,}(?![\w-])")
CAPITAL = re.compile(r"^\W*[A-Z][a-z’]+(?![\w-])")
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWN = ("title", "alt", "placeholder", "aria-label", "aria-description", "label")


def is_text(value: str) -> bool:
    """Whether people are to read it: two words, or one that begins like a sentence."""
    return bool(PHRASE.search(value) or CAPITAL.search(value))


# Scripts

TOKEN = re.compile(
    r"(?P<comment>/\*.*?\*/|//[^\n]*)"
    r"""|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"|(?P<template>`)"
    r"|(?P<pattern>(?:(?<=[(=,:?!&|\[])|(?<=return))\s*/(?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*)",
    re.DOTALL,
)
# What precedes a string that nobody reads: what is thrown or logged, compared, imported, looked for by selectors.
NO_TEXT = re.compile(
    r"(?:console\.\w+|Error|import|matches|closest|querySelector(?:All)?|includes)\($"
    r"|\bfrom $|[!=]== $|\"font-family\": $|\bclass: $"
)
# And before one that is read, whatever it says: a child of an element, or what is shown of it.
READ = re.compile(
    rf"\b[hs]\(\s*\"[\w-]+\",\s*\{{[^{{}}]*\}},[^()\[\]]*$|(?<!\w)(?:textContent|{'|'.join(SHOWN)})\"?\s*[:=]\s*$"
)


def in_script(source: str) -> list[str]:
    """The texts for people in a module, in order."""
    found, code, at = [], "", 0
    while token := TOKEN.search(source, at):
        code += source[at : token.start()]
        at = token.end()
        if token["string"]:
            text, code = token["string"][1:-1], code + token["string"]
            found += [text] if _is_read(text, code.removesuffix(token["string"])) else []
        elif token["template"]:
            parts, inner, at = _template(source, at)
            found += [part for part in parts if _is_read(part, code)]
            found += [text for each in inner for text in in_script(each)]
            code += '""'
        elif token["pattern"]:
            code += '""'
    return found


def _is_read(text: str, before: str) -> bool:
    before = before[-200:]
    if NO_TEXT.search(before):
        return False
    return is_text(text) or bool(READ.search(before) and WORD.search(text) and " " in before[-2:])


def _template(source: str, at: int) -> tuple[list[str], list[str], int]:
    """What a template says, what is within its ${}, and where it ends."""
    parts, inner, start = [""], [], at
    while source[at] != "`":
        if source.startswith("${", at):
            start = at = at + 2
            depth = 1
            while depth:
                if source[at] == "`":
                    at = _template(source, at + 1)[2] - 1
                depth += {"{": 1, "}": -1}.get(source[at], 0)
                at += 1
            inner.append(source[start : at - 1])
            parts.append("")
        else:
            parts[-1] += source[at]
            at += 2 if source[at] == "\\" else 1
    return parts, inner, at + 1


# Templates

JINJA = re.compile(r"\{#.*?#\}|\{%-?(?P<statement>.*?)-?%\}|\{\{(?P<expression>.*?)\}\}", re.DOTALL)
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
FRONT = re.compile(r"^(?:title|description): *(.*)$", re.MULTILINE)
MATTER = re.compile(r"^---\n(.*?)^---$", re.MULTILINE | re.DOTALL)
MARKS = re.compile(r"\{: #[^}]*\}|^#+ ", re.MULTILINE)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        self.found += [value for name, value in attrs if name in SHOWN and value and WORD.search(value)]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        self.found += [data.strip()] if not self.hidden and WORD.search(data) else []


def in_html(html: str) -> list[str]:
    """The texts and the attributes of HTML that people read."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


def in_template(source: str) -> list[str]:
    """The texts for people in a Jinja template of Markdown or HTML, in order."""
    code = [match["statement"] or match["expression"] or "" for match in JINJA.finditer(source)]
    found = [text for part in code for pair in QUOTED.findall(part) for text in pair if is_text(text)]
    bare = JINJA.sub("", source)
    front = [text for matter in MATTER.findall(bare) for text in FRONT.findall(matter) if WORD.search(text)]
    return found + front + in_html(MARKS.sub("", MATTER.sub("", bare)))


# Python

# What an author reads, not a visitor: faults of the bank, patterns, and what a repair of the theme calls its defect.
FOR_AUTHORS = {"message", "did_you_mean", "Problem", "compile"}
DESCRIBED = {"Repair"}
TAG = re.compile(r"</?[A-Za-z]")  # a pattern may have "<!", which is no HTML
RULES = {"must", "cure", "CURE"}  # parts of such a message, by the names they have until then


def in_python(source: str) -> list[str]:
    """The texts for people in a module that makes pages, in order."""
    return list(_strings(ast.parse(source)))


def _strings(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign) and {_name(target) for target in node.targets} <= RULES:
        return
    if isinstance(node, ast.Raise) or (isinstance(node, ast.Call) and _name(node.func) in FOR_AUTHORS):
        return
    described = node.args[:1] if isinstance(node, ast.Call) and _name(node.func) in DESCRIBED else []
    inner = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.FormattedValue)]
    for child in inner if isinstance(node, ast.JoinedStr) else ast.iter_child_nodes(node):
        if child in described or (isinstance(child, ast.Expr) and _constant(child.value) is not None):
            continue  # the other is a docstring, or a line about a field
        if (text := _constant(child)) is not None:
            shown = in_html(text) if TAG.search(text) or "=" in text else [text]
            yield from (each for each in shown if is_text(each))
        if text is None or isinstance(child, ast.JoinedStr):
            yield from _strings(child)


def _constant(node: ast.AST) -> str | None:
    """A string as it is written; of one with values in it, these are a sign."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_constant(part) or "…" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
