"""play-status.mjs: whether a play is in the reader's plan, and adding, removing and restoring it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json, expand_bank, expand_response
from strategies import answered

PLAYS = ["a-2: a -> 2 S", "a-3: a -> 3 S", "b-2: b -> 2 S", "b-alt: b -> 2 L", "c-2: c -> 2 S", "d-2: d -> 2 S"]
BANK = expand_bank({"dimensions": {"d": ["a", "b"], "e": ["c", "d"]}, "quick": ["a", "c"], "plays": PLAYS})
PLANNED = {"now", "next", "later"}
SETTINGS = settings(max_examples=30, deadline=None)


def play(name: str, bank: Json = BANK) -> Json:
    return next(each for each in bank["plays"] if each["id"] == name)


def response(answers: str, plan: Json | None = None, form: str = "full") -> Json:
    return expand_response(BANK, answers, form=form) | ({"plan": plan} if plan else {})


def standing(given_: Json, name: str, bank: Json = BANK) -> str:
    return str(call("scoring/play-status", "standing", bank, given_, play(name, bank)))


@pytest.mark.parametrize(
    ("answers", "plan", "form", "name", "expected"),
    [
        ("1, 1, 1, 1", {}, "full", "b-2", "now"),
        ("1, 1, 1, 1", {"dropped": ["b-2"]}, "full", "b-2", "free"),
        ("1, 1, 1, 1", {"pinned": ["a-3"]}, "full", "a-2", "covered"),
        ("1, 1, 1, 1", {"pinned": ["a-3", "a-2"]}, "full", "a-2", "covered"),
        ("1, 1, 1, 1", {"done": ["b-2"]}, "full", "b-2", "done"),
        ("1, 1, 1, 1", {"done": ["b-2"]}, "full", "b-alt", "covered"),
        ("2, 1, 1, 1", {}, "full", "a-2", "reached"),
        ("1, -, 1, 1", {}, "full", "b-2", "open"),
        ("1, -, 1, 1", {"pinned": ["b-2"]}, "full", "b-2", "open"),
        ("1, unknown, 1, 1", {}, "full", "b-2", "unknown"),
        ("1, na, 1, 1", {}, "full", "b-2", "na"),
        ("1, 1, 1, 1", {}, "quick", "b-2", "unasked"),
        ("-, -, -, -", {}, "full", "b-2", "open"),
    ],
)
def test_a_play_stands_where_the_plan_and_the_answer_put_it(
    answers: str, plan: Json, form: str, name: str, expected: str
) -> None:
    assert standing(response(answers, plan, form), name) == expected


def test_what_the_answer_alone_decides_needs_no_more_than_the_outline() -> None:
    outline = {key: value for key, value in BANK.items() if key not in ("dimensions", "insights", "axes")}
    outline["plays"] = [{"id": each["id"]} for each in BANK["plays"]]
    given_ = response("2, -, 1, 1")
    assert [call("scoring/play-status", "standing", outline, given_, play(each)) for each in ("a-2", "b-2")] == [
        "reached",
        "open",
    ]
    assert call("scoring/play-status", "waiting", outline, given_, play("c-2")) is None


@given(answered(plays=True), st.data())
@SETTINGS
def test_what_is_taken_out_is_out_and_undoing_brings_the_wishes_back(
    pair: tuple[Json, Json], data: st.DataObject
) -> None:
    bank, answers = pair
    ids = [each["id"] for each in bank["plays"]]
    if not ids:
        return
    before = {"pinned": data.draw(st.lists(st.sampled_from(ids), unique=True)), "dropped": [], "done": []}
    name = data.draw(st.sampled_from(ids))
    plan = call("scoring/play-status", "without", bank, answers | {"plan": before}, play(name, bank))
    assert standing(answers | {"plan": plan}, name, bank) not in PLANNED
    assert name not in plan["pinned"]
    assert [each for each in before["pinned"] if each != name] == plan["pinned"]
    assert call("scoring/play-status", "restored", plan, before, name) == before


def test_a_play_the_rule_would_not_propose_is_taken_out_without_being_left_out_for_good() -> None:
    pinned = response("1, 1, 1, 1", {"pinned": ["b-alt"], "dropped": ["b-2"]})
    assert (
        call("scoring/play-status", "without", BANK, response("-, -, -, -", {"pinned": ["b-2"]}), play("b-2"))[
            "dropped"
        ]
        == []
    )
    assert standing(pinned, "b-alt") in PLANNED
    assert call("scoring/play-status", "without", BANK, pinned, play("b-alt"))["dropped"] == ["b-2", "b-alt"]
    lone = response("1, 1, 1, 1", {"pinned": ["a-3"]})
    assert call("scoring/play-status", "without", BANK, lone, play("a-3"))["dropped"] == []


@given(answered(plays=True), st.data())
@SETTINGS
def test_a_free_play_that_is_added_comes_into_the_plan(pair: tuple[Json, Json], data: st.DataObject) -> None:
    bank, answers = pair
    free = [each["id"] for each in bank["plays"] if standing(answers, each["id"], bank) == "free"]
    if not free:
        return
    name = data.draw(st.sampled_from(free))
    plan = call("scoring/planner", "marked", answers.get("plan", {}), "pinned", [name])
    assert standing(answers | {"plan": plan}, name, bank) in PLANNED
