"""shown.mjs: pages draw from it alone, so what it holds is all that can be seen of a round."""

import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from node_bridge import call, words
from small_bank import Json, expand_bank, expand_response

BANK = expand_bank(
    {"axes": {"x": ["one"], "y": ["two"]}, "dimensions": {"one": ["a", "b", "c"], "two": ["d", "e", "f"]}}
)
ANSWERS = st.lists(st.sampled_from([0, 1, 2, 3, 4, "unknown", "na"]), min_size=6, max_size=6)
PEOPLE = st.lists(st.tuples(st.sampled_from(["leader", "staff", "marketing", ""]), ANSWERS), max_size=14)


def person(role: str, answers: list[Any], name: str = "") -> Json:
    return {"name": name, "role": role, "response": expand_response(BANK, ", ".join(map(str, answers)))}


def shown(people: list[Json], **about: Any) -> Json:
    made = {"name": "Shop", "form": "full", "mode": "closed", "roles": True, "agreed": {}} | about
    found: Json = call("group/shown", "shownOf", BANK, made, people)
    return found


@given(PEOPLE)
@settings(max_examples=30, deadline=None)
def test_every_group_that_is_shown_and_every_difference_has_five_people_or_none(
    given_people: list[tuple[str, list[Any]]],
) -> None:
    found = shown([person(*each) for each in given_people])
    total = found["people"]
    for question in found["questions"]:
        sizes = [each["people"] for each in question["byRole"]]
        assert sizes == [] or sum(sizes) == total
        # Groups part everybody: each sum of some, and what it leaves of the whole, is five or more.
        for length in range(1, len(sizes)):
            for some in combinations(sizes, length):
                assert 5 <= sum(some) <= total - 5
        if total < 5:
            assert question["figures"] is None
    if total < 5:
        assert (found["dots"], found["points"], found["alpha"]) == ([], {}, None)


@given(PEOPLE.filter(lambda people: len(people) < 5))
@settings(max_examples=30, deadline=None)
def test_of_fewer_than_five_nothing_but_labels_depends_on_the_answers(
    given_people: list[tuple[str, list[Any]]],
) -> None:
    people = [person(*each) for each in given_people]
    found = shown(people)
    bare = {key: value for key, value in found.items() if key not in ("questions", "profile")}
    nobody = shown([person("", ["unknown"] * 6) for _ in people])
    same = {key: nobody[key] for key in bare}
    # Dates of an empty response are those of the moment.
    assert json.dumps(undated(bare), sort_keys=True) == json.dumps(undated(same), sort_keys=True)
    for question in found["questions"]:
        assert question.keys() == {"practice", "label", "chance", "figures", "names", "notes", "byRole"}
        assert (question["figures"], question["names"], question["notes"], question["byRole"]) == (None, None, [], [])


def undated(shown_: Json) -> Json:
    return shown_ | {"response": shown_["response"] | {"created": None, "updated": None}}


def test_the_order_of_people_cannot_be_read_off_anything() -> None:
    people = [person("", [level, level, 4 - level, level, 0, 1], f"n{level}") for level in (0, 1, 2, 3, 4, 2)]
    one, other = shown(people), shown(people[::-1])
    assert undated(one) == undated(other)
    assert "n3" not in json.dumps(one)


def test_names_are_shown_only_where_people_were_told_so() -> None:
    people = [person("", [1, 2, 3, 4, 0, 0], name) for name in ("Ann", "Ben", "Cleo")]
    assert "Ann" in json.dumps(shown(people, mode="open"))
    for mode in ("closed", "agreed"):
        assert "Ann" not in json.dumps(shown(people * 4, mode=mode))


@pytest.mark.parametrize(("count", "seen"), [(9, False), (10, True)])
def test_notes_are_shown_from_ten_people_up(count: int, seen: bool) -> None:  # noqa: FBT001
    people = [person("", [1] * 6) for _ in range(count)]
    people[0]["response"]["answers"]["a"]["note"] = "log since May"
    people[0]["name"] = "Ann"
    notes = {each["practice"]: each["notes"] for each in shown(people)["questions"]}
    assert notes["a"] == ([{"name": "", "text": "log since May"}] if seen else [])


def test_a_round_that_shows_only_what_was_agreed_has_a_result_of_that_alone() -> None:
    people = [person("", [1] * 6) for _ in range(12)]
    found = shown(people, mode="agreed", agreed={"a": {"value": 3}})
    assert found["response"]["answers"] == {"a": {"value": 3}}
    assert {each["figures"] is None for each in found["questions"]} == {True}


@pytest.mark.parametrize("name", ["Spring crew", ""])
def test_the_link_of_a_group_names_it_and_holds_no_reasons(name: str) -> None:
    group = shown([person("", [1] * 6)] * 5, name=name, agreed={"a": {"value": 3, "reason": "since May"}})["response"]
    code = call("group/group-response", "groupCode", BANK, group)
    found = call("links/link", "decodeWithNotes", BANK, code)["response"]
    assert found["label"] == name
    assert {id_: each["value"] for id_, each in found["answers"].items()} == {"a": 3} | dict.fromkeys("bcdef", 1)
    assert "since May" not in json.dumps(found)
    if not name:
        assert code == call("links/link", "encode", BANK, group)


