"""What the check of the bank lets through, the browser carries: limits that stand on both sides are the same."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from node_bridge import call
from small_bank import expand_bank, expand_response

from pushpull.schema.fields import LONGEST_WORD, MOST_DAYS, MOST_NUMBER

PRINT = """const { LIMITS } = await import(process.argv[1] + "response/edit.mjs");
const { MOST } = await import(process.argv[1] + "links/payload.mjs");
console.log(JSON.stringify({ ...LIMITS, ...MOST }));"""


@pytest.fixture(scope="module")
def limits(root: Path, node_path: Path) -> dict[str, Any]:
    """The limits of the browser's modules."""
    app = f"{(root / 'docs' / 'assets' / 'app').as_uri()}/"
    command = [str(node_path), "--input-type=module", "--eval", PRINT, app]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def test_the_limits_of_the_bank_are_those_of_the_browser(limits: dict[str, Any]) -> None:
    assert (LONGEST_WORD, MOST_NUMBER, MOST_DAYS) == tuple(limits[key] for key in ("people", "number", "days"))


def test_fields_take_no_more_than_is_kept(root: Path, limits: dict[str, Any]) -> None:
    pages = (root / "hooks" / "pushpull" / "templates").rglob("*.jinja")
    text = "".join(path.read_text(encoding="utf-8") for path in pages)
    fields = re.findall(r'id="(\w+)[^>]*maxlength="(\d+)"', text)
    assert {"reason", "note", "label"} == {name for name, _ in fields}
    assert {(name, str(limits[name])) for name, _ in fields} == set(fields)


@pytest.mark.parametrize("word", ["x" * LONGEST_WORD, "\N{OLD PERSONAL COMPUTER}" * (LONGEST_WORD // 2)])
def test_a_bank_at_its_limits_is_carried_by_files_and_links(word: str) -> None:
    bank = expand_bank({"dimensions": {"d": ["a", "b"]}, "people": [word]})
    bank["practices"][1] |= {"number": MOST_NUMBER, "rev": 1_000_000}
    response = expand_response(bank, "3, unknown", people=word, plan={"daysPerMonth": MOST_DAYS})
    response["answers"]["b"]["rev"] = 1_000_000
    text = call("response/edit", "serialise", bank, response)
    assert call("response/read", "readResponse", bank, text) == {"response": response, "problems": []}
    found = call("links/link", "decode", bank, call("links/link", "encode", bank, response))["response"]
    assert (found["answers"], found["people"]) == (response["answers"], word)
