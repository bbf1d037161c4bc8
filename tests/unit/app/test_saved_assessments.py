"""saved-assessments.mjs and import-file.mjs: several assessments in one browser, and a file beside those answers."""

import json
from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json, expand_bank, expand_response
from strategies import answered

from pushpull.pages.bank_json import bank_json

SETTINGS = settings(max_examples=25, deadline=None)
BANK = expand_bank({"dimensions": {"listening": ["routine", "chart"], "sharing": ["workload"]}, "quick": ["routine"]})
NOW = "2027-01-02T03:04:05Z"


def held(answers: Json, before: Json | None = None, **fields: Any) -> Json:
    return {
        "response": expand_response(BANK, answers, **fields),
        "before": before if before is None else expand_response(BANK, before),
    }


@given(answered())
@SETTINGS
def test_what_is_put_aside_comes_back_the_same(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    for before in (None, response):
        given_ = {"response": response, "before": before}
        text = call("response/saved-format", "wrap", bank, given_)
        assert call("response/saved-format", "unwrap", bank, text) == given_ | {"problems": []}


@given(st.text() | st.recursive(st.none() | st.text(max_size=5), st.lists).map(json.dumps))
@SETTINGS
def test_any_text_on_the_shelf_is_read_or_told(text: str) -> None:
    found = call("response/saved-format", "unwrap", BANK, text)
    assert (found["response"], found["before"], len(found["problems"])) == (None, None, 1)


def test_earlier_answers_that_cannot_be_read_leave_the_assessment_readable() -> None:
    text = call("response/saved-format", "wrap", BANK, held({"routine": 2}))
    odd = json.dumps(json.loads(text) | {"before": {"format": "other"}})
    found = call("response/saved-format", "unwrap", BANK, odd)
    assert (found["response"]["answers"], found["before"]) == ({"routine": {"value": 2}}, None)


def test_the_answers_in_use_lie_where_they_always_lay_and_two_paths_never_meet() -> None:
    places = call("storage/keys", "placesOf", "/a/", "small")
    assert places["inUse"] == "push-to-pull:/a/:small"
    others = call("storage/keys", "placesOf", "/a/b/", "small")
    for prefix in others["all"]:
        assert not any(key.startswith(prefix) for key in (places["inUse"], places["others"], "/a/.__palette"))
    for key in ("inUse", "before", "aside", "others"):
        assert places[key].startswith(places["all"][0])
    assert "/a/.__palette".startswith(places["all"][1])


@pytest.mark.parametrize(
    "given_",
    [
        held({}, label="Retail"),
        held({"routine": "unknown"}),
        held({}, before={"routine": 1}),
        held({}, targets={"listening": 3}),
        held({}, orphans={"gone": {"value": 1}}),
    ],
)
def test_what_somebody_would_miss_is_put_aside(given_: Json) -> None:
    assert call("response/saved-format", "worthKeeping", given_) is True


def test_an_empty_assessment_is_not_put_aside() -> None:
    assert call("response/saved-format", "worthKeeping", held({}, people="patients", role="leader")) is False


def test_answering_again_begins_empty_with_the_earlier_answers_beside() -> None:
    first = expand_response(BANK, {"routine": 2}, label="Retail", role="staff", people="patients")
    first = call("response/snapshots", "takeSnapshot", first, NOW)
    found = call("response/saved-format", "again", BANK, first, "Retail, again", NOW)
    fresh = found["response"]
    assert (fresh["answers"], fresh["snapshots"], fresh["created"]) == ({}, [], NOW)
    assert (fresh["label"], fresh["role"], fresh["people"]) == ("Retail, again", "staff", "patients")
    assert found["before"] == first | {"snapshots": []}


def test_the_assessment_changed_last_stands_first_and_unreadable_ones_last() -> None:
    entries = [
        {"id": "a", "response": {"updated": "2026-01-01T00:00:00Z"}},
        {"id": "b", "response": None},
        {"id": "c", "response": {"updated": "2027-01-01T00:00:00Z"}},
        {"id": "d", "response": {"updated": None}},
        {"id": "e", "response": {"updated": "2027-01-01T00:00:00Z"}},
    ]
    assert [each["id"] for each in call("response/saved-format", "inOrder", entries)] == ["c", "e", "a", "d", "b"]


def test_a_report_gives_the_response_in_it_and_nothing_else_does() -> None:
    response = expand_response(BANK, {"routine": 2, "chart": "unknown"})
    report = {"format": "push-to-pull/report", "version": 1, "response": response, "profile": {}}
    assert call("response/import-file", "readFile", BANK, json.dumps(report)) == {"response": response, "problems": []}
    assert call("response/import-file", "readFile", BANK, json.dumps(response)) == {
        "response": response,
        "problems": [],
    }
    for odd in (report | {"version": 2}, report | {"response": [response]}, [report]):
        found = call("response/import-file", "readFile", BANK, json.dumps(odd))
        assert [each["code"] for each in found["problems"]] == ["other-format"]


def test_a_report_longer_than_a_response_may_be_is_read_up_to_its_own_limit() -> None:
    response = expand_response(BANK, {"routine": 2})
    report = {"format": "push-to-pull/report", "version": 1, "response": response, "advice": "x" * 600_000}
    assert call("response/import-file", "readFile", BANK, json.dumps(report))["response"] == response
    report["advice"] = "x" * 4_200_000
    assert call("response/import-file", "readFile", BANK, json.dumps(report))["problems"][0]["code"] == "too-big"


@pytest.mark.parametrize(
    "text", ["[" * 900_000, '{"format":"push-to-pull/report","version":1,"response":' + "[" * 500_000]
)
def test_nested_brackets_in_a_would_be_report_are_refused(text: str) -> None:
    assert call("response/import-file", "readFile", BANK, text)["response"] is None


def test_all_answers_count_in_what_would_change_whichever_form_asked_them() -> None:
    present = expand_response(BANK, {"routine": 2, "chart": 1}, form="quick")
    given_ = expand_response(BANK, {"routine": 3, "workload": {"value": 4, "note": "n"}}, form="quick")
    found = call("response/import-file", "weigh", BANK, present, given_)
    counts = {key: found[key] for key in ("changed", "gained", "lost", "apart", "answered", "notes", "alike")}
    assert counts == {"changed": 1, "gained": 1, "lost": 1, "apart": 0, "answered": 2, "notes": 1, "alike": False}


def test_a_note_alone_makes_two_responses_differ() -> None:
    one, other = ({"routine": {"value": 2, "note": note}} for note in ("a", "b"))
    assert (
        call("response/import-file", "weigh", BANK, expand_response(BANK, one), expand_response(BANK, other))["alike"]
        is False
    )
    assert (
        call("response/import-file", "weigh", BANK, expand_response(BANK, one), expand_response(BANK, one))["alike"]
        is True
    )


def released(root: Path) -> list[Path]:
    return sorted((root / "tests" / "fixtures" / "responses").glob("*.json"))


def test_a_file_of_every_released_version_is_read_whole(root: Path, site_bank: Json) -> None:
    files = released(root)
    versions = {json.loads(path.read_text(encoding="utf-8"))["bank"]["version"] for path in files}
    assert {path.stem for path in (root / "assessment" / "releases").glob("*.json")} <= versions
    for path in files:
        text = path.read_text(encoding="utf-8")
        found = call("response/import-file", "readFile", site_bank, text)
        answers = json.loads(text)["answers"]
        assert {each["code"] for each in found["problems"]} <= {"recheck", "moved", "kept-aside"}, path.name
        kept = found["response"]["answers"] | found["response"].get("orphans", {})
        assert {id_: answer | {"rev": 1} for id_, answer in kept.items()} == {
            id_: answer | {"rev": 1} for id_, answer in answers.items()
        }, path.name
        unlike = ("answers", "orphans", "snapshots")
        assert {key: value for key, value in found["response"].items() if key not in unlike} == {
            key: value for key, value in json.loads(text).items() if key not in unlike
        }, path.name


def test_a_file_of_every_released_version_follows_what_became_of_its_questions(root: Path, site_bank: Json) -> None:
    moved, changed, gone, *rest = site_bank["practices"]
    later = site_bank | {
        "bankVersion": "9.9.9",
        "retired": site_bank["retired"] | {moved["id"]: "moved-here", gone["id"]: None},
        "practices": [moved | {"id": "moved-here"}, changed | {"rev": changed["rev"] + 1}, *rest[::-1]],
        "forms": {"full": [], "quick": []},
    }
    for path in released(root):
        given_ = json.loads(path.read_text(encoding="utf-8"))
        found = call("response/import-file", "readFile", later, json.dumps(given_))
        answers, orphans = found["response"]["answers"], found["response"]["orphans"]
        ids = {"moved-here": moved["id"]} | {id_: id_ for id_ in given_["answers"]}
        mapped = {ids[id_]: answer["value"] for id_, answer in (answers | orphans).items()}
        assert mapped == {id_: answer["value"] for id_, answer in given_["answers"].items()}
        assert (list(orphans), "moved-here" in answers) == ([gone["id"]], True)
        told = {each["code"]: each.get("ids", []) for each in found["problems"]}
        assert changed["id"] in told["recheck"]
        assert {"moved", "kept-aside"} <= set(told)


@pytest.fixture(scope="module")
def site_bank(root: Path) -> Json:
    """The real bank, as the site publishes it."""
    return dict(json.loads(bank_json(own_bank())))
