"""recommend.mjs, plan.mjs and insights.mjs: golden cases worked out by hand, and properties of any advice."""

from itertools import pairwise
from typing import Any

import pytest
from golden import cases, differences
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json, expand_bank, expand_response
from strategies import answered

CLOSE = 1e-9
SETTINGS = settings(max_examples=60, deadline=None)
ADVISED = answered(plays=True)


def recommend(bank: Json, response: Any, options: Any = None) -> Json:
    advice: Json = call("scoring/recommend", "recommend", bank, response, options)
    return advice


def overall(bank: Json, response: Any) -> Json:
    found: Json = call("scoring/score", "scoreResponse", bank, response)["overall"]
    return found


def moved(response: Json, step: Json) -> Json:
    levels = {step["practice"]: step["to"]} | {also["practice"]: also["to"] for also in step["alsoLifts"]}
    return response | {"answers": response["answers"] | {id_: {"value": level} for id_, level in levels.items()}}


def some_plays(data: st.DataObject, bank: Json) -> list[str]:
    ids = [play["id"] for play in bank["plays"]]
    return data.draw(st.lists(st.sampled_from(ids), max_size=4, unique=True)) if ids else []


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
def test_the_plan_keeps_its_caps_and_plays_lift_known_practices_below_target(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    advice = recommend(bank, response)
    dimension = {practice["id"]: practice["dimension"] for practice in bank["practices"]}
    first = [dimension[step["practice"]] for step in advice["plays"][:5]]
    assert all(first.count(each) <= 2 for each in first)
    assert len(advice["plays"]) <= (20 if response["form"] == "full" else 3)
    for step in advice["plays"]:
        assert isinstance(response["answers"][step["practice"]]["value"], int)
        assert step["from"] < advice["targets"][dimension[step["practice"]]]
        assert step["from"] < step["to"]


@given(ADVISED)
@SETTINGS
def test_a_plan_of_five_serves_an_axis_that_lags(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    axes = call("scoring/score", "summarise", bank, response)["axes"]
    points = [(each["point"], id_) for id_, each in axes.items() if each["point"] is not None]
    if len(points) < 2 or max(points)[0] - min(points)[0] < 0.8:
        return
    on_weak = {each["id"] for each in bank["dimensions"] if each["axis"] == min(points)[1]}
    practices = {each["id"] for each in bank["practices"] if each["dimension"] in on_weak}
    advice = recommend(bank, response, {"most": 50})
    places = [step["practice"] in practices for step in advice["plays"]]
    assert any(places[:5]) or not any(places)


@given(ADVISED, st.integers(0, 40), st.integers(0, 40))
@SETTINGS
def test_more_capacity_never_delays_a_play(pair: tuple[Json, Json], days: int, more: int) -> None:
    bank, response = pair
    order = ["now", "next", "later"]
    slow = recommend(bank, response, {"daysPerMonth": days})["plays"]
    fast = recommend(bank, response, {"daysPerMonth": days + more})["plays"]
    assert [step["play"] for step in slow] == [step["play"] for step in fast]
    for before, after in zip(slow, fast, strict=True):
        assert order.index(after["wave"]) <= order.index(before["wave"])
    assert [order.index(step["wave"]) for step in slow] == sorted(order.index(step["wave"]) for step in slow)


@given(ADVISED, st.data())
@SETTINGS
def test_pinned_plays_come_first_and_never_lower_a_projected_score(
    pair: tuple[Json, Json], data: st.DataObject
) -> None:
    bank, response = pair
    pinned = some_plays(data, bank)
    advice = recommend(bank, response, {"pinned": pinned})
    ids = [step["play"] for step in advice["plays"]]
    held = [id_ for id_ in pinned if id_ in ids]
    assert ids[: len(held)] == held
    assert all(step["gain"] >= 0 for step in advice["plays"])
    projected = [overall(bank, response), *(wave["profile"]["overall"] for wave in advice["waves"])]
    for before, after in pairwise(projected):
        for key in ("point", "low", "high"):
            assert before[key] is None or before[key] <= after[key]


@given(ADVISED, st.data())
@SETTINGS
def test_a_pinned_play_that_can_lift_something_is_in_the_plan(pair: tuple[Json, Json], data: st.DataObject) -> None:
    bank, response = pair
    pinned = some_plays(data, bank)[:1]
    asked = bank["forms"][response["form"]]
    for play in [each for each in bank["plays"] if each["id"] in pinned]:
        level = response["answers"].get(play["practice"], {"value": "-"})["value"]
        lifts = play["practice"] in asked and isinstance(level, int) and level < play["liftsTo"]
        plan = recommend(bank, response, {"pinned": pinned})["plays"]
        if lifts:
            assert plan[0]["play"] == play["id"]


@given(ADVISED, st.data())
@SETTINGS
def test_dropped_and_done_plays_are_never_proposed(pair: tuple[Json, Json], data: st.DataObject) -> None:
    bank, response = pair
    dropped, done = some_plays(data, bank), some_plays(data, bank)
    plan = recommend(bank, response, {"dropped": dropped, "done": done, "pinned": dropped + done})["plays"]
    assert not {step["play"] for step in plan} & {*dropped, *done}


@given(ADVISED)
@SETTINGS
def test_the_last_wave_shows_what_all_plays_lead_to(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    advice = recommend(bank, response)
    after = call("scoring/steps", "withPlays", bank, response, [step["play"] for step in advice["plays"]])
    assert advice["waves"][-1]["profile"] == call("scoring/score", "scoreResponse", bank, after)
    assert [play for wave in advice["waves"] for play in wave["plays"]] == [step["play"] for step in advice["plays"]]


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


def test_a_done_play_has_no_more_effect_once_the_answer_is_as_high() -> None:
    bank = expand_bank({"dimensions": {"d": ["a", "b"]}, "plays": ["a-2: a -> 2 S + b"]})
    raised = expand_response(bank, "2, 1")
    assert call("scoring/steps", "withPlays", bank, raised, ["a-2"]) == raised


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
