"""What the site writes it can read: texts in the browser, files, reports, links, at and around every limit."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from node_bridge import call, words
from small_bank import Json, expand_bank
from strategies import banks, values

from pushpull.words import site_words

SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=12, deadline=None)
LIMIT = 512 * 1024
SEEN: list[Any] = [["somepage", 3]]
TIMES = st.integers(-60_000_000_000, 8_640_000_000_000) | st.none()  # seconds, as far as clocks go
CHARACTERS = st.characters(exclude_categories=["Cs"])
LARGE = expand_bank({"dimensions": {"d": [f"p{number}" for number in range(300)]}})


def texts(most: int) -> st.SearchStrategy[str]:
    """Texts as people type and paste them: short ones, and those that reach or pass the limit."""
    return st.text(CHARACTERS, max_size=30) | st.builds(
        lambda character, size: character * size,
        st.sampled_from(["x", "€", "\N{PILE OF POO}", '"', "\\", "\n", "\u2028", "\x01", "<"]),
        st.integers(most // 2 - 2, most + 2),
    )


@st.composite
def given_answers(draw: st.DrawFn, bank: Json) -> Json:
    found = {}
    for practice in bank["practices"]:
        value = draw(values(bank))
        if value == "-":
            continue
        answer: Json = {"value": value}
        if draw(st.booleans()):
            answer |= {"basis": draw(st.sampled_from(["seen", "told", "assumed"])), "note": draw(texts(2000))}
        if draw(st.integers(0, 5)) == 0:
            answer |= {"reason": draw(texts(500)), "rev": draw(st.integers(1, 3))}
        found[practice["id"]] = answer
    return found


@st.composite
def made(draw: st.DrawFn) -> tuple[Json, Json]:
    """A bank and a response to it, made with the functions that the pages make one with."""
    bank = draw(banks(plays=True))
    response: Json = call("response/edit", "newResponse", bank, draw(st.sampled_from(["quick", "full"])))
    for practice, answer in draw(given_answers(bank)).items():
        response = call("response/edit", "setAnswer", response, practice, answer)
    for field, most in (("label", 120), ("role", 60), ("people", 40)):
        if text := call("response/edit", "clean", draw(texts(most)), most):
            response[field] = text
    plays = [play["id"] for play in bank["plays"]]
    if draw(st.booleans()):
        response["plan"] = {"daysPerMonth": draw(st.integers(1, 1000)), "pinned": plays[::2], "done": plays[1::2]}
        response["targets"] = {each["id"]: draw(st.integers(0, 2)) for each in bank["dimensions"]}
        response["commitments"] = [{"play": play, "owner": "Ann", "date": "2026-12-07"} for play in plays[:1]]
        response["orphans"] = {"gone-by-now": {"value": 1, "note": "kept"}}
    for field in ("created", "updated"):
        time = draw(TIMES)
        response[field] = None if time is None else call("response/edit", "stamp", time * 1000)
    for _ in range(draw(st.integers(0, 3))):
        response = call("response/snapshots", "takeSnapshot", response)
    return bank, response


def readable(bank: Json, response: Json) -> bool:
    return not call("response/edit", "isTooLarge", call("response/edit", "compact", bank, response))


def read(bank: Json, text: str, module: str = "response/read", name: str = "readResponse") -> Json:
    """The response in a text of which nothing was left out."""
    found = call(module, name, bank, text)
    assert {problem["code"] for problem in found["problems"]} <= {"recheck"}
    response: Json = found["response"]
    return response


@given(made())
@SETTINGS
def test_what_is_stored_saved_or_reported_reads_back_the_same(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    assume(readable(bank, response))
    stored = call("storage/stored-text", "unpack", call("response/edit", "compact", bank, response)[:-1] + PACKED)
    assert response == read(bank, stored["text"])
    assert response == read(bank, call("response/edit", "serialise", bank, response))
    held = {"response": response, "before": response}
    found = call("response/saved-format", "unwrap", bank, call("response/saved-format", "wrap", bank, held))
    assert held == {key: found[key] for key in held}
    profile = call("scoring/score", "scoreResponse", bank, response)
    advice = call("scoring/recommend", "recommend", bank, response, {})
    report = call("exports/json", "toJson", bank, response, profile, advice)
    assert response == read(bank, report, "response/import-file", "readFile")


PACKED = f',"seen":{json.dumps(SEEN)}}}'


@given(made())
@SETTINGS
def test_a_link_gives_back_every_answer_and_with_notes_all_that_was_written(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    plain = call("links/link", "decode", bank, call("links/link", "encode", bank, response))["response"]
    bare = {id_: {"value": each["value"]} for id_, each in response["answers"].items()}
    assert bare == {id_: {"value": each["value"]} for id_, each in plain["answers"].items()}
    code = call("links/link", "encodeWithNotes", bank, response)
    assume(code is not None)
    noted = call("links/link", "decodeWithNotes", bank, code)["response"]
    assert without_rev(response) == without_rev(noted)
    assert [response[key] for key in ("form", "label", "role")] == [noted[key] for key in ("form", "label", "role")]


def without_rev(response: Json) -> Json:
    return {id_: {key: each[key] for key in each if key != "rev"} for id_, each in response["answers"].items()}


def of_size(size: int, character: str, snapshots: int) -> Json:
    """A response whose compact text has so many bytes."""
    response: Json = call("response/edit", "newResponse", LARGE)
    response["snapshots"] = [response | {"answers": {}, "taken": response["created"]} for _ in range(snapshots)]
    answers, width, ids = response["answers"], len(character.encode()), iter(LARGE["forms"]["full"])
    answers[next(ids)] = {"value": 1}
    while size - length(response) > 2000 * width + 500:
        answers[next(ids)] = {"value": 1, "note": character * 2000}
    last = [answers.setdefault(next(ids), {"value": 1, "note": "x"}) for _ in range(5)]
    room = size - length(response)
    for place, answer in enumerate(last):
        answer["note"] += "x" * (room // 5 + (room % 5 if place == 0 else 0))
    assert length(response) == size
    return response


def length(response: Json) -> int:
    return len(json.dumps(response, ensure_ascii=False, separators=(",", ":")).encode())


@given(st.integers(-2, 2), st.sampled_from(["x", "€"]), st.sampled_from([0, 1, 50]))
@FEW
def test_at_the_limit_all_is_read_back_and_beyond_it_nothing_is_called_readable(
    over: int, character: str, snapshots: int
) -> None:
    response = of_size(LIMIT + over, character, snapshots)
    file = call("response/edit", "serialise", LARGE, response)
    found = call("response/read", "readResponse", LARGE, file)
    assert (found["response"] == response) is (over <= 0) is readable(LARGE, response)
    assert call("response/edit", "isTooLarge", file) is (over > 0)
    report = json.dumps({"format": "push-to-pull/report", "version": 1, "response": response, "profile": {}})
    found = call("response/import-file", "readFile", LARGE, report)
    assert (found["response"] == response) is (over <= 0)
    if over > 0:
        told = call("response/messages", "messageOf", found["problems"][0], words("problems"))
        assert "Leave out older snapshots or long notes." in told


def test_answers_too_large_to_be_opened_are_not_saved_with_worksheets_either() -> None:
    current = {"outline": LARGE, "response": of_size(LIMIT + 1, "x", 1)}
    refused = call("pages/sheets-file", "saveWithSheets", current)["refused"]
    assert "Shorten long notes" in site_words()["common"][refused]


@pytest.mark.parametrize("snapshots", [10, 50])
def test_a_file_that_would_outgrow_the_limit_once_it_is_kept_is_refused(snapshots: int) -> None:
    bare = {"format": "push-to-pull/response", "version": 1, "bank": {"id": "small"}}
    answers = {f"p{number}": {"value": 1, "note": "x" * 2000} for number in range(150)}
    text = json.dumps(bare | {"answers": answers, "snapshots": [bare] * snapshots}, separators=(",", ":"))
    fill = LIMIT - len(text) - 400
    last = json.dumps(bare | {"label": "y" * 100, "answers": {"p0": {"value": 1, "note": "z" * 2000}}})
    grown = [json.loads(last)] * (fill // (len(last) + 1))
    text = json.dumps(bare | {"answers": answers, "snapshots": [bare] * snapshots + grown}, separators=(",", ":"))
    assert len(text) <= LIMIT
    found = call("response/read", "readResponse", LARGE, text)
    if found["response"] is None:
        assert [problem["code"] for problem in found["problems"]] == ["too-large"]
    else:
        assert readable(LARGE, found["response"])
