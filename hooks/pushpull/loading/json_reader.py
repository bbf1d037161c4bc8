"""Stage one, for JSON: text in, a document with marks out."""

import json
import re
from bisect import bisect_right

from pushpull.loading.document import DEEPEST, Document, Value, short

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')

MUST, CURE = "the file must be valid JSON", "correct it, or make it anew"


class _RefusedError(ValueError):
    """Raised for what Python reads and other programs may not."""


def parse_json(text: str, shown: str) -> Document:
    """Return the document that JSON `text` holds, whatever the text; nothing is raised."""
    document = Document(shown)
    try:
        document.data = json.loads(text, object_pairs_hook=_once_each, parse_constant=_no_constant)
        _mark_json(text, document)
        document.whole = True
    except RecursionError:
        document.note((1, 1), f"a file must be at most {DEEPEST} deep", "it is nested deeper", "flatten it")
    except json.JSONDecodeError as error:
        document.note((error.lineno, error.colno), MUST, "here it is not", CURE)
    except _RefusedError as error:
        document.note((1, 1), MUST, str(error), CURE)
    except ValueError:  # Python reads no number of more than 4,300 digits
        document.note((1, 1), MUST, "a number is too long", CURE)
    return document


def _once_each(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, value in pairs:
        if name in values:
            raise _RefusedError(f'the key "{short(name)}" stands twice')
        values[name] = value
    return values


def _no_constant(name: str) -> None:
    raise _RefusedError(f"found {name}, which is no number")


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
