"""response/read: files that are a response, in part or not at all; and that what is written reads back the same."""

import json
from typing import Any

import pytest
from golden import cases, differences
from hostile import NO_TEXT
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import JavaScriptError, call, words
from small_bank import Json, expand_bank, expand_response
from small_responses import BANK, NOW, codes, file_with, read
from strategies import answered

SETTINGS = settings(max_examples=40, deadline=None)


@cases("responses")
def test_files_are_read_as_the_case_says(case: Json) -> None:
    bank = expand_bank(case["bank"])
    snapshots = [
        expand_response(bank, each["answers"], **{key: each[key] for key in each if key != "answers"})
        for each in case.get("snapshots", [])
    ]
    response = expand_response(bank, case["answers"], **({"snapshots": snapshots} | case.get("fields", {})))
    found = read(bank, json.dumps(response))
    assert differences(case["expect"], found) == []
    for table in {"answers", "orphans"} & case["expect"].get("response", {}).keys():
        assert case["expect"]["response"][table] == found["response"][table]
    if case.get("expect_same"):
        assert response == found["response"]


BIG = 512 * 1024
HOSTILE: dict[str, tuple[Any, str]] = {
    **{name: (value, "no-text") for name, value in NO_TEXT.items()},
    "an object already parsed": (expand_response(BANK, {}), "no-text"),
    "a list of texts": ([file_with()], "no-text"),
    "plain words": ("hello", "not-json"),
    "a web page": ("<!doctype html><script>alert(1)</script>", "not-json"),
    "a cut file": (file_with()[:-5], "not-json"),
    "two files in one": (file_with() * 2, "not-json"),
    "single quotes": (file_with().replace('"', "'"), "not-json"),
    "a null character": ("\x00", "not-json"),
    "half a character": ("\ud800", "not-json"),
    "a million brackets": ({"$repeat": ["[", 1_000_000]}, "too-big"),
    "brackets within the limit": ({"$repeat": ["[", BIG]}, "not-json"),
    "balanced brackets within the limit": ("[" * 200_000 + "]" * 200_000, "other-format"),
    "50 MB": ({"$repeat": ["0123456789", 5_000_000]}, "too-big"),
    "few characters of many bytes": ({"$repeat": ["\u20ac", BIG // 2]}, "too-big"),
    "JSON null": ("null", "other-format"),
    "a JSON number": ("42", "other-format"),
    "a JSON text": ('"response"', "other-format"),
    "a JSON list": ("[]", "other-format"),
    "an empty object": ("{}", "other-format"),
    "another tool's answers": ('{"version": "3.0", "questions": [{"answer": 4}]}', "other-format"),
    "the bank": (json.dumps(BANK), "other-format"),
    "a format that is a list": (file_with(format=["push-to-pull/response"]), "other-format"),
    "a format in the prototype": ('{"__proto__": ' + file_with() + "}", "other-format"),
    "no version": (file_with(version=None), "bad-version"),
    "a version in words": (file_with(version="1"), "bad-version"),
    "version nought": (file_with(version=0), "bad-version"),
    "a version and a half": (file_with(version=1.5), "bad-version"),
    "a newer version": (file_with(version=2), "newer-version"),
    "a version beyond counting": (file_with(version=1e300), "newer-version"),
    "another bank": (file_with(bank={"id": "other", "version": "1.0.0"}), "other-bank"),
    "a bank by name alone": (file_with(bank="small"), "other-bank"),
    "no bank": (file_with(bank=None), "other-bank"),
    "a bank in a list": (file_with(bank=["small"]), "other-bank"),
}


@pytest.mark.parametrize(("text", "code"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_not_a_response_to_this_bank_is_refused_with_one_reason(text: Any, code: str) -> None:
    found = read(BANK, text)
    assert (found["response"], codes(found)) == (None, [code])
    assert call("response/messages", "messageOf", found["problems"][0], words("problems")).endswith(".")


PARTLY: dict[str, tuple[str, list[str]]] = {
    "answers in a list": (file_with(answers=[1, 2]), ["bad-value"]),
    "answers as text": (file_with(answers="routine"), ["bad-value"]),
    "no answers": (file_with(answers=None), []),
    "answers of every wrong type": (
        file_with(answers={"routine": None, "chart": [3], "workload": True}),
        ["bad-answer"],
    ),
    "values of every wrong type": (
        file_with(answers={"routine": {"value": None}, "chart": {"value": {}}, "workload": {"value": True}}),
        ["bad-answer"],
    ),
    "a value out of range": (file_with(answers={"routine": {"value": 5}, "chart": {"value": -1}}), ["bad-answer"]),
    "a value beyond counting": (file_with().replace('"value": 2', '"value": 1e999'), ["bad-answer"]),
    "prototype keys among the answers": (
        file_with(answers={}).replace(
            '"answers": {}',
            '"answers": {"__proto__": {"value": 4}, "constructor": {"value": 4}, "toString": {"value": 4}}',
        ),
        ["unknown-field"],
    ),
    "prototype keys within an answer": (
        file_with().replace('{"value": 2}', '{"__proto__": {"value": 4, "basis": "seen"}, "value": 2}'),
        ["unknown-field"],
    ),
    "a value in the prototype": (file_with().replace('{"value": 2}', '{"__proto__": {"value": 2}}'), ["bad-answer"]),
    "prototype keys at the top": ("{" + '"__proto__": {"polluted": 1}, ' + file_with()[1:], ["unknown-field"]),
    "prototype keys among targets and orphans": (
        file_with(targets={"__proto__": 3, "listening": 4}, orphans={"__proto__": {"value": 1}}),
        ["unknown-field"],
    ),
    "HTML in an id": (file_with(answers={"<img src=x onerror=alert(1)>": {"value": 1}}), ["unknown-field"]),
    "an endless id": (file_with(answers={"a" * 5000: {"value": 1}}), ["unknown-field"]),
    "odd targets": (file_with(targets={"listening": "4", "sharing": 1.5}), ["bad-value"]),
    "targets in a list": (file_with(targets=[3]), ["bad-value"]),
    "snapshots that are none": (file_with(snapshots={"0": {}}), ["bad-value"]),
    "snapshots of every wrong type": (file_with(snapshots=[None, 1, "x", [], {}]), ["snapshot-refused"]),
    "a form of the prototype": (file_with(form="constructor"), ["bad-value"]),
    "dates that never were": (file_with(created="2026-13-45T99:99:99Z", updated=0), ["bad-value"]),
    "fields of another tool": (file_with(score=4, secret={"a": 1}), ["unknown-field"]),
    "fields of the bank entry": (
        file_with(bank={"id": "small", "version": 1, "url": "x"}),
        ["bad-value", "unknown-field"],
    ),
    "a byte order mark": ("\ufeff" + file_with(), []),
}


@pytest.mark.parametrize(("text", "expected"), PARTLY.values(), ids=PARTLY.keys())
def test_what_is_odd_in_part_is_read_in_part_and_reported(text: str, expected: list[str]) -> None:
    found = read(BANK, text)
    assert found["response"]["format"] == "push-to-pull/response"
    assert codes(found) == expected
    assert set(found["response"]["answers"]) <= {"routine", "chart", "workload"}
    for answer in found["response"]["answers"].values():
        assert answer == {"value": 2}


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["__proto__", "value", "basis", "note", "routine", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.text() | JSON_VALUES.map(json.dumps))
@SETTINGS
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    found = read(BANK, text)
    assert (found["response"] is None) == (len(found["problems"]) == 1)
    assert found["response"] is None


@given(st.dictionaries(st.sampled_from([*expand_response(BANK, {}), "orphans", "__proto__", "x"]), JSON_VALUES))
@SETTINGS
def test_any_fields_in_a_response_leave_one_that_reads_back_the_same(fields: Json) -> None:
    found = read(BANK, file_with(**{key: value for key, value in fields.items() if key not in ("format", "version")}))
    if found["response"] is None:
        assert codes(found) == ["other-bank"]
        return
    again = read(BANK, call("response/edit", "serialise", BANK, found["response"]))
    assert again["response"] == found["response"]
    assert set(codes(again)) <= {"recheck"}


@given(answered())
@SETTINGS
def test_a_response_survives_being_written_and_read(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    assert read(bank, call("response/edit", "serialise", bank, response)) == {"response": response, "problems": []}


@given(answered())
@SETTINGS
def test_the_text_of_a_response_does_not_depend_on_the_order_of_its_answers(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    answers = dict(reversed(response["answers"].items()))
    other = {key: response[key] for key in reversed(response)} | {"answers": answers}
    text = call("response/edit", "serialise", bank, other)
    assert text == call("response/edit", "serialise", bank, response)
    ids = [practice["id"] for practice in bank["practices"]]
    assert list(json.loads(text)["answers"]) == [id_ for id_ in ids if id_ in answers]


def test_texts_are_cut_to_their_limits_and_cleaned() -> None:
    note = "é" * 1999 + "\U0001f600" + "tail"
    answers = {"routine": {"value": 1, "note": note}, "chart": {"value": "na", "reason": "a\x00b\n\tc\x1b"}}
    found = read(BANK, file_with(label="x" * 121, role="y" * 60, people="z" * 41, answers=answers))
    response = found["response"]
    assert response["answers"]["routine"]["note"] == "é" * 1999
    assert response["answers"]["chart"]["reason"] == "ab\n\tc"
    assert [len(response[key]) for key in ("label", "role", "people")] == [120, 60, 40]
    assert [(problem["code"], problem["count"]) for problem in found["problems"]] == [("shortened", 4)]


def test_html_in_a_note_stays_the_text_it_is() -> None:
    note = '<img src=x onerror="alert(1)">'
    found = read(BANK, file_with(answers={"routine": {"value": 1, "note": note}}))
    assert found["response"]["answers"]["routine"]["note"] == note


def test_of_more_than_fifty_snapshots_the_newest_stay() -> None:
    snapshots = [expand_response(BANK, {"routine": n % 5}, label=str(n), taken=NOW) for n in range(53)]
    found = read(BANK, file_with(snapshots=snapshots))
    assert [each["label"] for each in found["response"]["snapshots"]] == [str(n) for n in range(3, 53)]
    assert [(problem["code"], problem["count"]) for problem in found["problems"]] == [("snapshot-surplus", 3)]


def test_reports_stay_short_however_much_is_wrong() -> None:
    found = read(BANK, file_with(answers={f"a{n}": {"value": 9} for n in range(9000)}))
    (problem,) = found["problems"]
    assert (problem["code"], problem["count"], len(problem["ids"])) == ("bad-answer", 9000, 50)


def test_older_formats_are_upgraded_one_step_at_a_time() -> None:
    raw = {"version": 1, "answers": {}}
    assert call("response/read", "upgrade", raw) == raw
    assert call("response/read", "upgrade", raw, {"$js": "steps"}, 3) == raw | {"version": 3, "marks": ["one", "two"]}


def test_a_format_from_which_no_step_leads_on_is_not_guessed_at() -> None:
    assert call("response/read", "upgrade", {"version": 1}, {}, 2) is None


def test_the_bridge_reports_what_a_module_throws() -> None:
    with pytest.raises(JavaScriptError, match="nowhere"):
        call("response/edit", "nowhere")
