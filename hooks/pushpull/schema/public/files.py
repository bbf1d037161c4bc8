"""The public formats as JSON Schema, for other programs.

`docs/assets/schema/` holds the files, so that each site publishes them, whatever its bank.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pushpull.schema.public.bank import BankFile
from pushpull.schema.public.parts import Public
from pushpull.schema.public.response import ResponseFile

DIALECT = "https://json-schema.org/draft/2020-12/schema"
# name of the file: its model and its title
FILES: Mapping[str, tuple[type[Public], str]] = {
    "bank-1.schema.json": (BankFile, "Push to Pull: a bank, version 1"),
    "response-1.schema.json": (ResponseFile, "Push to Pull: a response, version 1"),
}


def public_schemas() -> dict[str, str]:
    """Return the text of each schema by the name of its file, which holds the version of the format."""
    texts = {}
    for name, (model, title) in FILES.items():
        schema = {"$schema": DIALECT, **_plain(model.model_json_schema()), "title": title}
        texts[name] = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    return texts


def write_public_schemas(folder: Path) -> int:
    """Write every schema to `folder` and return how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in public_schemas().items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:  # a build may be reading it
            path.write_text(text, encoding="utf-8", newline="\n")
    return len(FILES)


def _plain(node: Any) -> Any:  # noqa: ANN401 any part of a schema
    """Return `node` without what pydantic adds for programs, and with no other keys where keys have a pattern."""
    if isinstance(node, list):
        return [_plain(part) for part in node]
    if not isinstance(node, dict):
        return node
    told = {
        key: _plain(part) for key, part in node.items() if isinstance(part, dict) or key not in ("title", "default")
    }
    return told | ({"additionalProperties": False} if "patternProperties" in told else {})
