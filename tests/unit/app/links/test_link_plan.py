"""What was chosen for the plan, in a link: pins, plays left out or done, targets, days; forged ones too."""

import json
from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from hypothesis import given, settings
from hypothesis import strategies as st
from link_codes import decode, encode
from node_bridge import call, words
from small_bank import Json, expand_bank, expand_response
from strategies import banks, responses

from pushpull.pages.bank_json import bank_json

SETTINGS = settings(max_examples=40, deadline=None)
LONGEST = 80  # characters of the code of a full form without notes
MARKS = ("pinned", "dropped", "done")
PLAYS = ["a-up: a -> 2 S", "a-top: a -> 4 M", "b-up: b -> 1 S", "c-up: c -> 3 L"]
SMALL = expand_bank({"dimensions": {"d": ["a", "b"], "e": ["c"]}, "plays": PLAYS})


def chosen(response: Json) -> Json:
    """What the response chose for its plan."""
    return {key: response[key] for key in ("targets", "plan") if key in response}


def forged(bank: Json, **plan: Any) -> str:
    """A code with a right checksum, around a plan that no page here can make."""
    packed = {"days": 0, "targets": [], "groups": [[], [], []], "ids": [[], [], []]} | plan
    places = [{"number": 1, "value": 3, "rev": 1}]
    parts = {"form": "full", "bankVersion": bank["bankVersion"], "levels": len(bank["levels"]), "places": places}
    code: str = call("links/bits", "seal", bank["id"], call("links/payload", "pack", parts | {"plan": packed}))
    return code


@pytest.fixture(scope="module")
def bank(root: Path) -> Json:
    """The bank of this site."""
    return dict(json.loads(bank_json(own_bank())))


@st.composite
def planned(draw: st.DrawFn) -> tuple[Json, Json]:
    """A bank, and a response with choices for its plan; plays of one practice may lift to the same level."""
    bank = draw(banks(plays=True))
    ids = draw(st.permutations([play["id"] for play in bank["plays"]]))
    cuts = sorted(draw(st.lists(st.integers(0, len(ids)), min_size=3, max_size=3)))
    lists = dict(zip(MARKS, (ids[: cuts[0]], ids[cuts[0] : cuts[1]], ids[cuts[1] : cuts[2]]), strict=True))
    plan: Json = {name: marked for name, marked in lists.items() if marked}
    days = draw(st.none() | st.integers(1, 1000))
    plan |= {} if days is None else {"daysPerMonth": days}
    level = st.integers(0, len(bank["levels"]) - 1)
    names = st.sampled_from([each["id"] for each in bank["dimensions"]])
    targets = draw(st.dictionaries(names, level))
    return bank, draw(responses(bank)) | {"targets": targets} | ({"plan": plan} if plan else {})


