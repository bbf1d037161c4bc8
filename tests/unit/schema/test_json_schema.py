"""The schemas that editors use."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from pushpull.schema.entries import KINDS
from pushpull.schema.json_schema import DRAFT, schemas, write_schemas

FIRST_LINE = "# yaml-language-server: $schema="


def objects(node: Any) -> list[dict[str, Any]]:
    """Every part of a schema that describes a group of keys."""
    parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
    inner = [found for part in parts for found in objects(part)]
    return [node, *inner] if isinstance(node, dict) and isinstance(node.get("properties"), dict) else inner


def test_the_schemas_on_disk_are_those_of_the_models(root: Path) -> None:
    folder = root / "assessment" / "schema"

    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == schemas()


def test_every_bank_file_names_the_schema_of_its_kind(root: Path) -> None:
    bank, wrong = root / "assessment", []
    for kind, (_, pattern) in KINDS.items():
        for path in bank.glob(pattern):
            first = path.read_text(encoding="utf-8").splitlines()[0]
            named = (path.parent / first.removeprefix(FIRST_LINE)).resolve()
            if not first.startswith(FIRST_LINE) or named != bank.resolve() / "schema" / f"{kind}.schema.json":
                wrong.append(path.relative_to(bank).as_posix())

    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described_and_others_are_refused_or_have_a_shape(kind: str) -> None:
    schema = json.loads(schemas()[f"{kind}.schema.json"])
    found = objects(schema)

    assert schema["$schema"] == DRAFT
    assert [part for part in found if not part["description"]] == []
    assert [part for part in found if part["additionalProperties"] not in (False, {"$ref": "#/$defs/Form"})] == []
    assert [key for part in found for key, field in part["properties"].items() if not field.get("description")] == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_uses_nothing_newer_than_draft_7(kind: str) -> None:
    text = schemas()[f"{kind}.schema.json"]

    assert [word for word in ("prefixItems", "unevaluated", "dependentRequired", "$dynamicRef") if word in text] == []
    assert '"null"' not in text


def test_schemas_are_written_where_told(tmp_path: Path) -> None:
    count = write_schemas(tmp_path / "new" / "schema")

    written = {PurePosixPath(path).name for path in (tmp_path / "new" / "schema").iterdir()}
    assert (count, written) == (len(KINDS), set(schemas()))
