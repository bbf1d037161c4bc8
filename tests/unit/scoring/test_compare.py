"""compare.mjs: golden cases worked out by hand, and properties of any two responses."""

from typing import Any

import pytest
from golden import cases, differences
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json, expand_bank, expand_response
from strategies import banks, responses

CLOSE = 1e-9
SETTINGS = settings(max_examples=40, deadline=None)


def compare(bank: Json, before: Any, after: Any) -> Json:
    found: Json = call("scoring/compare", "compare", bank, before, after)
    return found


def score(bank: Json, response: Json) -> Json:
    found: Json = call("scoring/score", "scoreResponse", bank, response)
    return found


@st.composite
def pairs(draw: st.DrawFn, form: str | None = None) -> tuple[Json, Json, Json]:
    bank = draw(banks())
    return bank, draw(responses(bank, form)), draw(responses(bank, form))


@st.composite
def scored_pairs(draw: st.DrawFn) -> tuple[Json, Json, Json]:
    """Two responses with an overall point each: mostly known, some not applicable, a whole dimension now and then."""
    bank = draw(banks()) | {"scoring": {"showCoverage": 0.01, "showKnown": 1}}
    both = []
    for _ in range(2):
        level = st.integers(0, len(bank["levels"]) - 1)
        answers = {
            practice["id"]: draw(level | level | st.sampled_from(["unknown", "na"])) for practice in bank["practices"]
        }
        out = draw(st.sampled_from([None, None, *bank["dimensions"]]))
        answers |= {each["id"]: "na" for each in bank["practices"] if out and each["dimension"] == out["id"]}
        both.append(expand_response(bank, answers))
    before, after = both
    assume(all(score(bank, each)["overall"]["point"] is not None for each in both))
    return bank, before, after


def changes(found: Json) -> list[Json]:
    return [*found["changed"], *found["gained"], *found["lost"]]


def value(bank: Json, response: Json, id_: str) -> Any:
    asked = id_ in bank["forms"][response["form"]]
    return response["answers"].get(id_, {"value": None})["value"] if asked else None


@cases("compare")
def test_responses_compare_as_worked_out_by_hand(case: Json) -> None:
    bank = expand_bank(case["bank"])
    for each in bank["practices"]:
        each["earlier"] = [
            {"rev": rev, "question": "?", "anchors": [f"{each['id']} at {level}, rev {rev}" for level in range(5)]}
            for rev in range(1, each["rev"])
        ]
    before, after = (
        expand_response(
            bank, case[side]["answers"], **{key: value for key, value in case[side].items() if key != "answers"}
        )
        for side in ("before", "after")
    )
    assert differences(case["expect"], compare(bank, before, after)) == []


@given(pairs())
@SETTINGS
def test_scores_and_differences_are_those_of_the_two_profiles(pair: tuple[Json, Json, Json]) -> None:
    bank, before, after = pair
    found, one, other = compare(bank, before, after), score(bank, before), score(bank, after)
    assert found["profiles"] == {"before": one, "after": other}
    rows = [(found["overall"], one["overall"], other["overall"])]
    for kind in ("axes", "dimensions"):
        assert list(found[kind]) == list(one[kind])
        rows += [(found[kind][id_], one[kind][id_], other[kind][id_]) for id_ in one[kind]]
    for row, first, second in rows:
        assert (row["before"], row["after"]) == (first, second)
        both = first["point"] is not None and second["point"] is not None
        assert row["difference"] == (pytest.approx(second["point"] - first["point"], abs=CLOSE) if both else None)


@given(scored_pairs())
@settings(max_examples=100, deadline=None)
def test_contributions_add_up_to_the_whole_difference(pair: tuple[Json, Json, Json]) -> None:
    found = compare(*pair)
    total = sum(change["contribution"] for change in changes(found))
    assert total == pytest.approx(found["overall"]["difference"], abs=CLOSE)


@given(scored_pairs())
@SETTINGS
def test_back_to_front_every_contribution_changes_its_sign(pair: tuple[Json, Json, Json]) -> None:
    bank, before, after = pair
    forth, back = compare(bank, before, after), compare(bank, after, before)
    other = {change["practice"]: change["contribution"] for change in changes(back)}
    for change in changes(forth):
        assert change["contribution"] == pytest.approx(-other[change["practice"]], abs=CLOSE)
    assert [change["practice"] for change in forth["gained"]] == [change["practice"] for change in back["lost"]]


