"""A bank as others write them: it loads with advice alone, scores as its weighted mean, and grows with its answers."""

import json
from typing import Any

import pytest
from banks import FIXTURES
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call

from pushpull.pages.bank_json import bank_json
from pushpull.rules.check import open_with_advice

BANK, ADVICE = open_with_advice(FIXTURES / "weighted_bank")
DATA: dict[str, Any] = json.loads(bank_json(BANK))
WEIGHTS = {practice.id: practice.weight for practice in BANK.practices}
LEVELS = st.fixed_dictionaries({id_: st.integers(0, BANK.model.top) for id_ in WEIGHTS})
SETTINGS = settings(max_examples=40, deadline=None)


def response(levels: dict[str, Any], version: str = "1.1.0") -> dict[str, Any]:
    """A response of the full form with these answers."""
    return {
        "format": "push-to-pull/response",
        "version": 1,
        "bank": {"id": "village-water", "version": version},
        "form": "full",
        "answers": {id_: {"value": value} for id_, value in levels.items()},
    }


def weighted_mean(levels: dict[str, Any]) -> float:
    """The mean by the weights of the practices alone, as such models work it out."""
    known = {id_: value for id_, value in levels.items() if value != "na"}
    return float(sum(WEIGHTS[id_] * value for id_, value in known.items()) / sum(WEIGHTS[id_] for id_ in known))


def test_all_that_differs_from_our_house_style_is_advice() -> None:
    assert {problem.style for problem in ADVICE} >= {
        "anchors-are-short",
        "weights-stay-close",
        "evidence-has-two-lines",
    }


@SETTINGS
@given(levels=LEVELS)
def test_where_all_applies_the_score_is_the_model_s_own_weighted_mean(levels: dict[str, int]) -> None:
    score = call("score", "scoreResponse", DATA, response(levels))["overall"]
    assert score["point"] == pytest.approx(weighted_mean(levels), abs=1e-12)


def test_a_dimension_keeps_its_weight_when_something_does_not_apply() -> None:
    # Source (9·2 + 6·0) ÷ 15 = 1.2, with 19 as before; pipes 0, with 5: 22.8 ÷ 24. The plain mean: 18 ÷ 20.
    levels = {"spring": 2, "fields": 0, "records": "na", "leaks": 0, "valves": 0}
    score = call("score", "scoreResponse", DATA, response(levels))["overall"]
    assert [score["point"], weighted_mean(levels)] == pytest.approx([0.95, 0.9])


def test_answers_to_the_version_before_come_along_and_what_is_new_is_open() -> None:
    before = {"spring": 2, "fields": 1, "leaks": 0, "valves": 1}
    found = call("responses", "readResponse", DATA, json.dumps(response(before, "1.0.0")))
    assert found["problems"] == []
    assert {id_: answer["value"] for id_, answer in found["response"]["answers"].items()} == before
    assert call("recommend", "recommend", DATA, found["response"], None)["findOut"] == ["records"]


@SETTINGS
@given(levels=LEVELS)
def test_the_advice_is_the_next_anchor_with_the_largest_gain_first(levels: dict[str, int]) -> None:
    steps = call("recommend", "recommend", DATA, response(levels), None)["plays"]
    anchors = {practice.id: practice.anchors for practice in BANK.practices}
    assert all(step["effort"] is None and step["to"] == step["from"] + 1 for step in steps)
    assert all(step["because"]["next"] == anchors[step["practice"]][step["to"]] for step in steps)
    gains = [step["gain"] for step in steps[:2]]
    assert gains == sorted(gains, reverse=True)
