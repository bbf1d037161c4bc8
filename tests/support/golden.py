"""Golden cases: YAML files that say what goes in and what must come out, named after what they claim."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from pushpull.loading.yaml_reader import FAST

CASES = Path(__file__).resolve().parents[1] / "cases"


def read_case(file: Path) -> Any:
    """What a YAML file says."""
    return yaml.load(file.read_text(encoding="utf-8"), FAST)  # noqa: S506 - safe, and in C


def cases(topic: str) -> pytest.MarkDecorator:
    """A parametrize mark that runs a test once for each case of a topic, under the name of its file."""
    files = sorted((CASES / topic).glob("*.yml"))
    params = [pytest.param(read_case(file), id=file.stem) for file in files]
    return pytest.mark.parametrize("case", params)


def differences(expected: Any, actual: Any, path: str = "") -> list[str]:
    """Where the value is not as expected, one line each; keys that a table does not mention may be anything."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        absent = [f"{path}.{key}: expected, absent" for key in expected if key not in actual]
        present = [key for key in expected if key in actual]
        return absent + [line for key in present for line in differences(expected[key], actual[key], f"{path}.{key}")]
    if isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        pairs = enumerate(zip(expected, actual, strict=True))
        return [line for index, (one, other) in pairs for line in differences(one, other, f"{path}[{index}]")]
    both_numbers = isinstance(expected, int | float) and isinstance(actual, int | float)
    same = actual == pytest.approx(expected, abs=1e-9) if both_numbers else actual == expected
    return [] if same else [f"{path}: expected {expected!r}, found {actual!r}"]
