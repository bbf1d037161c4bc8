"""The plan: its caps and waves, and plays pinned, dropped or done."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from scoring_calls import overall, recommend
from small_bank import Json, expand_bank, expand_response
from strategies import answered

SETTINGS = settings(max_examples=30, deadline=None)
ADVISED = answered(plays=True)


def some_plays(data: st.DataObject, bank: Json) -> list[str]:
    ids = [play["id"] for play in bank["plays"]]
    return data.draw(st.lists(st.sampled_from(ids), max_size=4, unique=True)) if ids else []


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


def test_a_done_play_has_no_more_effect_once_the_answer_is_as_high() -> None:
    bank = expand_bank({"dimensions": {"d": ["a", "b"]}, "plays": ["a-2: a -> 2 S + b"]})
    raised = expand_response(bank, "2, 1")
    assert call("scoring/steps", "withPlays", bank, raised, ["a-2"]) == raised
