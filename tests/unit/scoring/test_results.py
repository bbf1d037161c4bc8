"""What the result page says of whole responses to the real bank: golden profiles and plans, and what plans promise."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from banks import own_bank
from golden import cases, differences
from node_bridge import call
from small_bank import Json, expand_answer, expand_response

from pushpull.pages.bank_json import bank_json

ASSESSMENT = Path(__file__).resolve().parents[3] / "assessment"
SAMPLES = sorted(path.stem for path in (ASSESSMENT / "samples").glob("*.json"))
ORDER = ["now", "next", "later"]
CLOSE = 1e-9


@cache
def bank() -> Json:
    return dict(json.loads(bank_json(own_bank())))


def sample(name: str) -> Json:
    text = (ASSESSMENT / "samples" / f"{name}.json").read_text(encoding="utf-8")
    read = call("response/read", "readResponse", bank(), text)
    assert read["problems"] == []
    return dict(read["response"])


def response_of(case: Json) -> Json:
    ids = [practice["id"] for practice in bank()["practices"]]
    given = dict.fromkeys(ids, case["every"]) if "every" in case else case.get("answers", {})
    response = sample(case["sample"]) if "sample" in case else expand_response(bank(), given)
    changed = {id_: expand_answer(answer) for id_, answer in case.get("but", {}).items()}
    return response | {"answers": response["answers"] | changed}


def score(response: Json) -> Json:
    return dict(call("scoring/score", "scoreResponse", bank(), response))


def recommend(response: Json, **options: object) -> Json:
    return dict(call("scoring/recommend", "recommend", bank(), response, options))


def names(advice: Json) -> list[str]:
    return [step["play"] for step in advice["plays"]]


def end(advice: Json) -> Json:
    return dict(advice["waves"][-1]["profile"]["overall"])


@cases("results")
def test_profile_and_plan_are_as_worked_out_by_hand(case: Json) -> None:
    response, expected = response_of(case), case["expect"]
    advice = recommend(response)
    shown = {key: advice[key][: len(expected.get(key, []))] for key in ("plays", "findOut", "keepDoing")}
    found = {"profile": score(response), **advice, **shown, "count": len(advice["plays"])}
    assert differences(expected, found) == []


def test_the_four_contrasting_organisations_fall_into_the_four_quadrants() -> None:
    profiles = [score(sample(name)) for name in SAMPLES]
    places = [profile["quadrants"] for profile in profiles if profile["form"] == "full"]
    assert sorted(places) == sorted([quadrant["id"]] for quadrant in bank()["quadrants"])


@pytest.mark.parametrize("name", SAMPLES)
def test_pinning_any_play_never_lowers_a_projected_score(name: str) -> None:
    response = sample(name)
    most = {"most": len(bank()["plays"])} if response["form"] == "full" else {}
    plain = end(recommend(response, **most))
    for play in bank()["plays"]:
        waves = recommend(response, pinned=[play["id"]], **most)["waves"]
        # A plan of three has no room for a worse play beside the best ones; a plan without a limit has.
        if response["form"] == "full":
            assert plain["point"] <= waves[-1]["profile"]["overall"]["point"] + CLOSE, play["id"]
        projected = [score(response)["overall"], *(wave["profile"]["overall"] for wave in waves)]
        for before, after in pairwise(projected):
            for key in ("point", "low", "high"):
                assert before[key] is None or before[key] <= after[key] + CLOSE, play["id"]


@pytest.mark.parametrize("name", SAMPLES)
def test_pinning_a_play_of_the_plan_moves_it_to_the_front_and_loses_none_of_its_gain(name: str) -> None:
    response = sample(name)
    for play in names(recommend(response)):
        advice = recommend(response, pinned=[play])
        assert names(advice)[0] == play
        first = call("scoring/steps", "withPlays", bank(), response, [play])
        assert score(first)["overall"]["low"] <= end(advice)["low"]


@pytest.mark.parametrize("name", SAMPLES)
def test_more_days_a_month_never_delay_a_play(name: str) -> None:
    response = sample(name)
    plans = [recommend(response, daysPerMonth=days)["plays"] for days in (1, 5, 6, 10, 20, 33, 60, 100, 1000)]
    for slow, fast in pairwise(plans):
        assert [step["play"] for step in slow] == [step["play"] for step in fast]
        assert all(
            ORDER.index(after["wave"]) <= ORDER.index(before["wave"]) for before, after in zip(slow, fast, strict=True)
        )


@pytest.mark.parametrize("name", SAMPLES)
def test_equal_answers_get_an_equal_plan_in_whatever_order_they_were_given(name: str) -> None:
    response = sample(name)
    turned = response | {"answers": dict(reversed(response["answers"].items())), "label": "another", "role": "other"}
    assert recommend(turned) == recommend(response)


@pytest.mark.parametrize("name", SAMPLES)
def test_swapping_takes_out_a_play_and_leaving_out_takes_all_of_its_practice(name: str) -> None:
    response = sample(name)
    before = recommend(response)
    brought: set[str] = set()
    for step in before["plays"]:
        own = [play["id"] for play in bank()["plays"] if play["practice"] == step["practice"]]
        left = recommend(response, dropped=own)["plays"]
        assert step["practice"] not in [each["practice"] for each in left]
        swapped = names(recommend(response, dropped=[step["play"]]))
        assert step["play"] not in swapped
        brought |= {play for play in own if play in swapped and play not in names(before)}
    assert brought
