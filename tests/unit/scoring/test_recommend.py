"""recommend.mjs and insights.mjs: golden cases worked out by hand, and properties of any advice."""

from typing import Any

import pytest
from golden import cases, differences
from hypothesis import given, settings
from scoring_calls import CLOSE, overall, recommend
from small_bank import Json, expand_bank, expand_response
from strategies import answered

SETTINGS = settings(max_examples=30, deadline=None)
ADVISED = answered(plays=True)


def moved(response: Json, step: Json) -> Json:
    levels = {step["practice"]: step["to"]} | {also["practice"]: also["to"] for also in step["alsoLifts"]}
    return response | {"answers": response["answers"] | {id_: {"value": level} for id_, level in levels.items()}}


@cases("recommend")
def test_advice_is_as_worked_out_by_hand(case: Json) -> None:
    bank = expand_bank(case["bank"])
    response = expand_response(bank, case["answers"], form=case.get("form", "full"), targets=case.get("targets", {}))
    assert differences(case["expect"], recommend(bank, response, case.get("options"))) == []


@given(ADVISED)
@SETTINGS
def test_the_gain_of_each_play_is_what_scoring_anew_gives(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    key = "low" if overall(bank, response)["point"] is None else "point"
    working = response
    for step in recommend(bank, response, {"most": 50})["plays"]:
        before = overall(bank, working)[key]
        working = moved(working, step)
        assert overall(bank, working)[key] - before == pytest.approx(step["gain"], abs=CLOSE)


@given(ADVISED)
@SETTINGS
def test_the_best_play_comes_first_where_no_cap_holds_it_back(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    free = bank | {"scoring": {"planFirst": 0}}
    plays = recommend(free, response, {"most": 50})["plays"]
    for index, step in enumerate(plays):
        rest = recommend(free, response, {"done": [earlier["play"] for earlier in plays[:index]], "most": 50})["plays"]
        assert rest[0]["priority"] == pytest.approx(step["priority"], abs=CLOSE)


@given(ADVISED)
@SETTINGS
def test_the_same_answers_always_give_the_same_advice(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    other_order = response | {"answers": dict(reversed(response["answers"].items()))}
    assert recommend(bank, other_order) == recommend(bank, response)


@given(ADVISED)
@SETTINGS
def test_find_out_names_each_unknown_practice_once(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    advice = recommend(bank, response)
    asked = bank["forms"][response["form"]]
    value = {id_: response["answers"].get(id_, {"value": "unknown"})["value"] for id_ in asked}
    assert sorted(advice["findOut"]) == sorted(id_ for id_ in asked if value[id_] == "unknown")


@given(ADVISED)
@SETTINGS
def test_keep_doing_names_three_at_most_at_their_target_that_the_plan_leaves_alone(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    advice = recommend(bank, response)
    dimension = {practice["id"]: practice["dimension"] for practice in bank["practices"]}
    moved = {move["practice"] for step in advice["plays"] for move in (step, *step["alsoLifts"])}
    kept = advice["keepDoing"]
    assert len(set(kept)) == len(kept) <= 3
    assert not moved & set(kept)
    for id_ in kept:
        assert response["answers"][id_]["value"] >= advice["targets"][dimension[id_]]


@pytest.mark.parametrize(
    ("practices", "first"),
    [([], "b-up"), (["c"], "c-up"), (["a", "c"], "c-up"), (["d"], "b-up")],
    ids=["none-named", "the-only-one", "the-best-of-those-named", "one-without-a-play"],
)
def test_the_first_play_is_of_what_the_place_on_the_map_names(practices: list[str], first: str) -> None:
    plays = ["a-up: a -> 2 L", "b-up: b -> 2 S", "c-up: c -> 2 M"]
    bank = expand_bank({"dimensions": {"e": ["a", "b", "c"], "f": ["d"]}, "plays": plays})
    for quadrant in bank["quadrants"]:
        quadrant["practices"] = practices
    advice = recommend(bank, expand_response(bank, "0, 0, 0, 0"))
    assert advice["plays"][0]["play"] == first
    for step in advice["plays"]:
        assert step["because"]["insights"] == (["low"] if step["practice"] in practices else [])
        cost = {"S": 1, "M": 2, "L": 4}[step["effort"]]
        assert step["priority"] == pytest.approx(
            step["gain"] * (1 + 0.3 * len(step["because"]["insights"])) / cost, abs=CLOSE
        )


def test_a_place_that_is_not_settled_names_no_first_play() -> None:
    bank = expand_bank({"dimensions": {"e": ["a", "b"]}, "plays": ["a-up: a -> 2 L", "b-up: b -> 2 S"]})
    for quadrant in bank["quadrants"]:
        quadrant["practices"] = ["a"]
    bank["practices"].append(bank["practices"][0] | {"id": "x"})
    advice = recommend(
        bank | {"forms": {"full": ["a", "b", "x"]}}, expand_response(bank, {"a": 1, "b": 1, "x": "unknown"})
    )
    assert len(advice["plays"]) == 2
    assert advice["plays"][0]["play"] == "b-up"


def test_own_effort_and_scoring_constants_of_the_bank_are_used() -> None:
    bank = expand_bank(
        {
            "dimensions": {"d": ["a"], "e": ["b"]},
            "plays": ["a-2: a -> 2 tiny", "b-2: b -> 2 unheard-of"],
            "effort": [{"id": "tiny", "days": 1, "cost": 0.5}, {"id": "vast", "days": 300, "cost": 8}],
            "scoring": {"targetLeast": 1, "daysPerMonth": 1},
        }
    )
    advice = recommend(bank, expand_response(bank, "1, 1"))
    assert [(step["priority"], step["days"], step["wave"]) for step in advice["plays"]] == [
        (1, 1, "now"),
        (0.0625, 300, "later"),
    ]
    assert recommend(bank, expand_response(bank, "0, 0"))["targets"] == {"d": 1, "e": 1}


def test_a_bank_without_plays_insights_or_forms_gets_empty_advice() -> None:
    bank = expand_bank({"dimensions": {"d": ["a"]}})
    bare = {key: bank[key] for key in ("id", "levels", "axes", "dimensions", "practices")}
    advice = recommend(bare, expand_response(bank, "1"))
    assert (advice["plays"], advice["insights"], advice["findOut"], advice["keepDoing"]) == ([], [], [], [])


@pytest.mark.parametrize("response", [None, 7, {}, {"answers": []}, {"answers": {"a": 3}, "targets": "x"}])
@pytest.mark.parametrize("options", [None, {}, {"$js": "undefined"}, {"targets": {"d": 99, "__proto__": 1}}])
def test_odd_responses_and_options_get_the_advice_of_an_empty_response(response: Any, options: Any) -> None:
    bank = expand_bank({"dimensions": {"d": ["a"]}, "plays": ["a-2: a -> 2 S"]})
    assert recommend(bank, response, options) == recommend(bank, expand_response(bank, {}))
