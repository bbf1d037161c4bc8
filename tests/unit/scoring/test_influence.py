"""What moves a score and what does not: shares, unsettled places on the map, outcomes and facts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from scoring_calls import CLOSE, levels_given, score, with_answer
from small_bank import Json, expand_bank, expand_response
from strategies import answered

SETTINGS = settings(max_examples=40, deadline=None)


@given(answered())
@SETTINGS
def test_a_share_is_what_one_level_of_a_practice_moves(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    shares = call("scoring/influence", "shares", bank, response)
    before = score(bank, response)["overall"]
    for id_ in levels_given(response):
        level = response["answers"][id_]["value"]
        if id_ not in shares or level == len(bank["levels"]) - 1:
            continue
        after = score(bank, with_answer(response, id_, level + 1))["overall"]
        assert after["low"] - before["low"] == pytest.approx(shares[id_]["low"], abs=CLOSE)
        if before["point"] is not None:
            assert after["point"] - before["point"] == pytest.approx(shares[id_]["point"], abs=CLOSE)


@given(answered())
@SETTINGS
def test_while_several_quadrants_are_named_some_unknown_practice_could_settle_it(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    quadrants = score(bank, response)["quadrants"]
    unsettled = call("scoring/unsettled", "unsettled", bank, response)
    if len(quadrants) > 1:
        assert unsettled != []
    assert not set(unsettled) & set(levels_given(response))


def test_unsettled_practices_are_those_of_the_open_axis_with_the_largest_share_first() -> None:
    bank = expand_bank({"axes": {"x": ["d"], "y": ["e"]}, "dimensions": {"d": ["a", "b", "c *2"], "e": ["f", "g"]}})
    response = expand_response(bank, {"a": 2, "b": "unknown", "f": 0, "g": 0})
    assert call("scoring/unsettled", "unsettled", bank, response) == ["c", "b"]


@given(answered(), st.data())
@SETTINGS
def test_an_outcome_moves_nothing_but_its_own_score(pair: tuple[Json, Json], data: st.DataObject) -> None:
    bank, response = pair
    own = [practice["id"] for practice in bank["practices"] if practice["dimension"] == "outcomes"]
    changed = response
    for id_ in own:
        changed = with_answer(changed, id_, data.draw(st.sampled_from([0, 2, "unknown", "na"])))
    before, after = score(bank, response), score(bank, changed)
    for key in ("overall", "axes", "dimensions", "evenness", "visibility", "quadrants"):
        assert before[key] == after[key]


@given(answered(), st.data())
@SETTINGS
def test_a_fact_moves_no_score(pair: tuple[Json, Json], data: st.DataObject) -> None:
    bank, response = pair
    changed = response
    for practice in bank["practices"]:
        if practice.get("scored") is False:
            changed = with_answer(changed, practice["id"], data.draw(st.sampled_from([0, 2, "unknown", "na"])))
    assert score(bank, changed) == score(bank, response)


@given(answered(form="full"))
@SETTINGS
def test_outcomes_score_as_a_dimension_of_an_axis_would(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    axis = {"axes": [{"id": "y"}], "dimensions": [each | {"axis": "y"} for each in bank["dimensions"]]}
    scored = [practice for practice in bank["practices"] if practice.get("scored") is not False]
    turned = score(bank | axis | {"practices": scored, "quadrants": []}, response)
    assert score(bank, response)["outcomes"].get("outcomes") == (
        turned["dimensions"].get("outcomes") if "outcomes" in turned["dimensions"] else None
    )
