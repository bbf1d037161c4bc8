"""agreement.mjs: vectors worked out by hand or by other programs, and what must hold for any group."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from golden import cases, differences
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call
from small_bank import Json, expand_bank, expand_response
from strategies import banks, responses

SETTINGS = settings(max_examples=40, deadline=None)
# By number of people, as measured for answers at random on five levels: AD_M and r_WG (both at the 5 % bound).
CRITICAL = {3: 0.0, 4: 0.0, 5: 0.4, 6: 0.556, 7: 0.612, 8: 0.688, 9: 0.716, 10: 0.74, 12: 0.819, 15: 0.871}
# Hayes and Krippendorff's example: four observers, twelve units, values 1 to 5 here moved to 0 to 4.
TEXTBOOK = [
    [0, 1, 2, 2, 1, 0, 3, 0, 1, None, None, None],
    [0, 1, 2, 2, 1, 1, 3, 0, 1, 4, None, 2],
    [None, 2, 2, 2, 1, 2, 3, 1, 1, 4, 0, None],
    [0, 1, 2, 2, 1, 3, 3, 0, 1, 4, 0, None],
]
ALPHA_OF_FIVE = 0.8636699507389163  # by the Python package krippendorff 0.8, ordinal
FIVE = [
    [0, 1, 2, 3, 4, 2],
    [0, 1, 2, 3, 3, 2],
    [1, 1, 2, 2, 4, None],
    [0, 2, None, 3, 4, 1],
    [0, 1, 3, 3, 4, 2],
]


def indices(values: list[int], top: int = 4) -> Json:
    return {**call("agreement", "indices", values, top), **call("group/statistics/label", "labelOf", values, top)}


@cases("agreement")
def test_indices_and_labels_are_as_worked_out_by_hand(case: Json) -> None:
    found = indices(case["values"], case.get("top", 4))
    assert differences(case["expect"], found) == []
    figures = [found[key] for key in ("deviation", "sd", "rwg", "consensus")]
    assert [round(each, 3) for each in figures] == case["rounded"] if "rounded" in case else True


@pytest.mark.parametrize(("n", "bound"), CRITICAL.items())
def test_the_bounds_of_agreement_are_those_of_answers_at_random(n: int, bound: float) -> None:
    assert call("agreement", "criticalDeviation", n, 5) == pytest.approx(bound, abs=5e-4)


@pytest.mark.parametrize("n", [3, 4, 5])
def test_no_more_than_one_in_twenty_at_random_is_within_the_bound(n: int) -> None:
    bound = call("agreement", "criticalDeviation", n, 5)
    every = [sum(abs(each - sum(values) / n) for each in values) / n for values in product(range(5), repeat=n)]
    assert sum(each <= bound + 1e-9 for each in every) / len(every) <= 0.05
    above = min(each for each in every if each > bound + 1e-9)
    assert sum(each <= above + 1e-9 for each in every) / len(every) > 0.05


def test_beyond_fifteen_people_the_bound_of_fifteen_holds() -> None:
    assert call("agreement", "criticalDeviation", 300, 5) == call("agreement", "criticalDeviation", 15, 5)


def test_with_two_people_on_three_levels_nothing_rules_out_chance() -> None:
    assert call("agreement", "criticalDeviation", 2, 3) is None


@pytest.mark.parametrize(("raters", "alpha"), [(FIVE, 0.8637), (TEXTBOOK, 0.815)])
def test_alpha_is_what_other_programs_give(raters: list[Any], alpha: float) -> None:
    assert call("agreement", "ordinalAlpha", raters, 4) == pytest.approx(alpha, abs=1e-4 if alpha > 0.85 else 5e-4)


def test_alpha_is_to_ten_digits_what_an_independent_program_gives() -> None:
    assert call("agreement", "ordinalAlpha", FIVE, 4) == pytest.approx(ALPHA_OF_FIVE, abs=1e-9)


@pytest.mark.parametrize("raters", [[], [[1, 2, 3]], [[2, 2], [2, 2]], [[1, None], [None, 3]]])
def test_where_nothing_is_compared_or_nothing_differs_there_is_no_alpha(raters: list[Any]) -> None:
    assert call("agreement", "ordinalAlpha", raters, 4) is None


def test_alpha_is_read_by_its_usual_bounds() -> None:
    read = [call("group/statistics/alpha", "alphaReading", alpha) for alpha in (0.8, 0.79, 0.67, 0.66, None)]
    assert read == ["dependable", "tentative", "tentative", "discuss", None]


def test_a_gap_between_roles_takes_three_answers_on_either_side() -> None:
    def gap(*sides: list[int]) -> Any:
        return call("agreement", "roleGap", *sides)

    assert gap([3, 3], [1, 1, 1]) is None
    assert gap([3, 3, 4], [1, 1]) is None
    assert gap([3, 3, 4], [1, 2, 2]) == {"gap": 1, "flag": True}
    assert gap([3, 3, 4, 4], [3, 3, 3]) == {"gap": 0.5, "flag": False}
    assert gap([0, 0, 1], [2, 2, 2]) == {"gap": -2, "flag": True}


@pytest.mark.parametrize(
    ("role", "others", "delta", "size"),
    [
        ([4, 4], [0, 1], 1, "large"),
        ([2, 2], [2, 2], 0, "none"),
        ([1, 3], [2, 2], 0, "none"),
        ([2, 2, 2, 3], [2], 0.25, "small"),
        ([2, 2, 3], [2], 1 / 3, "medium"),
        ([0], [1], -1, "large"),
    ],
)
def test_the_size_of_a_difference_is_cliffs_delta(role: list[int], others: list[int], delta: float, size: str) -> None:
    found = call("agreement", "effectSize", role, others)
    assert found == {"delta": pytest.approx(delta, abs=1e-9), "size": size}


@pytest.fixture
def group() -> tuple[Json, Callable[..., Json]]:
    bank = expand_bank({"dimensions": {"one": ["a", "b", "c"], "two": ["d"]}, "quick": ["a", "d"]})

    def of(*answers: str, form: str = "full") -> Json:
        found: Json = call("agreement", "agreement", bank, [expand_response(bank, each) for each in answers], form)
        return found

    return bank, of


def test_every_answer_is_counted_as_what_it_is(group: tuple[Json, Callable[..., Json]]) -> None:
    found = group[1]("2, unknown, na, -", "3, unknown, 1, -", "3, 0, na, 4")
    a, b, c, d = found["questions"]
    assert (a["counts"], a["unknown"], a["na"], a["left"]) == ([0, 0, 1, 2, 0], 0, 0, 0)
    assert (b["counts"], b["unknown"], b["na"], b["left"]) == ([1, 0, 0, 0, 0], 2, 0, 0)
    assert (c["counts"], c["unknown"], c["na"], c["left"]) == ([0, 1, 0, 0, 0], 0, 2, 0)
    assert (d["counts"], d["unknown"], d["na"], d["left"]) == ([0, 0, 0, 0, 1], 0, 0, 2)
    assert (a["label"], b["label"]) == ("aligned", None)


def test_only_questions_of_the_form_are_compared(group: tuple[Json, Callable[..., Json]]) -> None:
    found = group[1]("1, 1, 1, 1", "2, 2, 2, 2", form="quick")
    assert [each["practice"] for each in found["questions"]] == ["a", "d"]


def test_fewer_than_ten_questions_have_no_alpha(group: tuple[Json, Callable[..., Json]]) -> None:
    found = group[1]("0, 1, 2, 3", "0, 1, 2, 3", "0, 1, 2, 4")
    assert (found["alpha"], found["reading"]) == (None, None)
    bank = expand_bank({"dimensions": {"one": list("abcdefghij")}})
    answers = ["0, 1, 2, 3, 4, 0, 1, 2, 3, 4"] * 3
    found = call("agreement", "agreement", bank, [expand_response(bank, each) for each in answers])
    assert (found["alpha"], found["reading"]) == (1, "dependable")


def test_what_is_apart_is_talked_about_first(group: tuple[Json, Callable[..., Json]]) -> None:
    found = group[1]("2, 1, 0, unknown", "2, 3, 4, 2", "2, 3, 4, 2")
    assert [each["label"] for each in found["questions"]] == ["aligned", "mixed", "apart", None]
    assert [each["practice"] for each in call("agreement", "talkFirst", found["questions"])] == ["c", "b", "a", "d"]


def test_of_the_same_label_the_wider_gap_comes_first_then_more_who_do_not_know(
    group: tuple[Json, Callable[..., Json]],
) -> None:
    found = group[1]("2, 2, 2, 2", "2, 2, 2, 2", "2, 2, 2, 2", "2, 2, unknown, 2")
    order = [each["practice"] for each in call("agreement", "talkFirst", found["questions"], {"d": -1.5})]
    assert order == ["d", "c", "a", "b"]


def test_a_group_answers_with_its_median_and_never_rounds_up(group: tuple[Json, Callable[..., Json]]) -> None:
    bank, _ = group
    people = [
        expand_response(bank, each)
        for each in ("1, unknown, na, -", "2, unknown, na, -", "2, 3, unknown, -", "3, 2, na, -")
    ]
    found = call("agreement", "groupResponse", bank, people, {})["answers"]
    assert found == {"a": {"value": 2}, "b": {"value": 2}, "c": {"value": "na"}}


def test_what_was_agreed_stands_in_place_of_the_median_with_its_reason(group: tuple[Json, Callable[..., Json]]) -> None:
    bank, _ = group
    people = [expand_response(bank, "1, 1, 1, 1")]
    agreed = {"b": {"value": 3, "reason": "the log since May"}, "d": {"value": "unknown"}}
    found = call("agreement", "groupResponse", bank, people, agreed)["answers"]
    assert found["b"] == {"value": 3, "note": "the log since May"}
    assert (found["a"], found["d"]) == ({"value": 1}, {"value": "unknown"})
    alone = call("agreement", "groupResponse", bank, [], agreed, {"form": "full", "label": "Shop"})
    assert (sorted(alone["answers"]), alone["label"]) == (["b", "d"], "Shop")


@st.composite
def groups(draw: st.DrawFn) -> tuple[Json, list[Json]]:
    bank = draw(banks())
    return bank, draw(st.lists(responses(bank, "full"), max_size=9))


@given(groups())
@SETTINGS
def test_figures_keep_their_bounds_whatever_a_group_answers(given_group: tuple[Json, list[Json]]) -> None:
    bank, people = given_group
    top = len(bank["levels"]) - 1
    found = call("agreement", "agreement", bank, people)
    for each in found["questions"]:
        assert sum(each["counts"]) == each["n"]
        assert each["n"] + each["unknown"] + each["na"] + each["left"] == len(people)
        if each["n"]:
            assert 0 <= each["low"] <= each["median"] <= each["high"] <= top
            assert -1e-9 <= each["deviation"] <= top / 2 + 1e-9
            assert -1e-9 <= each["consensus"] <= 1 + 1e-9


@given(groups())
@SETTINGS
def test_the_order_of_people_changes_nothing(given_group: tuple[Json, list[Json]]) -> None:
    bank, people = given_group
    forth, back = (call("agreement", "agreement", bank, order) for order in (people, people[::-1]))
    assert differences(forth, back) == []