@given(planned())
@SETTINGS
def test_every_choice_for_the_plan_comes_back(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    found = decode(bank, encode(bank, response))
    assert (chosen(found["response"]), found["problems"]) == (chosen(response), [])


@given(planned())
@SETTINGS
def test_who_gets_the_link_sees_the_plays_in_the_senders_order(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    found = decode(bank, encode(bank, response))["response"]
    ours, theirs = (
        call("scoring/recommend", "recommend", bank, each, each.get("plan", {}))["plays"] for each in (response, found)
    )
    assert ours == theirs


@given(planned())
@SETTINGS
def test_a_code_without_choices_is_that_of_a_response_without_them(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    bare = {key: value for key, value in response.items() if key != "plan"} | {"targets": {}}
    assert decode(bank, encode(bank, bare))["response"] == bare | {"created": None, "updated": None}


def many_choices(bank: Json) -> Json:
    """More than anybody is likely to choose: a target for each dimension, four pins, four done, five practices left."""
    plays = bank["plays"]
    left = [practice["id"] for practice in bank["practices"][::9]]
    dropped = [play["id"] for play in plays if play["practice"] in left]
    others = [play["id"] for play in plays if play["practice"] not in left]
    targets = {each["id"]: 3 for each in bank["dimensions"] if each["axis"]}
    plan = {"daysPerMonth": 40, "pinned": others[:16:4], "done": others[20:36:4], "dropped": dropped}
    return {"targets": targets, "plan": plan}


def test_a_full_form_with_its_plan_stays_under_eighty_characters(bank: Json) -> None:
    answers = {practice["id"]: {"value": 3, "rev": practice["rev"]} for practice in bank["practices"]}
    code = encode(bank, expand_response(bank, answers, **many_choices(bank)))
    assert len(code) < LONGEST
    assert chosen(decode(bank, code)["response"]) == many_choices(bank)


def test_choices_stay_with_their_plays_whatever_becomes_of_the_order_of_the_bank(bank: Json) -> None:
    code = encode(bank, expand_response(bank, {}, **many_choices(bank)))
    turned = bank | {key: bank[key][::-1] for key in ("plays", "practices", "dimensions")}
    assert chosen(decode(turned, code)["response"]) == many_choices(bank)


def test_choices_about_plays_and_dimensions_that_are_gone_are_left_out_with_a_word() -> None:
    plan = {"pinned": ["b-up", "a-up"], "done": ["c-up"]}
    code = encode(SMALL, expand_response(SMALL, {"a": 1}, targets={"d": 3, "e": 2}, plan=plan))
    later = SMALL | {
        "bankVersion": "2.0.0",
        "practices": [practice | {"number": n + 1} for n, practice in enumerate(SMALL["practices"][:2])],
        "dimensions": SMALL["dimensions"][:1],
        "plays": SMALL["plays"][:2],
    }
    found = decode(later, code)
    assert chosen(found["response"]) == {"targets": {"d": 3}, "plan": {"pinned": ["a-up"]}}
    assert [(each["code"], each.get("count")) for each in found["problems"]] == [
        ("other-bank-version", None),
        ("unknown-choice", 3),
    ]


FORGED: dict[str, tuple[Json, list[str], Json]] = {
    "more days than a month can have": ({"days": 5000}, ["bad-value"], {}),
    "a target above the top": ({"targets": [{"number": 1, "level": 7}]}, ["bad-value"], {}),
    "a target of no dimension": ({"targets": [{"number": 9, "level": 1}]}, ["unknown-choice"], {}),
    "a play of no practice": ({"groups": [[{"number": 9, "levels": [1]}], [], []]}, ["unknown-choice"], {}),
    "a level without a play": ({"groups": [[{"number": 1, "levels": [3]}], [], []]}, ["unknown-choice"], {}),
    "a play pinned and done": (
        {"groups": [[{"number": 1, "levels": [2]}], [], [{"number": 1, "levels": [2]}]]},
        ["bad-value"],
        {"pinned": ["a-up"]},
    ),
    "names that are none": (
        {"groups": None, "ids": [["__proto__", "constructor"], ["<img src=x onerror=alert(1)>"], ["a-up"]]},
        ["unknown-choice"],
        {"done": ["a-up"]},
    ),
}


@pytest.mark.parametrize(("plan", "told", "expected"), FORGED.values(), ids=FORGED.keys())
def test_nothing_of_a_forged_plan_is_taken_but_what_a_page_could_have_made(
    plan: Json, told: list[str], expected: Json
) -> None:
    found = decode(SMALL, forged(SMALL, **plan))
    assert found["response"]["answers"] == {"a": {"value": 3}}
    assert {key: value for key, value in found["response"].get("plan", {}).items() if value} == expected
    assert found["response"]["targets"] == {}
    assert [each["code"] for each in found["problems"]] == told
    for problem in found["problems"]:
        assert "left out" in call("response/messages", "messageOf", problem, words("problems"))


@given(st.text(alphabet="0123456789ABCDEFabcdef-_", max_size=30))
@SETTINGS
def test_random_bits_behind_a_right_code_are_read_or_refused(rest: str) -> None:
    code = call("links/bits", "seal", "small", encode(SMALL, expand_response(SMALL, {"a": 3}))[:-6] + rest)
    found = decode(SMALL, code)
    assert found["response"] is not None or found["problems"][0]["code"] in {"damaged", "other-levels"}
