"""score.mjs: cases worked out by hand, and properties of any response to any bank."""

import json
from typing import Any

import pytest
from banks import SMALL, own_bank
from golden import cases, differences
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from scoring_calls import CLOSE, every_score, levels_given, score, with_answer
from small_bank import Json, expand_bank, expand_response
from strategies import answered

from pushpull.bank import Bank
from pushpull.pages.bank_json import bank_json
from pushpull.rules.check import open_bank
from pushpull.schema.examples import Example

SETTINGS = settings(max_examples=40, deadline=None)


@cases("score")
def test_scores_are_as_worked_out_by_hand(case: Json) -> None:
    bank = expand_bank(case["bank"])
    response = expand_response(bank, case["answers"], form=case.get("form", "full"))
    assert differences(case["expect"], score(bank, response)) == []


EXAMPLES = [
    pytest.param(bank, example, id=example.id)
    for bank in (open_bank(SMALL), own_bank())
    for example in bank.examples.examples
]


@pytest.mark.parametrize(("bank", "example"), EXAMPLES)
def test_the_worked_examples_of_the_method_page_hold(bank: Bank, example: Example) -> None:
    dimensions = {f"d{d}": [f"d{d}p{a}" for a, _ in enumerate(one.answers)] for d, one in enumerate(example.dimensions)}
    small = expand_bank({"levels": len(bank.model.levels), "dimensions": dimensions})
    small["scoring"] = json.loads(bank_json(bank))["scoring"]
    answers = ", ".join(str(answer) for one in example.dimensions for answer in one.answers)
    profile = score(small, expand_response(small, answers))
    expected = {f"d{d}": one.expect.model_dump() for d, one in enumerate(example.dimensions)}
    assert differences(expected, profile["dimensions"]) == []
    assert example.overall is None or differences(example.overall.model_dump(), profile["overall"]) == []
    shown = {f"d{d}": one.expect.point for d, one in enumerate(example.dimensions) if one.expect.point is not None}
    levels = {id_: bank.model.level_name(point) for id_, point in shown.items()}
    assert levels == {id_: bank.model.levels[profile["dimensions"][id_]["level"]].name for id_ in shown}


