"""The shape of each bank file as JSON Schema, with which editors complete and check it while it is written."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pushpull.schema.entries import KINDS

DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that the YAML language server knows


def schemas() -> Mapping[str, str]:
    """Return the text of each schema file by its name, one for each kind of bank file."""
    texts = {}
    for kind, (model, pattern) in KINDS.items():
        schema = {"$schema": DRAFT, **_plain(model.model_json_schema()), "title": f"Bank file {pattern}"}
        texts[f"{kind}.schema.json"] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return texts


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
