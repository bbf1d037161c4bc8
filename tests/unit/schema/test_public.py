"""The published schemas: they take what the site makes and reads, and refuse the same with one thing changed."""

import json
from pathlib import Path
from typing import Any

import pytest
from banks import FIXTURES, SMALL, own_bank
from json_schema import faults
from node_bridge import call

from pushpull.new_site import STARTER
from pushpull.pages.bank_json import bank_json
from pushpull.rules.check import open_bank
from pushpull.schema.public.files import DIALECT, FILES, public_schemas, write_public_schemas

ROOT = Path(__file__).resolve().parents[3]
BANK, RESPONSE = FILES
RESPONSES = sorted(
    [
        *(ROOT / "assessment" / "samples").glob("*.json"),
        *(SMALL / "samples").glob("*.json"),
        *(ROOT / "tests" / "fixtures" / "responses").glob("*.json"),
    ]
)
WHOLE: dict[str, Any] = {
    "format": "push-to-pull/response",
    "version": 1,
    "bank": {"id": "push-to-pull", "version": "2.0.0"},
    "form": "full",
    "label": "Retail team",
    "role": "leader",
    "people": "customers",
    "created": "2026-11-21T10:00:00Z",
    "updated": None,
    "answers": {
        "listening-routine": {"value": 3, "rev": 2, "basis": "seen", "note": "log"},
        "problem-chart": {"value": "unknown"},
        "channel-roles": {"value": "na", "reason": "one shop"},
    },
    "targets": {"listening": 3},
    "plan": {"daysPerMonth": 5, "pinned": ["a-play"], "dropped": [], "done": []},
    "commitments": [{"play": "a-play", "owner": "Jo", "date": "2026-12-07", "worked": "2026-12-08"}],
    "snapshots": [],
    "orphans": {"gone": {"value": 1}},
    "worksheets": [
        {
            "format": "push-to-pull/worksheet",
            "version": 1,
            "sheet": "log",
            "title": "",
            "answers": {},
            "rows": [{"a": "b"}],
        }
    ],
}
SNAPSHOT = {key: part for key, part in WHOLE.items() if key not in ("commitments", "worksheets")}
WHOLE["snapshots"] = [SNAPSHOT | {"snapshots": [], "taken": "2026-11-21T10:00:00Z"}]

Change = tuple[tuple[str | int, ...], Any]
GONE = object()
OTHER_RESPONSES: list[Change] = [
    (("format",), "push-to-pull/bank"),
    (("format",), GONE),
    (("version",), 2),
    (("version",), True),
    (("bank",), "push-to-pull"),
    (("bank", "id"), "Push to pull"),
    (("form",), "For the board"),
    (("label",), "x" * 121),
    (("people",), "x" * 41),
    (("created",), "yesterday"),
    (("answers",), []),
    (("answers",), GONE),
    (("answers", "1st"), {"value": 1}),
    (("answers", "problem-chart", "value"), "none"),
    (("answers", "problem-chart", "value"), -1),
    (("answers", "problem-chart", "value"), 1.5),
    (("answers", "problem-chart", "value"), True),
    (("answers", "problem-chart", "value"), GONE),
    (("answers", "problem-chart", "basis"), "heard"),
    (("answers", "problem-chart", "note"), ""),
    (("answers", "problem-chart", "note"), None),
    (("answers", "problem-chart", "more"), 1),
    (("targets", "listening"), "3"),
    (("plan", "daysPerMonth"), 0),
    (("plan", "more"), []),
    (("commitments", 0, "date"), "7 December"),
    (("snapshots", 0, "commitments"), []),
    (("snapshots", 0, "snapshots"), [SNAPSHOT]),
    (("worksheets", 0, "rows", 0, "a"), 1),
    (("more",), 1),
]
OTHER_BANKS: list[Change] = [
    (("format",), "push-to-pull/response"),
    (("version",), "1"),
    (("bankVersion",), "2"),
    (("levels",), []),
    (("levels", 0, "value"), "0"),
    (("dimensions", 0, "axis"), GONE),
    (("practices", 0, "anchors", 0), 1),
    (("practices", 0, "rev"), 0),
    (("practices", 0, "scored"), True),
    (("practices", 0, "earlier"), GONE),
    (("plays", 0, "liftsTo"), 9),
    (("plays", 0, "url"), "/elsewhere"),
    (("insights", 0, "when"), []),
    (("insights", 0, "when", 0, "atLeast"), None),
    (("quadrants", 0, "at", "pull"), "middle"),
    (("scoring", "showKnown"), "3"),
    (("people",), [""]),
    (("plays", 0, "id"), "a--play"),
    (("retired",), []),
    (("more",), 1),
]


