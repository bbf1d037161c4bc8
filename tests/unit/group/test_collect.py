"""collect.mjs: every code in a heap of text is found, and nothing else is taken for one."""

import json
from typing import Any

import pytest
from node_bridge import call
from small_bank import Json

LOOPS = "../../../tests/support/node/sealed_loops"

HEAPS = {
    "alone": "{0}",
    "in a link": "Here you are: https://example.org/team/#c={0}. Best, Anna",
    "in angle brackets": "<https://example.org/team/#c={0}>",
    "in a link that a mail program made safe": "https://safe.example/?url=https%3A%2F%2Fexample.org%2Fteam%2F%23c%3D{0}&data=05",
    "over lines": "Hello\n{0|60|\\n}\nBest",
    "over lines with Windows ends": "{0|70|\\r\\n}\r\n",
    "quoted": "> Hello\n> {0|60|\\n> }\n> Best",
    "quoted twice": ">> {0|40|\\n>> }\n",
    "with soft breaks of mail": "c=3D{0|72|=\\r\\n}=\r\n Best",
    "with invisible characters": "\ufeff{0|30|\u200b}\u200e",
    "with soft hyphens": "{0|25|\u00ad}",
    "with tags between": "<p>{0|50|<wbr>}</p>",
    "in a chat": "[28.11.26, 10:31:07] Anna: {0}\n[28.11.26, 10:32:40] Bert: thanks!",
    "read by a camera": "QR-Code:URL:https://example.org/team/#c={0}\n\nScanned 2026-11-28",
    "in a table": "| Anna | {0} |\n| Bert | none |",
    "glued to words": "code:{0}thanks",
    "behind one that is cut": "ptp1tAAAAAAAA0192abc {0}",
}


def taken(bank: Json, response: Json, *patterns: str, **more: Any) -> Json:
    found: Json = call(LOOPS, "taken", bank, response, list(patterns), *more.values())
    return found


@pytest.mark.parametrize("heap", HEAPS.values(), ids=HEAPS)
def test_a_code_is_found_wherever_it_stands(bank: Json, response: Json, heap: str) -> None:
    found = taken(bank, response, heap)
    assert found["counts"][0]["added"] == 1
    assert [each["id"] for each in found["members"]] == ["anna"]


def test_a_heap_gives_up_every_code_in_it_once(bank: Json, response: Json) -> None:
    heap = "> {0|60|\\n> }\nBert wrote: https://example.org/#c={1} and Anna again {0}"
    found = taken(bank, response, heap)
    assert (found["counts"][0]["added"], found["counts"][0]["same"]) == (2, 0)


def test_what_comes_again_is_the_same_and_the_later_one_of_a_person_stands(bank: Json, response: Json) -> None:
    found = taken(bank, response, "{0}", "{0}", "{1}", ids=["anna", "anna"])
    assert [each["added"] for each in found["counts"]] == [1, 0, 0]
    assert [each["same"] for each in found["counts"]] == [0, 1, 1]
    assert len(found["members"]) == 1


def test_a_damaged_code_is_counted_and_the_rest_is_taken(bank: Json, response: Json) -> None:
    [counts] = taken(bank, response, "{0|100|\\nfoo, bar: }\n{1}")["counts"]
    assert (counts["added"], counts["damaged"]) == (1, 1)


def test_plain_links_and_saved_files_go_into_the_same_box(bank: Json, response: Json) -> None:
    code = call("share", "encode", bank, response)
    quick = call("share", "encode", bank, response | {"form": "quick"})
    wrapped = f"> https://example.org/results/#r={code[:30]}\n> {code[30:]}\n> Best"
    found = taken(bank, response, wrapped, f"see https://example.org/results/#r={quick}).", quick, json.dumps(response))
    assert [each["added"] for each in found["counts"]] == [1, 1, 0, 1]
    assert [each["alike"] for each in found["counts"]] == [0, 0, 1, 0]
    assert len(found["members"]) == 3


def test_files_of_two_people_with_the_same_answers_are_two(bank: Json, response: Json) -> None:
    anna = json.dumps(response | {"role": "leader", "created": "2026-11-20T09:00:00Z"})
    bert = json.dumps(response | {"role": "staff", "created": "2026-11-21T10:30:00+05:30"})
    found = taken(bank, response, anna, bert, anna)
    assert [each["added"] for each in found["counts"]] == [1, 1, 0]
    assert [each["same"] for each in found["counts"]] == [0, 0, 1]
    assert sorted(each["role"] for each in found["members"]) == ["leader", "staff"]


def test_links_with_the_same_answers_count_once_and_are_called_alike(bank: Json, response: Json) -> None:
    link = f"https://example.org/results/#r={call('share', 'encode', bank, response)}"
    found = taken(bank, response, f"Anna: {link}\nBert: {link}")
    counts = found["counts"][0]
    assert (counts["added"], counts["alike"], counts["replaced"], counts["same"]) == (1, 1, 0, 0)


def test_codes_of_another_round_are_told_apart_from_300_in_one_text(bank: Json, response: Json) -> None:
    found = call(LOOPS, "crowd", bank, response, 300)
    assert (found["members"], found["counts"]["added"]) == (270, 270)
    assert (found["counts"]["elsewhere"], found["elsewhere"]) == (30, 1)


def test_answers_to_an_earlier_version_are_read_as_such(bank: Json, response: Json) -> None:
    old = bank | {"bankVersion": "1.9.0"}
    made = call("group/round", "newRound", bank, {"name": "", "form": "full", "mode": "closed"}, "2026-11-28")
    handed_in = call("group/handed-in", "writeHandedIn", old, response, {"id": "0123456789"})
    sealed = call("group/sealed-code", "sealText", made["keys"]["publicKey"], handed_in)
    for text in (sealed, f"#r={call('share', 'encode', old, response)}"):
        found = call("group/collect", "collect", bank, made, text)
        assert (found["counts"]["added"], found["versions"]) == (1, ["1.9.0"])


@pytest.mark.parametrize("text", ["", "hello", "{}", "[]", '{"format": "other"}', "#r=", "ptp1t", "\ufeff{", "1bb1"])
def test_what_holds_no_answers_changes_nothing(bank: Json, response: Json, text: str) -> None:
    assert taken(bank, response, text)["members"] == []


def test_twenty_thousand_hostile_texts_change_nothing(bank: Json, response: Json) -> None:
    found = call(LOOPS, "accepted", bank, response, 20_000, 7)
    assert found == {"found": [], "members": 1}


def test_a_heap_of_marks_and_a_large_one_are_read_in_time(bank: Json, response: Json) -> None:
    heaps = [
        {"$repeat": ["ptp1tAAAAAAAA9999", 100_000]},
        {"$repeat": ["#r=0\n", 100_000]},
        {"$repeat": ["x", 9_000_000]},
    ]
    made = call("group/round", "newRound", bank, {"name": "", "form": "full", "mode": "closed"}, "2026-11-28")
    for heap in heaps:
        assert call("group/collect", "collect", bank, made, heap)["round"]["members"] == []
