import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from banks import FIXTURES, SMALL, changed_bank, own_bank
from hostile import hostile
from html_text import read

from pushpull.bank import Bank
from pushpull.pages.bank_json import bank_json, browser_files
from pushpull.rules.check import open_bank
from pushpull.schema.library import RetiredIds

SHAPE = Path(__file__).resolve().parents[2] / "cases" / "bank_json" / "shape.yml"
KINDS: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "truth": (bool,),
    "whole": (int,),
    "number": (int, float),
    "text or null": (str, type(None)),
}
CONDITIONS = [{"mean", "atLeast"}, {"mean", "atMost"}, {"practice", "atLeast"}, {"practice", "atMost"}]
CONDITIONS += [{"gap", "atLeast"}, {"gap", "atMost"}]


@pytest.fixture(scope="module")
def small() -> Bank:
    return open_bank(SMALL)


@pytest.fixture(scope="module", params=["the bank", "the small bank", "a hostile bank"])
def bank(request: pytest.FixtureRequest, root: Path, small: Bank) -> Bank:
    real = own_bank()
    return {"the bank": real, "the small bank": small, "a hostile bank": hostile(real)}[request.param]


def data(bank: Bank) -> Any:
    """bank.json as the browser reads it."""
    return json.loads(bank_json(bank))


def misfits(shape: Any, value: Any, path: str = "") -> Iterator[str]:
    """A line for each place where a value has not the shape."""
    if shape == "condition":
        if not any(set(value) == keys for keys in CONDITIONS):
            yield f"{path}: no condition has the keys {', '.join(value)}"
    elif isinstance(shape, dict) and isinstance(value, dict):
        yield from _misfits_of_keys(shape, value, path)
    elif isinstance(shape, list) and isinstance(value, list):
        for index, each in enumerate(value):
            yield from misfits(shape[0], each, f"{path}[{index}]")
    elif isinstance(shape, str) and shape in KINDS:
        if not isinstance(value, KINDS[shape]) or (isinstance(value, bool) and shape != "truth"):
            yield f"{path}: {value!r} is no {shape}"
    elif shape != value:
        yield f"{path}: {value!r} is not {shape!r}"


def _misfits_of_keys(shape: dict[str, Any], value: dict[str, Any], path: str) -> Iterator[str]:
    if all(name.startswith("<") for name in shape):
        [part] = shape.values()
        shape = dict.fromkeys(value, part)
    shape = {name: part for name, part in shape.items() if name in value or not str(part).endswith(", if any")}
    for name in shape.keys() ^ value.keys():
        yield f"{path}.{name}: {'missing' if name in shape else 'not in the shape'}"
    for name in shape.keys() & value.keys():
        part = yaml.safe_load(shape[name].removesuffix(", if any")) if isinstance(shape[name], str) else shape[name]
        yield from misfits(part, value[name], f"{path}.{name}")


@pytest.fixture(scope="module")
def shape() -> Any:
    return yaml.safe_load(SHAPE.read_text(encoding="utf-8"))


def test_bank_json_has_the_public_shape_key_for_key(bank: Bank, shape: Any) -> None:
    assert [] == [*misfits(shape, data(bank))]


@pytest.mark.parametrize(
    ("path", "value"),
    [("version", 2), ("levels", {}), ("people", [1]), ("title", None), ("more", ""), ("effort", [{"id": "S"}])],
)
def test_another_shape_would_be_found(small: Bank, shape: Any, path: str, value: Any) -> None:
    assert [*misfits(shape, data(small) | {path: value})]


def test_the_outline_says_what_bank_json_says(bank: Bank) -> None:
    def parts(outline: Any, whole: Any) -> Any:
        """As much of the whole as the outline has keys for."""
        if isinstance(outline, dict):
            return {name: parts(each, whole[name]) if name != "seconds" else each for name, each in outline.items()}
        if isinstance(outline, list):
            return [parts(*pair) for pair in zip(outline, whole, strict=True)]
        return whole

    outline = json.loads(browser_files(bank)["outline.json"])
    assert outline == parts(outline, data(bank))


def test_everything_stands_in_bank_order(bank: Bank) -> None:
    found, model = data(bank), bank.model
    listed = [practice for dimension in model.dimensions for practice in dimension.practices]
    assert [level.id for level in model.levels] == [level["id"] for level in found["levels"]]
    assert [*range(len(model.levels))] == [level["value"] for level in found["levels"]]
    assert [dimension.id for dimension in model.dimensions] == [each["id"] for each in found["dimensions"]]
    assert listed == [practice["id"] for practice in found["practices"]] == found["forms"]["full"]
    assert (model.forms.quick and model.forms.quick.practices) == found["forms"]["quick"]
    steps = [(listed.index(play["practice"]), play["liftsTo"]) for play in found["plays"]]
    assert sorted(steps) == steps
    assert [insight.id for insight in bank.insights.insights] == [each["id"] for each in found["insights"]]
    assert model.words_for_people == found["people"]


def test_every_text_is_as_the_bank_has_it(bank: Bank) -> None:
    for practice, found in zip(bank.practices, data(bank)["practices"], strict=True):
        expected = practice.model_dump(include={"title", "question", "hint", "anchors"})
        assert expected == {name: found[name] for name in expected}
        assert (practice.na_reason, practice.find_out) == (found["naReason"], found["findOut"])
    for play, found in zip(bank.plays, data(bank)["plays"], strict=True):
        assert (play.title, play.steps[0], play.worked_when) == (
            found["title"],
            found["firstStep"],
            found["workedWhen"],
        )


