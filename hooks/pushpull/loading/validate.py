"""Stage two: a document in, a typed entry or a list of problems out."""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pushpull.loading.document import Document, Location, Value, short
from pushpull.problem import Problem, did_you_mean
from pushpull.schema import fields
from pushpull.schema.fields import Entry

EntryT = TypeVar("EntryT", bound=Entry)

MOST_FAULTS = 50  # for each file; one fault too many is usually the same fault again

# What must hold and what to do, by pydantic's error type; {…} is filled from the error's context.
RULES = {
    "string_type": ("must be text", "write it in quotes"),
    "string_too_long": ("must have at most {max_length} characters", "shorten it"),
    "int_type": ("must be a whole number", "write digits, without quotes"),
    "float_type": ("must be a number", "write digits, without quotes"),
    "list_type": ("must be a list", "begin each entry with a hyphen"),
    "dict_type": ("must be a group of keys", "write each as `key: value`"),
    "model_type": ("must be a group of keys", "write each as `key: value`"),
    "too_short": ("must have at least {min_length} entries", "add to it"),
    "too_long": ("must have at most {max_length} entries", "take some out"),
    "greater_than": ("must be more than {gt:g}", "choose a higher number"),
    "greater_than_equal": ("must be at least {ge:g}", "choose a higher number"),
    "less_than_equal": ("must be at most {le:g}", "choose a lower number"),
    "literal_error": ("must be {expected}", "write one of these"),
    "answer": ("must be a level, unknown or na", "write one of these"),
}
PATTERNS = {
    fields.ID: (
        "must be an id: small letters and digits, with single hyphens or underscores between",
        "write one such as listening-routine",
    ),
    fields.WORDS: ("must not be empty", "write it, or take the key out"),
    fields.LINE: ("must be text on one line", "write it on one line, or take the key out"),
    fields.IDEA: ("must be the id of an idea", "write one such as S3-07"),
    fields.VERSION: ("must be a version of three numbers", "write one such as 1.0.0"),
    fields.DATE: ("must be a day", "write one such as 2026-11-28"),
    fields.SIZE: ("must be one to three capital letters", "write one such as S"),
    fields.SOURCE: ("must be a capital letter, then capitals or digits", "write one such as S3"),
    fields.ADDRESS: ("must be a web address", "begin it with https://"),
}


def read_entry(document: Document, model: type[EntryT]) -> tuple[EntryT | None, list[Problem]]:
    """Return the entry that `document` holds, or None, and every problem of the file."""
    if not document.whole:
        return None, document.problems
    try:
        return model.model_validate(document.data), document.problems
    except ValidationError as error:
        return None, [*document.problems, *_explain(document, model, error)]


def _explain(document: Document, model: type[Entry], error: ValidationError) -> Iterator[Problem]:
    reported = {(problem.line, problem.column) for problem in document.problems}
    explained = set[Location]()
    for detail in error.errors(include_url=False):
        at = _place(document, detail)
        if at in explained or document.marks.get(at) in reported:
            continue
        if len(explained) == MOST_FAULTS:
            found = f"it has {error.error_count()}, of which {MOST_FAULTS} are listed"
            yield document.problem((), "a file must be free of faults", found, "cure these first")
            return
        explained.add(at)
        yield _problem(document, model, at, detail)


def _place(document: Document, detail: ErrorDetails) -> Location:
    """Return the part of pydantic's location that exists in the file, and the missing key if there is one."""
    at: Location = ()
    for step in detail["loc"]:
        if (*at, step) in document.marks:
            at = (*at, step)
    return (*at, detail["loc"][-1]) if detail["type"] == "missing" else at


def _problem(document: Document, model: type[Entry], at: Location, detail: ErrorDetails) -> Problem:
    name = ".".join(str(step + 1) if isinstance(step, int) else short(step) for step in at)
    name = f"`{name}`" if name else "the file"
    if detail["type"] == "missing":
        return document.problem(at, f"{name} must be given", "it is missing", "add it")
    if detail["type"] == "extra_forbidden":
        known = _keys(model, at[:-1])
        cure = did_you_mean(str(at[-1]), known, f"use one of {', '.join(known)}, or take it out")
        return document.key_problem(at, f"{name} must be a key that is known here", "it is none", cure)
    context: dict[str, Any] = detail.get("ctx", {})
    must, cure = PATTERNS.get(str(context.get("pattern"))) or RULES.get(detail["type"], (detail["msg"], "correct it"))
    return document.problem(at, f"{name} {must.format(**context)}", f"found {_found(detail['input'])}", cure)


def _found(value: Value) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return f"a group of {len(value)}, which a colon without quotes makes"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, str) and not value.strip():
        return "an empty text"
    if isinstance(value, str) and len(value) > 60:
        return f"{len(value)} characters"
    return f'"{short(value)}"' if isinstance(value, str) else str(value).lower()


@cache
def _keys(model: type[Entry], at: Location) -> list[str]:
    """Return the keys that `model` knows at a place inside it."""
    schema = model.model_json_schema()
    node: dict[str, Any] = schema
    for step in at:
        by_name = node.get("properties", {})
        more = node.get("additionalProperties")
        by_pattern = [
            *node.get("patternProperties", {}).values(),
            more if isinstance(more, dict) else node.get("items", {}),
        ]
        node = by_name[step] if step in by_name else by_pattern[0]
        for option in [node, *node.get("anyOf", []), *node.get("allOf", [])]:
            if "$ref" in option:
                node = schema["$defs"][option["$ref"].rsplit("/", 1)[1]]
    return list(node["properties"])
