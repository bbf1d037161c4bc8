"""The five modules that other programs may use: there under their names, in the source and in what is published."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from node_bridge import call

from pushpull.pages.bank_json import bank_json
from pushpull.paths import APP
from pushpull.publish.assets import minify, public_module
from pushpull.publish.bundle import PACKAGE, PUBLIC, join, package

NAMES = """const found = await Promise.all(process.argv.slice(1).map((each) => import(each)));
console.log(JSON.stringify(found.map((each) => Object.keys(each).sort())));"""
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
    bank.write_text(bank_json(own_bank()), encoding="utf-8")
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
    without = join({path: text for path, text in texts.items() if path not in (*PUBLIC, PACKAGE)})
    assert {path: text for path, text in published.items() if path not in PUBLIC} == without


def test_five_lines_on_the_page_of_formats_score_a_file(root: Path, node_path: Path, tmp_path: Path) -> None:
    page = (root / "docs" / "method" / "formats.md").read_text(encoding="utf-8")
    [program] = re.findall(r"```js\n(.*?)```", page, re.DOTALL)
    sample = root / "assessment" / "samples" / "e-bike-motors.json"
    bank = bank_json(own_bank())
    texts = {
        "score.mjs": program,
        "pushpull-1.mjs": public_module(modules(root)),
        "bank.json": bank,
        "answers.json": sample.read_text(encoding="utf-8"),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = subprocess.run([node_path, "score.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True)
    response = json.loads(texts["answers.json"])
    assert len(program.splitlines()) == 5
    assert json.loads(run.stdout) == call("score", "scoreResponse", json.loads(bank), response)["overall"]


def test_one_file_gives_what_the_five_modules_give_and_asks_for_no_other(
    root: Path, node_path: Path, tmp_path: Path
) -> None:
    text = public_module(modules(root))
    (tmp_path / "one.mjs").write_text(text, encoding="utf-8")
    app = (root / "docs" / APP).as_uri()
    names = [f"{app}/{name}" for name in PUBLIC]
    command = [str(node_path), "--input-type=module", "--eval", NAMES, (tmp_path / "one.mjs").as_uri(), *names]
    one, *five = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert one == sorted(name for found in five for name in found)
    assert re.findall(r"\bimport\b|\bfrom\s*[\"']", text) == []


def test_a_public_module_that_asks_for_a_file_later_is_refused() -> None:
    texts = {PACKAGE: 'export{a}from"./a.mjs";', "a.mjs": 'export const a=()=>import("./b.mjs");', "b.mjs": ""}
    with pytest.raises(ValueError, match=r"must ask for no file: a\.mjs"):
        package(texts)