def test_leaders_are_set_beside_all_others_where_both_are_enough() -> None:
    people = [person("leader", [4] * 6) for _ in range(5)] + [person("staff", [1] * 6) for _ in range(6)]
    found = shown(people)
    first = found["questions"][0]["byRole"]
    assert {each["role"]: (each["median"], each["others"], each["gap"]) for each in first} == {
        "leader": (4, 1, 3),
        "staff": (1, 4, -3),
    }
    assert found["farAreas"] == ["one", "two"]
    assert shown(people, roles=False)["questions"][0]["byRole"] == []


def test_two_rounds_are_compared_by_their_medians() -> None:
    before = shown([person("", [1, 2, 3, "unknown", 0, 1]) for _ in range(5)])
    after = shown(
        [person("", [2, 2, 1, 3, 0, 1]) for _ in range(5)] + [person("", [3, 2, 1, 3, 0, 1]) for _ in range(5)]
    )
    rows = call("group/compare-rounds", "compareRounds", BANK, before, after)
    assert [(each["practice"], each["change"]) for each in rows] == [
        ("a", 1.5),
        ("b", 0),
        ("c", -2),
        ("d", None),
        ("e", 0),
        ("f", 0),
    ]


@given(st.lists(st.sampled_from(["apart", "mixed", "aligned", None]), max_size=45), st.integers(15, 480))
def test_minutes_are_whole_and_never_more_than_there_are(labels: list[str | None], total: int) -> None:
    questions = [{"practice": str(n), "label": label} for n, label in enumerate(labels)]
    found = call("group/minutes", "minutesFor", questions, total)
    assert found["opening"] + found["closing"] + sum(found["each"].values()) <= total
    if len(found["each"]) > 1:
        assert min(found["each"].values()) >= 4
    assert {labels[int(each)] for each in found["each"]} <= {"apart", "mixed"}


def test_a_question_apart_gets_twice_the_time_of_a_mixed_one() -> None:
    found = call(
        "group/minutes", "minutesFor", [{"practice": "a", "label": "apart"}, {"practice": "b", "label": "mixed"}], 100
    )
    assert found == {"opening": 10, "closing": 20, "each": {"a": 46, "b": 23}}


@pytest.fixture
def group() -> Json:
    people = [person("", [level, 2, 3, "unknown", "na", 1]) for level in (0, 1, 2, 3, 4)]
    agreed = {"a": {"value": 2, "reason": "=SUM(1) | x"}, "d": {"value": "unknown"}}
    found = shown(people, agreed=agreed)
    about = {"name": "Shop", "form": "full", "created": "2026-11-28", "mode": "closed", "people": 5}
    return about | {"rows": found["questions"], "agreed": agreed}


def test_the_table_holds_counts_medians_and_what_was_agreed(group: Json) -> None:
    lines = call("exports/round", "roundCsv", BANK, group, words("team")).splitlines()
    assert len(lines) == 7
    assert lines[1].startswith("One,About a,1,1,1,1,1,5,0,0,0,2,0,4,1.2,0,Apart,2,")
    assert "'=SUM(1)" in lines[1]  # no spreadsheet takes it for a formula
    assert lines[4].startswith("Two,About d,0,0,0,0,0,0,5,0,0,,,,,,Too few answers,Do not know,")


def test_the_table_names_the_people_served_by_the_usual_word(group: Json) -> None:
    first, *others = BANK["practices"]
    bank = BANK | {"practices": [first | {"title": "Hear {people}"}, *others], "people": ["members", "guests"]}

    assert call("exports/round", "roundCsv", bank, group, words("team")).splitlines()[1].startswith("One,Hear members,")


def test_the_same_goes_into_markdown_and_json(group: Json) -> None:
    text = call("exports/round", "roundMarkdown", BANK, group, words("team"))
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in rows}) == 1
    assert r"=SUM(1) \| x" in text
    data = json.loads(call("exports/round", "roundJson", BANK, group))
    assert (data["format"], data["version"], data["people"]) == ("push-to-pull/group", 1, 5)
    first = next(each for each in data["questions"] if each["practice"] == "a")
    assert (first["counts"], first["median"], first["agreed"]["value"]) == ([1, 1, 1, 1, 1], 2, 2)


def test_where_answers_may_not_be_shown_the_files_hold_none(group: Json) -> None:
    people = [person("", [level, 2, 3, 0, 1, 1]) for level in (0, 1, 2)]
    rows = shown(people)["questions"]
    for kind in ("roundCsv", "roundMarkdown"):
        text = call("exports/round", kind, BANK, group | {"rows": rows, "agreed": {}, "people": 3}, words("team"))
        assert "About a" in text
        assert "2,0,4" not in text
    data = json.loads(call("exports/round", "roundJson", BANK, group | {"rows": rows, "agreed": {}, "people": 3}))
    assert {frozenset(each) for each in data["questions"]} == {frozenset({"practice", "label"})}
