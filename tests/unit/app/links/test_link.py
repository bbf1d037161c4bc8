"""links/: codes that come back, of released versions, and of other versions of the bank."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from banks import own_bank
from golden import cases
from hypothesis import given, settings
from hypothesis import strategies as st
from link_codes import RESPONSE, decode, encode
from node_bridge import JavaScriptError, call, words
from small_bank import Json, expand_bank, expand_response
from small_responses import BANK, codes
from strategies import answered, banks, values

from pushpull.pages.bank_json import bank_json

SETTINGS = settings(max_examples=40, deadline=None)
EMPTY: Json = {"label": "", "role": "", "people": "customers", "created": None, "updated": None}


def of_version(bank: Json, version: str, **revs: int) -> Json:
    """The bank at another version, with these revs."""
    practices = [practice | {"rev": revs.get(practice["id"], practice["rev"])} for practice in bank["practices"]]
    return bank | {"bankVersion": version, "practices": practices}


def with_revs(bank: Json, response: Json) -> Json:
    """The response, as if each question was answered as it is asked now."""
    revs = {practice["id"]: practice["rev"] for practice in bank["practices"] if practice["rev"] > 1}
    answers = {id_: each | ({"rev": revs[id_]} if id_ in revs else {}) for id_, each in response["answers"].items()}
    return response | {"answers": answers}


def test_a_version_in_a_forged_link_is_no_longer_than_one_in_a_file() -> None:
    places = [{"number": 1, "value": 3, "rev": 1}]
    forged = {"form": "full", "bankVersion": "words of the sender " * 5000, "levels": 5, "places": places}
    code = call("links/bits", "seal", BANK["id"], call("links/payload", "pack", forged))
    [problem] = decode(BANK, code)["problems"]
    assert problem["values"]["theirs"] == ("words of the sender " * 2)
    assert problem["values"]["ours"] == BANK["bankVersion"]


@given(answered())
@SETTINGS
def test_a_response_comes_back_without_what_does_not_travel(pair: tuple[Json, Json]) -> None:
    bank, response = pair
    assert decode(bank, encode(bank, response)) == {"response": response | EMPTY, "problems": []}


@given(answered(), st.randoms(use_true_random=False))
@SETTINGS
def test_the_code_does_not_depend_on_the_order_of_answers_or_practices(pair: tuple[Json, Json], random: Any) -> None:
    bank, response = pair
    answers = list(response["answers"].items())
    random.shuffle(answers)
    practices = [practice | {"number": index + 1} for index, practice in enumerate(bank["practices"])]
    random.shuffle(practices)
    assert encode(bank, response) == encode(bank | {"practices": practices}, response | {"answers": dict(answers)})


@given(answered())
@SETTINGS
def test_a_code_needs_no_escape_in_an_address_and_ends_with_a_letter_or_digit(pair: tuple[Json, Json]) -> None:
    code = encode(*pair)
    assert re.fullmatch(r"2[A-Za-z0-9_-]+[A-Za-z0-9]", code)


@pytest.mark.parametrize(("practices", "levels", "length"), [(12, 5, 16), (36, 5, 29), (36, 7, 35), (60, 5, 41)])
def test_the_length_of_a_code_is_as_documented(practices: int, levels: int, length: int) -> None:
    bank = expand_bank({"levels": levels, "dimensions": {"d": [f"p{n}" for n in range(practices)]}})
    response = expand_response(bank, {f"p{n}": n % levels for n in range(practices)})
    assert length == len(encode(bank, response))


def test_a_bank_of_a_thousand_practices_has_codes_too() -> None:
    bank = expand_bank({"dimensions": {"d": [f"p{n}" for n in range(1000)]}})
    response = expand_response(bank, {f"p{n}": n % 5 for n in range(0, 1000, 3)})
    assert decode(bank, encode(bank, response))["response"]["answers"] == response["answers"]


@cases("share")
def test_codes_of_every_released_version_can_still_be_read(case: Json, root: Path) -> None:
    present = json.loads(bank_json(own_bank()))
    bank = expand_bank(case["bank"]) if "bank" in case else present
    for each in case["codes"]:
        found = decode(bank, each["code"])
        assert found["response"] is not None, found["problems"]
        asked = {practice["id"] for practice in bank["practices"]}
        assert {id_: answer["value"] for id_, answer in found["response"]["answers"].items()} == {
            id_: value for id_, value in each["answers"].items() if id_ in asked
        }
        assert (case["version"], each["form"]) == (found["response"]["bank"]["version"], found["response"]["form"])
        choices = {key: each[key] for key in ("targets", "plan") if key in each}
        assert choices == {key: found["response"][key] for key in choices}
        if bank["bankVersion"] == case["version"] and each["code"].startswith("2"):
            response = expand_response(bank, each["answers"], form=each["form"], **choices)
            assert each["code"] == encode(bank, with_revs(bank, response))


@given(st.data())
@SETTINGS
def test_answers_stay_with_their_questions_whatever_becomes_of_the_bank(data: st.DataObject) -> None:
    bank = data.draw(banks())
    numbers = data.draw(st.permutations(range(1, 2 * len(bank["practices"]) + 1)))
    practices = [practice | {"number": number} for practice, number in zip(bank["practices"], numbers, strict=False)]
    before = bank | {"practices": practices}
    answers = {practice["id"]: data.draw(values(bank)) for practice in practices}
    response = expand_response(before, answers)
    kept = data.draw(st.lists(st.sampled_from(practices), unique_by=lambda each: each["id"]))
    fresh = [practices[0] | {"id": f"new{number}", "number": number} for number in numbers[len(practices) :]]
    after = before | {"bankVersion": "2.0.0", "practices": data.draw(st.permutations([*kept, *fresh]))}
    found = decode(after, encode(before, response))
    ids = {practice["id"] for practice in kept}
    assert found["response"]["answers"] == {id_: answer for id_, answer in response["answers"].items() if id_ in ids}
    gone = len(response["answers"]) - len(found["response"]["answers"])
    assert codes(found) == ["other-bank-version", *(["unknown-number"] if gone else [])]
    assert [problem.get("count") for problem in found["problems"]][1:] == ([gone] if gone else [])


def test_a_code_of_another_version_says_so_and_keeps_the_version_it_was_made_with() -> None:
    found = decode(of_version(BANK, "2.0.0"), encode(BANK, RESPONSE))
    assert codes(found) == ["other-bank-version"]
    assert "(1.0.0; this one is 2.0.0)" in call(
        "response/messages", "messageOf", found["problems"][0], words("problems")
    )
    assert found["response"]["bank"] == {"id": "small", "version": "1.0.0"}


@pytest.mark.parametrize("version", ["", "0.0.0", "12.345.6789", "1.0", "01.2.3", "2026-11", "näher", "9" * 40])
def test_a_bank_may_have_any_version(version: str) -> None:
    bank = BANK | {"bankVersion": version}
    found = decode(bank, encode(bank, RESPONSE))
    assert (found["response"]["bank"]["version"], found["problems"]) == (version, [])


def test_a_bank_may_have_other_forms_no_version_no_numbers_and_no_people() -> None:
    bare = {key: BANK[key] for key in ("id", "levels", "axes", "dimensions", "practices")} | {"forms": {"brief": []}}
    found = decode(bare, encode(bare, RESPONSE | {"form": "brief"}))
    assert found["problems"] == []
    assert (found["response"]["form"], found["response"]["people"]) == ("brief", "")
    assert found["response"]["answers"] == RESPONSE["answers"]


@pytest.mark.parametrize("revs", [{"routine": 2}, {"routine": 2, "chart": 9}, {"workload": 10_000_000}])
def test_answers_to_questions_worded_otherwise_since_are_to_be_checked_again(revs: dict[str, int]) -> None:
    changed = of_version(BANK, "2.0.0", **revs)
    for made, read in ((BANK, changed), (changed, BANK)):
        found = decode(read, encode(made, RESPONSE | {"bank": {"id": "small", "version": made["bankVersion"]}}))
        assert codes(found) == ["other-bank-version", "recheck"]
        assert sorted(found["problems"][1]["ids"]) == sorted(revs)
    same = decode(changed, encode(changed, RESPONSE | {"bank": {"id": "small", "version": "2.0.0"}}))
    assert codes(same) == (["recheck"] if revs.get("workload") else [])  # revs are told apart up to a million


def test_an_answer_to_check_again_is_still_to_be_checked_by_who_gets_the_link() -> None:
    bank = of_version(BANK, "2.0.0", routine=3, chart=2)
    response = expand_response(bank, {"routine": {"value": 1, "rev": 2}, "chart": 2, "workload": 3}) | {
        "bank": {"id": "small", "version": "1.0.0"}
    }
    found = decode(bank, encode(bank, response))
    assert [(problem["code"], problem["ids"]) for problem in found["problems"]] == [("recheck", ["routine", "chart"])]
    assert found["response"]["answers"] == {
        "routine": {"value": 1, "rev": 2},
        "chart": {"value": 2, "rev": 1},
        "workload": {"value": 3},
    }


def test_not_applicable_is_left_out_where_the_question_now_always_applies() -> None:
    bank = BANK | {"practices": [practice | {"naReason": None} for practice in BANK["practices"]]}
    found = decode(bank, encode(BANK, RESPONSE))
    assert codes(found) == ["bad-answer"]
    assert list(found["response"]["answers"]) == ["routine", "chart"]


@pytest.mark.parametrize("numbers", [[1, 1, 2], [0, 1, 2], [1, 2, 4097], [1, 2, 2.5], [3, 2, None]])
def test_a_bank_whose_numbers_are_unclear_has_no_codes(numbers: list[Any]) -> None:
    practices = [practice | {"number": each} for practice, each in zip(BANK["practices"], numbers, strict=True)]
    with pytest.raises(JavaScriptError, match="number of its own"):
        encode(BANK | {"practices": practices}, RESPONSE)
    assert codes(decode(BANK | {"practices": practices}, encode(BANK, RESPONSE))) == ["bad-bank"]


@pytest.mark.parametrize("response", [None, {}, {"answers": []}, {"answers": {"routine": 3}}])
def test_odd_responses_have_the_code_of_an_empty_one(response: Any) -> None:
    assert encode(BANK, response) == encode(BANK, expand_response(BANK, {}))
