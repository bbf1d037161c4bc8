"""The page of file formats says what the code does: every key, every limit, an example that is read whole."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from node_bridge import call
from small_bank import Json

from pushpull.pages.bank_json import bank_json

ROW = re.compile(r"^\| (?P<keys>`.+?) \| (?P<text>.+) \|$", re.MULTILINE)
KEY = re.compile(r"`([a-zA-Z]+)`")
PRINT = "const { LIMITS } = await import(process.argv[1]); console.log(JSON.stringify(LIMITS));"


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "method" / "formats.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def bank(root: Path) -> Json:
    """The real bank, as the site publishes it."""
    return dict(json.loads(bank_json(own_bank())))


def section(page: str, title: str) -> str:
    return page.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> dict[str, str]:
    """What each row says, by each of the keys it is about."""
    return {key: found["text"] for found in ROW.finditer(text) for key in KEY.findall(found["keys"])}


def test_the_bank_has_the_keys_that_the_page_names(page: str, bank: Json) -> None:
    told = rows(section(page, "The bank"))
    assert bank.keys() == told.keys() - {"renamed"}  # there once a practice was renamed
    for table in ("levels", "axes", "dimensions", "practices", "plays", "insights", "quadrants", "effort"):
        found = {key for entry in bank[table] for key in entry}
        assert found <= set(KEY.findall(told[table])), table


@pytest.fixture(scope="module")
def example(page: str) -> Json:
    [text] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    return dict(json.loads(text))


def test_the_example_is_read_whole(example: Json, bank: Json) -> None:
    found = call("response/read", "readResponse", bank, json.dumps(example))
    assert {problem["code"] for problem in found["problems"]} <= {"recheck"}
    assert example == found["response"]


def test_a_response_has_the_keys_that_the_page_names_and_no_other_is_read(page: str, example: Json, bank: Json) -> None:
    told = rows(section(page, "A response"))
    [practice, *_], [play, *_] = bank["practices"], bank["plays"]
    answer = {"value": 1, "basis": "seen", "note": "n", "reason": "r", "rev": practice["rev"]}
    plan = {"daysPerMonth": 5, "pinned": [play["id"]], "dropped": [], "done": []}
    taken = {"play": play["id"], "owner": "o", "date": "2026-12-07", "worked": "2026-12-08"}
    whole = example | {
        "bank": {"id": bank["id"], "version": bank["bankVersion"]},
        "answers": {practice["id"]: answer},
        "plan": plan,
        "commitments": [taken],
        "orphans": {"gone": {"value": 1}},
    }
    before = {key: part for key, part in whole.items() if key != "commitments"}
    whole["snapshots"] = [before | {"snapshots": [], "taken": "2026-11-21T10:00:00Z"}]
    found = call("response/read", "readResponse", bank, json.dumps(whole))
    assert found == {"response": whole, "problems": []}
    assert {*whole, *answer} == told.keys()
    assert plan.keys() <= set(KEY.findall(told["plan"]))
    assert taken.keys() <= set(KEY.findall(told["commitments"]))
    odd = whole | {"more": 1, "answers": {practice["id"]: answer | {"more": 1}}}
    [problem] = call("response/read", "readResponse", bank, json.dumps(odd))["problems"]
    assert (problem["code"], set(problem["ids"])) == ("unknown-field", {f"{practice['id']}.more", "more"})


def test_the_page_names_the_limits_of_the_code(page: str, root: Path, node_path: Path) -> None:
    module = (root / "docs" / "assets" / "app" / "response" / "edit.mjs").as_uri()
    command = [str(node_path), "--input-type=module", "--eval", PRINT, module]
    limits: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    told = section(page, "A response")
    assert f"at most {limits['label']}, {limits['role']} and {limits['people']} characters" in told
    assert f"at most {limits['note']:,} and {limits['reason']} characters" in told
    assert f"1 to {limits['days']:,}" in told
    assert f"the newest {limits['snapshots']}" in told
    assert f"{limits['bytes'] // 1024} KiB" in told
    assert f"{limits['report'] // 1024**2} MiB" in section(page, "A report")
