"""storage/: what is stored, by whom and for how long, with stores that stand in for a browser's."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROUNDS = 400


def run(root: Path, node: Path, script: str, *args: object) -> Any:
    command = [str(node), str(root / "tests" / "support" / "node" / script), *map(str, args)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_storage_keeps_what_it_promises_whatever_the_browser_does(root: Path, node_path: Path) -> None:
    assert run(root, node_path, "storage_cases.mjs") == {}


@pytest.mark.parametrize("mode", ["staying", "leaving", "crowded"])
def test_two_tabs_lose_nothing_in_whatever_order_they_hear_of_each_other(
    mode: str, root: Path, node_path: Path
) -> None:
    assert run(root, node_path, "two_tabs.mjs", ROUNDS, mode) == []


def test_whichever_call_fails_on_a_journey_nothing_called_saved_is_lost_and_nothing_false_is_said(
    root: Path, node_path: Path
) -> None:
    found = run(root, node_path, "planted/faults.mjs")
    assert found["failed"] == []
    assert all(count > 0 for kinds in found["runs"].values() for count in kinds.values())
