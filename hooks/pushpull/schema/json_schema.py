"""The shape of each bank file as JSON Schema, with which editors complete and check it while it is written."""

import ast
import inspect
import json
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from textwrap import dedent
from typing import Any

from pushpull.schema.entries import KINDS
from pushpull.schema.fields import Entry

DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that the YAML language server knows


def schemas() -> Mapping[str, str]:
    """Return the text of each schema file by its name, one for each kind of bank file."""
    texts = {}
    for kind, (model, pattern) in KINDS.items():
        schema = {"$schema": DRAFT, **_plain(_described(model)), "title": f"Bank file {pattern}"}
        texts[f"{kind}.schema.json"] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return texts


def _described(model: type[Entry]) -> dict[str, Any]:
    """Return the schema of `model`, with the lines under its fields as their descriptions."""
    # pydantic can do the same, as for the public formats, but then each build reads the source of every class.
    schema = model.model_json_schema()
    kinds = {(kind.__name__, *sorted(kind.model_fields)): kind for kind in _kinds(Entry)}
    for name, part in [(model.__name__, schema), *schema.get("$defs", {}).items()]:
        keys = part.get("properties", {})
        for key, text in _lines_under_fields(kinds.get((name, *sorted(keys)), Entry)).items():
            keys[key] = dict(sorted({"description": text, **keys[key]}.items()))
    return schema


def _kinds(base: type[Entry]) -> Iterator[type[Entry]]:
    for kind in base.__subclasses__():
        if not kind.model_config.get("use_attribute_docstrings"):
            yield kind
            yield from _kinds(kind)


def _lines_under_fields(kind: type[Entry]) -> dict[str, str]:
    """Return the line that stands under each field of a class or of one above it, by the field's name."""
    found = {}
    for each in reversed(kind.__mro__[: kind.__mro__.index(Entry)]):
        (body,) = (
            node.body for node in ast.parse(dedent(inspect.getsource(each))).body if isinstance(node, ast.ClassDef)
        )
        for field, line in pairwise(body):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                match line:
                    case ast.Expr(ast.Constant(str(text))):
                        found[field.target.id] = inspect.cleandoc(text)
    return found


def _plain(node: Any) -> Any:  # noqa: ANN401 any part of a schema
    """Return `node` without what pydantic adds for programs: titles made from keys, and nothing as a value."""
    if isinstance(node, list):
        return [_plain(part) for part in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node and node.get("default", ...) is None:
        node = {key: part for key, part in node.items() if key not in ("anyOf", "default")} | node["anyOf"][0]
    return {key: _plain(part) for key, part in node.items() if key != "title" or isinstance(part, dict)}


def write_schemas(folder: Path) -> int:
    """Write every schema to `folder` and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = schemas()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return len(texts)
