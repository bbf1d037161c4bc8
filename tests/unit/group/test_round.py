"""round.mjs and invitation.mjs: what comes in from a file or a link is read whole, or refused."""

import json
from typing import Any

import pytest
from node_bridge import call
from small_bank import Json

WANTED = {"name": " Shop ", "form": "quick", "mode": "open", "roles": True, "expected": 9}
MEMBER = {"id": "anna", "role": "service", "name": "Anna", "code": "1bb1"}


@pytest.fixture(scope="module")
def made(bank: Json) -> Json:
    return dict(call("group/round", "newRound", bank, WANTED, "2026-11-28"))


def read(bank: Json, raw: Any) -> Any:
    return call("group/round", "readRound", bank, raw if isinstance(raw, str) else json.dumps(raw))


def test_a_round_comes_back_from_its_file_as_it_was(bank: Json, made: Json) -> None:
    practice = bank["practices"][0]["id"]
    agreed = {practice: {"value": 3, "reason": "since May"}}
    full = made | {"members": [MEMBER], "revealed": "2026-11-29", "agreed": agreed}
    assert read(bank, full) == full
    assert (made["name"], made["expected"], made["created"]) == ("Shop", 9, "2026-11-28")


@pytest.mark.parametrize(
    "change",
    [
        {"format": "push-to-pull/response"},
        {"version": 2},
        {"bank": {"id": "other", "version": "1.0.0"}},
        {"bank": None},
        {"mode": "secret"},
        {"keys": None},
        {"keys": {"publicKey": "short", "privateKey": "short"}},
    ],
)
def test_what_is_no_round_of_these_questions_is_refused(bank: Json, made: Json, change: Json) -> None:
    assert read(bank, made | change) is None


@pytest.mark.parametrize("odd", ["", "null", "[]", "7", "{", "[" * 5000, '{"format": "push-to-pull/round"}'])
def test_a_text_that_is_no_round_is_refused(bank: Json, odd: str) -> None:
    assert read(bank, odd) is None


def test_odd_parts_of_a_round_are_left_out(bank: Json, made: Json) -> None:
    odd = [None, 7, {"id": "../x", "code": "1"}, {"id": "bert"}, {"id": "carl", "code": 7}, MEMBER, MEMBER]
    practice = bank["practices"][0]["id"]
    agreed = {practice: {"value": 9}, "gone": {"value": 1}, "__proto__": {"value": 1}}
    found = read(bank, made | {"members": odd, "agreed": agreed, "expected": -1, "form": "none", "more": 1})
    assert (found["members"], found["agreed"], found["expected"], found["form"]) == ([MEMBER], {}, None, "full")
    assert "more" not in found


def test_two_tabs_lose_nothing_that_either_took_in(made: Json) -> None:
    def member(id_: str) -> Json:
        return MEMBER | {"id": id_}

    one = made | {"members": [member("anna"), member("bert")], "agreed": {"a": {"value": 1}, "b": {"value": 1}}}
    other = made | {"members": [member("anna") | {"name": "A."}, member("carl")], "agreed": {"b": {"value": 2}}}
    found = call("group/round", "mergeRounds", one, other)
    assert [(each["id"], each["name"]) for each in found["members"]] == [
        ("anna", "A."),
        ("bert", "Anna"),
        ("carl", "Anna"),
    ]
    assert found["agreed"] == {"a": {"value": 1}, "b": {"value": 2}}


def test_a_name_given_later_is_kept_in_the_file_and_the_next_invitation_and_closes_no_earlier_one(
    bank: Json, made: Json
) -> None:
    unnamed = made | {"name": ""}
    named = call("group/round", "withName", unnamed, " The shop\n")
    assert read(bank, named) == unnamed | {"name": "The shop"}
    before, after = (
        call("group/invitation", "readInvitation", bank, call("group/invitation", "writeInvitation", each))
        for each in (unnamed, named)
    )
    assert after == before | {"name": "The shop"}


def test_a_tab_that_has_not_heard_of_the_name_does_not_take_it_away(made: Json) -> None:
    unnamed = made | {"name": ""}
    assert call("group/round", "mergeRounds", made, unnamed)["name"] == "Shop"
    assert call("group/round", "mergeRounds", unnamed, made)["name"] == "Shop"


def test_nobody_comes_in_by_a_tab_that_has_not_heard_of_the_reveal(made: Json) -> None:
    shown = made | {"members": [MEMBER], "revealed": "2026-11-29"}
    late = made | {"members": [MEMBER, MEMBER | {"id": "bert"}]}
    found = call("group/round", "mergeRounds", shown, late)
    assert (found["members"], found["revealed"]) == ([MEMBER], "2026-11-29")


def test_an_invitation_says_what_people_are_told_and_never_the_private_key(bank: Json, made: Json) -> None:
    code = call("group/invitation", "writeInvitation", made)
    expected = {
        **{key: made[key] for key in ("id", "name", "form", "mode", "roles")},
        "publicKey": made["keys"]["publicKey"],
        "bankVersion": bank["bankVersion"],
    }
    for text in (code, f"https://example.org/team/answer/#i={code}", f"#i={code})."):
        assert call("group/invitation", "readInvitation", bank, text) == expected
    assert made["keys"]["privateKey"] not in code
    assert len(code) < 150


def test_a_cut_or_changed_invitation_is_refused(bank: Json, made: Json) -> None:
    code = call("group/invitation", "writeInvitation", made)
    for text in ("", "#i=", code[:-1], "0" + code[1:], code[:40] + "A" + code[41:], code[::-1]):
        assert call("group/invitation", "readInvitation", bank, text) is None
    assert call("group/invitation", "readInvitation", bank | {"id": "other"}, code) is None
