"""The five modules that other programs may use: there under their names, in the source and in what is published."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pushpull.pages.bank_json import bank_json
from pushpull.paths import APP
from pushpull.publish.assets import minify
from pushpull.publish.bundle import PUBLIC, join
from pushpull.rules.check import open_bank

SCORE = {"point", "low", "high", "coverage", "known", "unknown", "na", "level", "levels"}


def modules(root: Path) -> dict[str, str]:
    folder = root / "docs" / APP
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.mjs")}


@pytest.fixture(scope="module")
def published(root: Path) -> dict[str, str]:
    """The modules as they are published."""
    return join({path: minify(path, text) for path, text in modules(root).items()})


@pytest.fixture(params=["source", "published"])
def found(
    request: pytest.FixtureRequest, root: Path, node_path: Path, published: dict[str, str], tmp_path: Path
) -> dict[str, Any]:
    """What another program gets out of them."""
    folder = root / "docs" / APP
    if request.param == "published":
        folder = tmp_path / "app"
        for path, text in published.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    bank = tmp_path / "bank.json"
    bank.write_text(bank_json(open_bank(root / "assessment")), encoding="utf-8")
    response = root / "assessment" / "samples" / "e-bike-motors.json"
    command = [node_path, root / "tests" / "support" / "node" / "outsider.mjs", folder, bank, response]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def test_another_program_reads_scores_advises_and_shares(found: dict[str, Any]) -> None:
    read, profile, advice, link = (found[key] for key in ("read", "profile", "advice", "link"))
    assert {"form", "overall", "axes", "dimensions", "evenness", "visibility", "quadrants"} <= profile.keys()
    for score in (profile["overall"], *profile["axes"].values(), *profile["dimensions"].values()):
        assert score.keys() >= SCORE
    assert {"plays", "insights", "findOut", "keepDoing"} <= advice.keys()
    wanted = {"play", "practice", "from", "to", "gain", "priority", "wave", "because"}
    assert all(play.keys() >= wanted for play in advice["plays"])
    values = {id_: answer["value"] for id_, answer in read["response"]["answers"].items()}
    assert values == {id_: answer["value"] for id_, answer in link["response"]["answers"].items()}
    questions = found["group"]["questions"]
    assert [each["practice"] for each in questions] == list(found["together"]["answers"])
    assert {each["practice"] for each in questions} == set(found["first"])
    assert (read.keys(), link.keys()) == ({"response", "problems"}, {"response", "problems"})
    assert len(found["written"]["response"]["snapshots"]) == 1


def test_nothing_another_program_passes_in_makes_them_throw(found: dict[str, Any]) -> None:
    told = {code for pair in found["refused"] for code in pair}
    assert told == {"no-text", "not-json", "no-code", "damaged", "too-long"}


def test_they_change_nothing_of_what_pages_load(root: Path, published: dict[str, str]) -> None:
    texts = {path: minify(path, text) for path, text in modules(root).items()}
    assert set(PUBLIC) <= texts.keys()
    without = join({path: text for path, text in texts.items() if path not in PUBLIC})
    assert {path: text for path, text in published.items() if path not in PUBLIC} == without