def test_conditions_keep_only_what_they_name(small: Bank) -> None:
    for insight, found in zip(small.insights.insights, data(small)["insights"], strict=True):
        assert [len(condition.model_dump(exclude_none=True)) for condition in insight.when] == [
            len(condition) for condition in found["when"]
        ]


def test_a_retired_practice_leads_to_what_took_its_place(small: Bank) -> None:
    gone = [
        {"id": "old-book", "since": "0.9.0", "moved_to": "loan-book", "why": "Renamed."},
        {"id": "old-list", "number": 9, "since": "0.9.0", "moved_to": "loan-book", "why": "The book has it."},
        {"id": "old-shed", "since": "0.9.0", "why": "Gone."},
    ]
    found = data(
        replace(small, entries={**small.entries, "retired.yml": RetiredIds.model_validate({"practices": gone})})
    )
    assert found["retired"] == {"old-book": "loan-book", "old-list": "loan-book", "old-shed": None}
    assert found["renamed"] == ["old-book"]


def test_a_retired_play_leads_to_what_took_its_place_in_the_outline_too(small: Bank) -> None:
    gone = [
        {"id": "old-day", "since": "0.9.0", "moved_to": "sharpening-day", "why": "Renamed."},
        {"id": "old-note", "since": "0.9.0", "why": "Gone."},
    ]
    entries = {**small.entries, "retired.yml": RetiredIds.model_validate({"plays": gone})}
    bank = replace(small, entries=entries)
    for text in (bank_json(bank), browser_files(bank)["outline.json"]):
        assert {"old-day": "sharpening-day", "old-note": None} == json.loads(text)["retiredPlays"]


def test_the_wording_of_earlier_releases_is_kept(tmp_path: Path) -> None:
    before = {"number": 1, "rev": 1, "question": "Is there a book?", "anchors": ["No.", "One.", "All."]}
    asked = json.dumps({"version": "0.9.0", "practices": {"loan-book": before}})
    bank = open_bank(
        changed_bank(
            tmp_path,
            {
                "add": {"releases/0.9.0.json": asked},
                "edit": {"practices/lending/loan-book.yml": {"rev: 1": "rev: 2"}},
            },
        )
    )
    [practice] = [practice for practice in data(bank)["practices"] if practice["id"] == "loan-book"]
    assert [{"rev": 1, "question": before["question"], "anchors": before["anchors"]}] == practice["earlier"]


def test_every_address_of_bank_json_is_a_place_of_the_site(site_dir: Path) -> None:
    found = json.loads((site_dir / "bank.json").read_text(encoding="utf-8"))
    addresses = [
        each[key]
        for kind in ("dimensions", "practices", "plays")
        for each in found[kind]
        for key in each
        if key in {"url", "questionUrl"}
    ]
    assert len(found["dimensions"]) + 2 * len(found["practices"]) + len(found["plays"]) == len(addresses)
    ids: dict[Path, set[str]] = {}
    for address in addresses:
        path, _, fragment = address.partition("#")
        file = site_dir / path / "index.html"
        if file not in ids:
            elements = read(file.read_text(encoding="utf-8"))[0].within
            ids[file] = {"", *(each.attributes.get("id", "") for each in elements)}
        assert (address, True, True) == (address, path.endswith("/"), fragment in ids[file])


def test_the_site_publishes_what_the_bank_says(site_dir: Path, root: Path) -> None:
    bank = own_bank()
    assert bank_json(bank) == (site_dir / "bank.json").read_text(encoding="utf-8")
    [ours] = (site_dir / "assets").glob("app-*")
    made = browser_files(bank)
    assert made == {name: (ours / name).read_text(encoding="utf-8") for name in made}
    released = {each["id"]: each["earlier"] for each in json.loads(bank_json(bank))["practices"] if each["earlier"]}
    assert released == json.loads((ours / "earlier.json").read_text(encoding="utf-8"))


def test_where_no_play_leads_up_the_step_itself_stands_in_its_place() -> None:
    found = data(open_bank(FIXTURES / "bare_bank"))
    assert [(step["id"], step["practice"], step["liftsTo"], step["effort"]) for step in found["plays"][:2]] == [
        ("labels--1", "labels", 1, None),
        ("cold-food--1", "cold-food", 1, None),
    ]
    assert found["plays"][0]["title"] == "Lift “Labels” to “Done”"
    assert found["plays"][0]["firstStep"] == "Each box has a name and a day."
    assert (found["axes"], found["effort"], found["people"], [*found["forms"]]) == ([], [], [], ["full"])
    assert {dimension["axis"] for dimension in found["dimensions"]} == {""}
    assert found["scoring"]["targetLeast"] == 1


def test_a_step_comes_only_where_the_plays_of_its_practice_end(tmp_path: Path) -> None:
    bank = open_bank(
        changed_bank(
            tmp_path, {"remove": ["plays/list-online.yml"], "edit": {"model.yml": {"window:": 'style: "off"\nwindow:'}}}
        )
    )
    found = [play for play in data(bank)["plays"] if play["practice"] == "loan-book"]
    assert [(play["id"], play["liftsTo"]) for play in found] == [("one-list", 1), ("loan-book--2", 2)]
    assert json.loads(browser_files(bank)["outline.json"])["plays"] == [
        {"id": play["id"]} for play in data(bank)["plays"]
    ]