def schema(name: str) -> dict[str, Any]:
    return dict(json.loads(public_schemas()[name]))


def changed(value: Any, place: tuple[str | int, ...], to: object) -> Any:
    """A copy of `value` with another part at one place, or without it."""
    copy = json.loads(json.dumps(value))
    part = copy
    for step in place[:-1]:
        part = part[step]
    if to is GONE:
        del part[place[-1]]
    else:
        part[place[-1]] = to
    return copy


@pytest.fixture(scope="module")
def bank() -> dict[str, Any]:
    """The real bank, as the site publishes it."""
    return dict(json.loads(bank_json(own_bank())))


def test_the_published_schemas_are_those_of_the_models() -> None:
    folder = ROOT / "docs" / "assets" / "schema"
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == public_schemas()


@pytest.mark.parametrize("name", FILES)
def test_every_key_is_described_in_words_of_its_own(name: str) -> None:
    found = [schema(name), *schema(name)["$defs"].values()]
    assert schema(name)["$schema"] == DIALECT
    assert [part for part in found if not part.get("description")] == []
    keys = [(key, field.get("description")) for part in found for key, field in part["properties"].items()]
    assert [key for key, said in keys if not said] == []
    assert len({said for _, said in keys}) > len({key for key, _ in keys})


@pytest.mark.parametrize("folder", [ROOT / "assessment", SMALL, FIXTURES / "bare_bank", STARTER / "assessment"])
def test_every_bank_that_is_built_is_as_its_schema_says(folder: Path) -> None:
    assert [*faults(schema(BANK), json.loads(bank_json(open_bank(folder))))] == []


@pytest.mark.parametrize("path", RESPONSES, ids=[path.stem for path in RESPONSES])
def test_every_saved_response_is_as_its_schema_says(path: Path) -> None:
    assert [*faults(schema(RESPONSE), json.loads(path.read_text(encoding="utf-8")))] == []


def test_a_plan_may_hold_steps_that_have_no_play() -> None:
    steps = {"pinned": ["agenda--1"], "dropped": ["guests--2"], "done": ["tasks--3"]}
    response = WHOLE | {"plan": WHOLE["plan"] | steps, "commitments": [{"play": "agenda--1", "date": "2026-12-07"}]}
    assert [*faults(schema(RESPONSE), response)] == []


def test_a_response_may_answer_any_short_form() -> None:
    board = WHOLE | {"form": "board"}

    assert [*faults(schema(RESPONSE), board | {"snapshots": [WHOLE["snapshots"][0] | {"form": "board"}]})] == []


def test_a_response_with_every_key_is_too() -> None:
    assert [*faults(schema(RESPONSE), WHOLE)] == []
    assert WHOLE.keys() == schema(RESPONSE)["properties"].keys()


def test_what_the_browser_writes_is_as_the_schema_says(bank: dict[str, Any]) -> None:
    began = call("responses", "newResponse", bank, {})
    [first, *_] = bank["practices"]
    answered = call("responses", "setAnswer", began, first["id"], {"value": 2, "rev": first["rev"], "basis": "told"})
    text = call("responses", "serialise", bank, answered)
    assert [*faults(schema(RESPONSE), json.loads(text))] == []


@pytest.mark.parametrize(("place", "to"), OTHER_RESPONSES)
def test_a_response_with_one_thing_changed_is_refused(place: tuple[str | int, ...], to: object) -> None:
    assert [*faults(schema(RESPONSE), changed(WHOLE, place, to))] != []


@pytest.mark.parametrize(("place", "to"), OTHER_BANKS)
def test_a_bank_with_one_thing_changed_is_refused(
    bank: dict[str, Any], place: tuple[str | int, ...], to: object
) -> None:
    assert [*faults(schema(BANK), changed(bank, place, to))] != []


def test_schemas_are_written_where_told(tmp_path: Path) -> None:
    assert write_public_schemas(tmp_path / "new") == len(FILES)
    assert {path.name for path in (tmp_path / "new").iterdir()} == set(FILES)