@given(scored_pairs(), st.data())
@SETTINGS
def test_one_change_alone_contributes_all_it_changes(pair: tuple[Json, Json, Json], data: st.DataObject) -> None:
    bank, before, _ = pair
    id_ = data.draw(st.sampled_from([practice["id"] for practice in bank["practices"]]))
    now = data.draw(st.integers(0, len(bank["levels"]) - 1) | st.sampled_from(["unknown", "na"]))
    after = before | {"answers": before["answers"] | {id_: {"value": now}}}
    assume(score(bank, after)["overall"]["point"] is not None)
    found = compare(bank, before, after)
    assert sum(change["practice"] != id_ for change in changes(found)) == 0
    moved = sum(change["contribution"] for change in changes(found))
    assert moved == pytest.approx(found["overall"]["difference"], abs=CLOSE)


@given(pairs())
@SETTINGS
def test_every_practice_with_a_level_in_either_is_in_one_list_alone(pair: tuple[Json, Json, Json]) -> None:
    bank, before, after = pair
    found = compare(bank, before, after)
    seen = {
        practice["id"]: (value(bank, before, practice["id"]), value(bank, after, practice["id"]))
        for practice in bank["practices"]
    }
    level = {id_: tuple(isinstance(each, int) for each in both) for id_, both in seen.items()}
    expected = {
        "changed": [id_ for id_ in seen if level[id_] == (True, True) and seen[id_][0] != seen[id_][1]],
        "gained": [id_ for id_ in seen if level[id_] == (False, True)],
        "lost": [id_ for id_ in seen if level[id_] == (True, False)],
        "same": [id_ for id_ in seen if level[id_] == (True, True) and seen[id_][0] == seen[id_][1]],
    }
    for key in ("changed", "gained", "lost"):
        assert expected[key] == [change["practice"] for change in found[key]]
        assert all((change["from"], change["to"]) == seen[change["practice"]] for change in found[key])
    assert expected["same"] == found["same"]
    assert found["notComparable"] == []


@given(pairs())
@SETTINGS
def test_a_response_does_not_differ_from_itself(pair: tuple[Json, Json, Json]) -> None:
    bank, response, _ = pair
    found = compare(bank, response, response)
    assert changes(found) == []
    assert {row["difference"] for row in [found["overall"], *found["dimensions"].values()]} <= {0, None}


@given(pairs(form="full"), st.data())
@SETTINGS
def test_questions_worded_otherwise_leave_both_scores_and_are_listed(
    pair: tuple[Json, Json, Json], data: st.DataObject
) -> None:
    bank, before, after = pair
    ids = [practice["id"] for practice in bank["practices"]]
    other = data.draw(st.lists(st.sampled_from(ids), unique=True))
    now = {id_: answer | ({"rev": 2} if id_ in other else {}) for id_, answer in after["answers"].items()}
    found = compare(bank, before, after | {"answers": now})
    apart = [id_ for id_ in ids if id_ in other and id_ in before["answers"] and id_ in now]
    assert apart == [each["practice"] for each in found["notComparable"]]
    rest = bank | {"practices": [practice for practice in bank["practices"] if practice["id"] not in apart]}
    assert found["overall"]["before"] == score(rest, before)["overall"]
    assert found["dimensions"].keys() == score(rest, after)["dimensions"].keys()
    assert {id_: row["after"] for id_, row in found["dimensions"].items()} == score(rest, after)["dimensions"]
    assert not {change["practice"] for change in changes(found)} & set(apart)
    assert found["profiles"]["before"] == score(bank, before)


@pytest.mark.parametrize(
    ("noise", "expected"), [(None, {"a": True, "b": False, "c": None}), (1.1, {"a": True, "b": True, "c": None})]
)
def test_what_is_noise_is_for_the_bank_to_say(noise: float | None, expected: Json) -> None:
    bank = expand_bank({"dimensions": {"a": ["a1", "a2", "a3"], "b": ["b1", "b2", "b3"], "c": ["c1"]}})
    bank |= {"scoring": {"withinNoise": noise}} if noise else {}
    before = expand_response(bank, "1, 1, 1, 1, 1, 1, unknown")
    after = expand_response(bank, "2, 1, 1, 2, 3, 1, 3")
    found = compare(bank, before, after)
    assert expected == {id_: row["withinNoise"] for id_, row in found["dimensions"].items()}


@pytest.mark.parametrize("odd", [None, {}, {"answers": []}, {"answers": {"a": 3}, "form": 7}])
def test_odd_responses_compare_like_empty_ones(odd: Any) -> None:
    bank = expand_bank({"dimensions": {"d": ["a"]}})
    empty, full = expand_response(bank, {}), expand_response(bank, "2")
    assert compare(bank, odd, full) == compare(bank, empty, full)
    assert compare(bank, full, odd) == compare(bank, full, empty)
