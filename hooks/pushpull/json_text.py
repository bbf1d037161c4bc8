"""Stage one, for JSON: text in, a document with marks out."""

import json
import re
from bisect import bisect_right

from pushpull.document import DEEPEST, Document, Value

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def parse_json(text: str, shown: str) -> Document:
    """Return the document that JSON `text` holds, whatever the text; nothing is raised."""
    document = Document(shown)
    try:
        document.data = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
        _mark_json(text, document)
        document.whole = True
    except RecursionError:
        document.note((1, 1), f"a file must be at most {DEEPEST} deep", "it is nested deeper", "flatten it")
    except ValueError as error:
        place = (getattr(error, "lineno", 1), getattr(error, "colno", 1))
        found = f"found: {getattr(error, 'msg', error)}"
        document.note(place, "the file must be valid JSON", found, "correct it, or make the file anew")
    return document


def _once_each(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, value in pairs:
        if name in values:
            raise ValueError(f'the key "{name}" twice in one group')
        values[name] = value
    return values


def _no_constant(name: str) -> None:
    raise ValueError(f"{name}, which is no JSON number")


def _mark_json(text: str, document: Document) -> None:
    """Mark every key and value of `text`, which is known to be valid."""
    lines = [0, *(match.end() for match in re.finditer("\n", text))]
    at: list[str | int] = []
    key_is_due = False
    for token in TOKEN.finditer(text):
        sign, line = token.group(), bisect_right(lines, token.start())
        place = (line, token.start() - lines[line - 1] + 1)
        if sign in "}]":
            at.pop()
        elif sign == ":":
            key_is_due = False
        elif sign == ",":
            key_is_due = isinstance(at[-1], str)
            at[-1] = "" if isinstance(at[-1], str) else at[-1] + 1
        elif key_is_due:
            at[-1] = json.loads(sign)
            document.keys[tuple(at)] = place
        else:
            document.marks[tuple(at)] = place
            if sign in "{[":
                at.append("" if sign == "{" else 0)
                key_is_due = sign == "{"
            if len(at) > DEEPEST:
                raise RecursionError