@given(answered())
@SETTINGS
def test_a_point_lies_within_its_range_and_the_range_within_the_scale(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    top = len(bank["levels"]) - 1
    for each in every_score(score(bank, response)).values():
        if each["low"] is None:
            assert each["point"] is each["high"] is each["coverage"] is None
        else:
            point = each["low"] if each["point"] is None else each["point"]
            assert 0 <= each["low"] <= point <= each["high"] <= top


@given(answered())
@SETTINGS
def test_low_and_high_are_equal_when_nothing_is_unknown(pair: tuple[Json, Json]) -> None:
    for each in every_score(score(*pair)).values():
        if each["unknown"] == 0:
            assert each["low"] == each["high"]
            assert each["point"] in (None, each["low"])
        elif each["known"] == 0:
            assert each["point"] is None


@given(answered(form="full"))
@SETTINGS
def test_scores_of_nothing_unknown_have_points(pair: tuple[Json, Json]) -> None:
    for each in every_score(score(*pair)).values():
        if each["unknown"] == 0 and each["known"] > 0:
            assert each["point"] == each["low"] == each["high"]


@given(answered())
@SETTINGS
def test_a_practice_that_does_not_apply_might_as_well_not_be_in_the_bank(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    out = {id_ for id_, answer in response["answers"].items() if answer["value"] == "na"}
    smaller = bank | {"practices": [practice for practice in bank["practices"] if practice["id"] not in out]}
    before, after = score(bank, response), score(smaller, response)
    for name, each in every_score(before).items():
        assert each | {"na": 0} == every_score(after)[name]
    assert [before[key] for key in ("evenness", "visibility", "quadrants")] == [
        after[key] for key in ("evenness", "visibility", "quadrants")
    ]


@given(answered(), st.data())
@SETTINGS
def test_raising_an_answer_never_lowers_a_score(pair: tuple[Json, Json], data: st.DataObject) -> None:
    bank, response = pair
    below_top = [id_ for id_ in levels_given(response) if response["answers"][id_]["value"] < len(bank["levels"]) - 1]
    if not below_top:
        return
    id_ = data.draw(st.sampled_from(below_top))
    raised = with_answer(response, id_, response["answers"][id_]["value"] + 1)
    after = every_score(score(bank, raised))
    for name, each in every_score(score(bank, response)).items():
        for key in ("point", "low", "high"):
            assert (each[key] is None) == (after[name][key] is None)
            assert each[key] is None or each[key] <= after[name][key]


@given(answered(), st.data())
@SETTINGS
def test_an_answer_turned_unknown_only_widens_the_ranges(pair: tuple[Json, Json], data: st.DataObject) -> None:
    bank, response = pair
    known = levels_given(response)
    if not known:
        return
    after = every_score(score(bank, with_answer(response, data.draw(st.sampled_from(known)), "unknown")))
    for name, each in every_score(score(bank, response)).items():
        if each["low"] is not None:
            assert after[name]["low"] <= each["low"] + CLOSE
            assert after[name]["high"] >= each["high"] - CLOSE
            assert after[name]["coverage"] <= each["coverage"] + CLOSE


@given(answered())
@SETTINGS
def test_the_quick_form_counts_its_own_questions_alone(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    asked = set(bank["forms"]["quick"])
    only = response | {"form": "quick", "answers": {i: a for i, a in response["answers"].items() if i in asked}}
    profile = score(bank, response | {"form": "quick"})
    assert score(bank, only) == profile
    assert {each["point"] for each in every_score(profile).values()} == {None}
    counted = {practice["id"] for practice in bank["practices"] if practice["dimension"] != "outcomes"}
    overall = profile["overall"]
    assert overall["known"] + overall["unknown"] + overall["na"] == len(asked & counted)


def test_the_evidence_backed_score_counts_seen_answers_alone() -> None:
    bank = expand_bank({"dimensions": {"d": ["a", "b", "c", "e"]}})
    response = expand_response(bank, {"a": "4 seen", "b": "4 told", "c": "4", "e": "na"})
    backed = call("scoring/score", "evidenceBacked", response)
    found = score(bank, backed)["overall"]
    assert (found["known"], found["unknown"], found["na"]) == (1, 2, 1)
    assert found["low"] == pytest.approx(4 / 3)


@pytest.mark.parametrize("side", [1.9, 2.0])
def test_the_quadrant_of_a_point_is_one(side: float) -> None:
    bank = expand_bank({"axes": {"x": ["d"], "y": ["e"]}, "dimensions": {"d": ["a"], "e": ["b"]}})
    ranges = {"x": {"low": side, "high": side}, "y": {"low": 4, "high": 4}}
    assert call("scoring/score", "quadrantsIn", bank, ranges) == ["low-high" if side < 2 else "high-high"]


@pytest.mark.parametrize(
    "response",
    [
        None,
        {"$js": "undefined"},
        {"$js": "function"},
        7,
        "text",
        [],
        {},
        {"answers": None},
        {"answers": "text"},
        {"answers": [1, 2]},
        {"answers": {"a": None, "b": 3, "__proto__": {"value": 3}, "constructor": {"value": 4}}},
        {"form": {"a": 1}, "answers": {"a": {"value": {}}, "b": {"value": [1]}}},
        {"form": "constructor", "answers": {"a": {"value": 1e308}, "b": {"value": -0.5}}},
    ],
)
def test_an_odd_response_scores_as_one_left_alone(response: Any) -> None:
    bank = expand_bank({"dimensions": {"d": ["a", "b"]}})
    assert score(bank, response) == score(bank, expand_response(bank, {}))


def test_practices_named_like_object_members_are_scored_by_their_own_answers() -> None:
    bank = expand_bank({"dimensions": {"d": ["constructor", "valueof"]}})
    assert score(bank, expand_response(bank, {}))["overall"]["unknown"] == 2
    assert score(bank, expand_response(bank, {"constructor": 3}))["overall"]["known"] == 1
